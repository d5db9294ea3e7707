namespace Avance.Documents.Pdf;

/// <summary>Where a piece of an element's content is.</summary>
/// <param name="Page">Object number of the page.</param>
/// <param name="Id">The marked content's number on that page.</param>
internal readonly record struct MarkedContent(int Page, int Id);

/// <summary>
/// The document's tags: what is a heading, a table, a row, a header cell. Elements are written as soon as they end, so
/// only the open ones and the numbers of their finished children are in memory.
/// </summary>
internal sealed class StructureTree : IDisposable
{
    private readonly PdfFile _file;
    private readonly int _root;
    private readonly Stack<OpenElement> _open = new();
    private readonly List<int> _kids = [];
    private readonly List<int> _parents = [];
    private readonly Dictionary<int, int> _attributes = [];
    private readonly ByteWriter _writer = new();
    private int _document;

    public StructureTree(PdfFile file)
    {
        _file = file;
        _root = file.Reserve();
    }

    /// <summary>Number of the tree's root object.</summary>
    public int Root => _root;

    /// <summary>Opens an element inside the one that is open.</summary>
    public void Open(string type)
    {
        var number = _file.Reserve();
        if (_open.Count == 0)
        {
            _document = number;
        }
        else
        {
            _kids.Add(number);
        }

        _open.Push(new(number, type, _open.Count == 0 ? _root : _open.Peek().Number, _kids.Count));
    }

    /// <summary>Takes the number of a coming leaf of the element that is open, so that content can be marked with it.</summary>
    public int Reserve()
    {
        var number = _file.Reserve();
        _kids.Add(number);
        return number;
    }

    /// <summary>Writes a leaf: an element that has content and no elements inside.</summary>
    /// <param name="number">Its number, from <see cref="Reserve"/>.</param>
    /// <param name="type">Its type: <c>P</c>, <c>H1</c>, <c>TH</c>, <c>TD</c>.</param>
    /// <param name="attributes">Number of its attributes, from <see cref="CellAttributes"/>; 0 for none.</param>
    /// <param name="contents">Its content, in reading order.</param>
    public void Leaf(int number, string type, int attributes, ReadOnlySpan<MarkedContent> contents)
    {
        Start(type, _open.Peek().Number);
        if (attributes != 0)
        {
            _writer.Raw("/A "u8).Reference(attributes);
        }

        if (contents.Length == 1)
        {
            _writer.Raw("/Pg "u8).Reference(contents[0].Page).Raw("/K "u8).Int(contents[0].Id);
        }
        else if (contents.Length > 1)
        {
            _writer.Raw("/K["u8);
            foreach (var content in contents)
            {
                _writer.Raw("<</Type/MCR/Pg "u8).Reference(content.Page).Raw("/MCID "u8).Int(content.Id).Raw(">>"u8);
            }

            _writer.Byte((byte)']');
        }

        _file.Write(number, _writer.Raw(">>"u8).Written);
    }

    /// <summary>Ends the element that is open.</summary>
    public void Close()
    {
        var element = _open.Pop();
        Start(element.Type, element.Parent);
        _writer.Raw("/K["u8);
        for (var i = element.FirstKid; i < _kids.Count; i++)
        {
            _writer.Reference(_kids[i]).Byte((byte)' ');
        }

        _kids.RemoveRange(element.FirstKid, _kids.Count - element.FirstKid);
        _file.Write(element.Number, _writer.Raw("]>>"u8).Written);
    }

    /// <summary>
    /// Number of the attributes of a table cell; 0 when it needs none. Cells alike share one object.
    /// </summary>
    public int CellAttributes(bool isHeader, int columns, int rows)
    {
        if (!isHeader && columns == 1 && rows == 1)
        {
            return 0;
        }

        var kind = (columns << 16) | (rows << 1) | (isHeader ? 1 : 0);
        if (!_attributes.TryGetValue(kind, out var number))
        {
            number = _file.Reserve();
            _attributes.Add(kind, number);
            _writer.Clear();
            _writer.Raw("<</O/Table"u8);
            if (isHeader)
            {
                _writer.Raw("/Scope/Column"u8);
            }

            if (columns > 1)
            {
                _writer.Raw("/ColSpan "u8).Int(columns);
            }

            if (rows > 1)
            {
                _writer.Raw("/RowSpan "u8).Int(rows);
            }

            _file.Write(number, _writer.Raw(">>"u8).Written);
        }

        return number;
    }

    /// <summary>Says whose content each marked piece of a finished page is.</summary>
    /// <returns>The page's key in the tree.</returns>
    public int AddPage(ReadOnlySpan<int> elements)
    {
        var number = _file.Reserve();
        _writer.Clear();
        _writer.Byte((byte)'[');
        foreach (var element in elements)
        {
            _writer.Reference(element).Byte((byte)' ');
        }

        _file.Write(number, _writer.Byte((byte)']').Written);
        _parents.Add(number);
        return _parents.Count - 1;
    }

    /// <summary>Writes the root.</summary>
    public void Finish()
    {
        var parents = _file.Reserve();
        _writer.Clear();
        _writer.Raw("<</Nums["u8);
        for (var i = 0; i < _parents.Count; i++)
        {
            _writer.Int(i).Byte((byte)' ').Reference(_parents[i]).Byte((byte)' ');
        }

        _file.Write(parents, _writer.Raw("]>>"u8).Written);
        _writer.Clear();
        _writer.Raw("<</Type/StructTreeRoot/K["u8).Reference(_document).Raw("]/ParentTree "u8).Reference(parents)
            .Raw("/ParentTreeNextKey "u8).Int(_parents.Count).Raw(">>"u8);
        _file.Write(_root, _writer.Written);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Start(string type, int parent)
    {
        _writer.Clear();
        _writer.Raw("<</S/"u8);
        foreach (var letter in type)
        {
            _writer.Byte((byte)letter);
        }

        _writer.Raw("/P "u8).Reference(parent);
    }

    private sealed record OpenElement(int Number, string Type, int Parent, int FirstKid);
}
