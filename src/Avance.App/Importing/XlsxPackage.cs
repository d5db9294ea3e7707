using System.IO.Compression;
using System.Xml;

namespace Avance.App.Importing;

/// <summary>The parts of a workbook that hold its sheets and their shared texts.</summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>Sheets named by a workbook: each is looked up, so a workbook of millions of names would take minutes.</summary>
    private const int MaxSheets = 1_000;

    private const int MaxSharedStrings = 1_000_000;
    private const int MaxSharedCharacters = 16 << 20;

    private readonly ZipArchive _zip;
    private readonly InflationBudget _budget;
    private string? _sharedStringsPart;
    private List<SourceCell>? _sharedStrings;

    public XlsxPackage(byte[] content)
        : this(new MemoryStream(content, writable: false), new InflationBudget(GuardedXml.MaxInflated, GuardedXml.MaxTags))
    {
    }

    /// <param name="file">The workbook; closed with the package.</param>
    /// <param name="budget">What it may inflate to.</param>
    public XlsxPackage(Stream file, InflationBudget budget)
    {
        _zip = new ZipArchive(file, ZipArchiveMode.Read);
        _budget = budget;
    }

    /// <summary>The names of the visible sheets, in the order of <see cref="VisibleSheets"/>.</summary>
    public List<string> SheetNames { get; } = [];

    /// <summary>Paths of the parts of the visible sheets, in the order of their tabs; empty when this is no workbook.</summary>
    public List<string> VisibleSheets()
    {
        var sheets = new List<string>();
        var workbook = Relationships("").FirstOrDefault(r => r.IsOfType("/officeDocument"))?.Target ?? "xl/workbook.xml";
        if (Find(workbook) is null)
        {
            return sheets;
        }

        var parts = Relationships(workbook);
        _sharedStringsPart = parts.FirstOrDefault(r => r.IsOfType("/sharedStrings"))?.Target;
        using var xml = Open(workbook);
        var missing = 0;
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible")
            {
                if (sheets.Count + missing == MaxSheets)
                {
                    throw new LimitException("sheets");
                }

                var id = Attribute(xml, "id");
                var part = parts.FirstOrDefault(r => r.Id == id && r.IsOfType("/worksheet"));
                if (part is not null && Find(part.Target) is not null)
                {
                    sheets.Add(part.Target);
                    SheetNames.Add(xml.GetAttribute("name") ?? "");
                }
                else
                {
                    missing++;
                }
            }
        }

        return sheets;
    }

    /// <summary>The rows of a sheet that are not blank.</summary>
    /// <param name="part">The sheet's part.</param>
    /// <param name="number">Which of the visible sheets it is, from 1.</param>
    public IEnumerable<SourceRow> Rows(string part, int number)
    {
        using var xml = Open(part);
        var sheet = new XlsxSheet(xml, number, SharedString);
        while (sheet.Next() is { } row)
        {
            yield return row;
        }
    }

    public void Dispose() => _zip.Dispose();

    private SourceCell SharedString(int index)
    {
        _sharedStrings ??= ReadSharedStrings();
        return index >= 0 && index < _sharedStrings.Count ? _sharedStrings[index] : SourceCell.Blank;
    }

    private List<SourceCell> ReadSharedStrings()
    {
        var strings = new List<SourceCell>();
        if (_sharedStringsPart is null || Find(_sharedStringsPart) is null)
        {
            return strings;
        }

        var characters = 0L;
        using var xml = Open(_sharedStringsPart);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                var item = XlsxText.ReadItem(xml);
                strings.Add(item);
                characters += item.Bold.Length + item.Lines.Sum(l => l.Length + 16L);
                if (strings.Count > MaxSharedStrings || characters > MaxSharedCharacters)
                {
                    throw new LimitException("strings");
                }
            }
        }

        return strings;
    }

    /// <summary>What a part points to; <c>""</c> is the package itself.</summary>
    private List<Relationship> Relationships(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var path = $"{folder}_rels/{part[slash..]}.rels";
        var found = new List<Relationship>();
        if (Find(path) is null)
        {
            return found;
        }

        using var xml = Open(path);
        while (xml.Next() && found.Count < 10_000)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Target") is { } target)
            {
                var absolute = target.StartsWith('/') ? target[1..] : folder + target;
                found.Add(new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", absolute));
            }
        }

        return found;
    }

    /// <summary>The part of the shared texts; null when the workbook has none.</summary>
    public XmlReader? OpenSharedStrings() => _sharedStringsPart is not null && Find(_sharedStringsPart) is not null ? Open(_sharedStringsPart) : null;

    /// <summary>Opens a part as guarded XML.</summary>
    public XmlReader Open(string part) => GuardedXml.Open(Find(part)!.Open(), _budget);

    private ZipArchiveEntry? Find(string part) =>
        _zip.GetEntry(part) ?? _zip.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), part, StringComparison.OrdinalIgnoreCase));

    private static string? Attribute(XmlReader xml, string localName)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == localName && xml.Prefix.Length > 0)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private sealed record Relationship(string Id, string Type, string Target)
    {
        public bool IsOfType(string ending) => Type.EndsWith(ending, StringComparison.Ordinal);
    }
}
