using System.Globalization;

namespace Avance.Documents.Pdf;

/// <summary>
/// A tagged document: pages one after another, two weights of one font, a tree of tags, and what a painter needs to know
/// nothing about. Each page is in the file as soon as the next one begins.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    /// <summary>Units of length in a point.</summary>
    public const int UnitsPerPoint = 20;

    private readonly PdfFile _file;
    private readonly PdfDescription _description;
    private readonly int _pages;
    private readonly int _resources;
    private readonly List<int> _pageNumbers = [];
    private readonly ByteWriter _shapes = new();
    private readonly ByteWriter _text = new();
    private readonly ByteWriter _writer = new();
    private PdfPage? _page;

    /// <summary>Begins a document.</summary>
    /// <param name="output">Where it goes, from its first byte to its last, without seeking.</param>
    /// <param name="description">What it says of itself.</param>
    /// <param name="width">Width of its pages, units.</param>
    /// <param name="height">Height of its pages, units.</param>
    public PdfDocument(Stream output, PdfDescription description, int width, int height)
    {
        _file = new PdfFile(output);
        _file.Begin();
        _description = description;
        (Width, Height) = (width, height);
        _pages = _file.Reserve();
        _resources = _file.Reserve();
        Tags = new StructureTree(_file);
    }

    /// <summary>Width of the pages.</summary>
    public int Width { get; }

    /// <summary>Height of the pages.</summary>
    public int Height { get; }

    /// <summary>The regular weight.</summary>
    public FontSubset Regular { get; } = new(TrueTypeFont.Regular, "R");

    /// <summary>The bold weight.</summary>
    public FontSubset Bold { get; } = new(TrueTypeFont.Bold, "B");

    /// <summary>The tags.</summary>
    public StructureTree Tags { get; }

    /// <summary>How many pages were begun.</summary>
    public int PageCount => _pageNumbers.Count;

    /// <summary>Ends the page being painted, if any, and begins the next.</summary>
    public PdfPage NewPage()
    {
        FinishPage();
        var number = _file.Reserve();
        _pageNumbers.Add(number);
        _page = new PdfPage(number, _shapes, _text);
        return _page;
    }

    /// <summary>Ends the document.</summary>
    /// <param name="reserved">The text that pages left a place for: how many pages there are.</param>
    /// <param name="style">How it looks.</param>
    public void Finish(string reserved, TextStyle style)
    {
        FinishPage();
        Tags.Finish();
        var (form, regular, bold) = (_file.Reserve(), _file.Reserve(), _file.Reserve());
        WriteReserved(form, style.Font == Bold ? bold : regular, reserved, style);
        FontWriter.Write(Regular, _file, regular);
        FontWriter.Write(Bold, _file, bold);
        Begin().Raw("<</Font<</R "u8).Reference(regular).Raw("/B "u8).Reference(bold).Raw(">>/XObject<</N "u8).Reference(form).Raw(">>>>"u8);
        _file.Write(_resources, _writer.Written);
        WritePageTree();
        var (catalog, info, metadata, profile) = (_file.Reserve(), _file.Reserve(), _file.Reserve(), _file.Reserve());
        _file.WritePlainStream(metadata, "/Type/Metadata/Subtype/XML"u8, XmpMetadata.Packet(_description));
        SrgbProfile.Write(Begin());
        _file.WriteStream(profile, "/N 3"u8, _writer.Written);
        Begin().Raw("<</Title"u8).TextString(_description.Title).Raw("/Author"u8).TextString(_description.Author)
            .Raw("/Subject"u8).TextString(_description.Subject).Raw("/Producer"u8).TextString(XmpMetadata.Producer).Raw(">>"u8);
        _file.Write(info, _writer.Written);
        Begin().Raw("<</Type/Catalog/Pages "u8).Reference(_pages).Raw("/StructTreeRoot "u8).Reference(Tags.Root)
            .Raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang"u8).TextString(_description.Language)
            .Raw("/Metadata "u8).Reference(metadata)
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier"u8).TextString(SrgbProfile.Name)
            .Raw("/Info"u8).TextString(SrgbProfile.Name).Raw("/DestOutputProfile "u8).Reference(profile).Raw(">>]>>"u8);
        _file.Write(catalog, _writer.Written);
        _file.Finish(catalog, info);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        Tags.Dispose();
        _shapes.Dispose();
        _text.Dispose();
        _writer.Dispose();
    }

    private void FinishPage()
    {
        if (_page is not { } page)
        {
            return;
        }

        var contents = _file.Reserve();
        Begin().Raw(".05 0 0 .05 0 0 cm\n/Artifact BMC\n"u8).Raw(_shapes.Written).Raw("EMC\nBT\n"u8).Raw(_text.Written).Raw("ET"u8);
        if (page.Reserved is var (x, y))
        {
            _writer.Raw("\n/Artifact<</Type/Pagination>>BDC\n1 0 0 1 "u8).Int(x).Byte((byte)' ').Int(y).Raw(" cm/N Do\nEMC"u8);
        }

        _file.WriteStream(contents, [], _writer.Written);
        _shapes.Clear();
        _text.Clear();
        var key = Tags.AddPage(page.Elements);
        Begin().Raw("<</Type/Page/Parent "u8).Reference(_pages).Raw("/Resources "u8).Reference(_resources).Raw("/Contents "u8).Reference(contents)
            .Raw("/StructParents "u8).Int(key).Raw("/Tabs/S>>"u8);
        _file.Write(page.Number, _writer.Written);
        _page = null;
    }

    private void WriteReserved(int form, int font, string text, TextStyle style)
    {
        PdfPage.Color(Begin(), style.Ink, "rg "u8);
        _writer.Raw("BT /F "u8).Int(style.Size).Raw(" Tf ("u8);
        style.Font.Encode(text, _writer);
        _writer.Raw(")Tj ET"u8);
        using var entries = new ByteWriter();
        entries.Raw("/Type/XObject/Subtype/Form/BBox[0 "u8).Int(-style.Size).Byte((byte)' ').Int(style.Width(text) + style.Size).Byte((byte)' ').Int(style.Size * 2)
            .Raw("]/Resources<</Font<</F "u8).Reference(font).Raw(">>>>"u8);
        _file.WriteStream(form, entries.Written, _writer.Written);
    }

    private void WritePageTree()
    {
        Begin().Raw("<</Type/Pages/Count "u8).Int(_pageNumbers.Count).Raw("/MediaBox[0 0 "u8).Raw(Points(Width)).Byte((byte)' ').Raw(Points(Height)).Raw("]/Kids["u8);
        foreach (var number in _pageNumbers)
        {
            _writer.Reference(number).Byte((byte)' ');
        }

        _file.Write(_pages, _writer.Raw("]>>"u8).Written);
    }

    private ByteWriter Begin()
    {
        _writer.Clear();
        return _writer;
    }

    private static byte[] Points(int units) =>
        System.Text.Encoding.ASCII.GetBytes(((decimal)units / UnitsPerPoint).ToString(CultureInfo.InvariantCulture));
}
