using System.IO.Compression;
using System.Text;

namespace Avance.Documents.Xlsx;

/// <summary>
/// Writes the parts of a workbook (ECMA-376, Open Packaging Conventions) to a ZIP whose entries carry a fixed date, so that
/// the same report gives the same bytes. The package is small enough to write by hand, and doing so starts ten times faster
/// than the general library.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string PackageMetadata = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string ContentType = "application/vnd.openxmlformats-officedocument";

    private readonly MemoryStream _bytes = new();
    private readonly ZipArchive _zip;

    public WorkbookPackage(IReadOnlyList<SheetLayout> sheets, DocumentProperties properties)
    {
        // Made in memory: written to a stream that cannot seek, a ZIP has other bytes than to one that can.
        _zip = new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        WritePart("[Content_Types].xml", ContentTypes(sheets.Count));
        WritePart("_rels/.rels", $"""{Declaration}<Relationships xmlns="{PackageRelationships}"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{PackageRelationships}/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{Relationships}/extended-properties" Target="docProps/app.xml"/></Relationships>""");
        WritePart("docProps/core.xml", $"""{Declaration}<cp:coreProperties xmlns:cp="{PackageMetadata}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Markup.Escape(properties.Title)}</dc:title><dc:subject>{Markup.Escape(properties.Subject)}</dc:subject><dc:creator>{Markup.Escape(properties.Creator)}</dc:creator><dc:language>{properties.Language}</dc:language></cp:coreProperties>""");
        WritePart("docProps/app.xml", $"""{Declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Avance</Application></Properties>""");
        WritePart("xl/workbook.xml", Workbook(sheets));
        WritePart("xl/_rels/workbook.xml.rels", WorkbookRelationships(sheets.Count));
        WritePart("xl/styles.xml", Stylesheet.Xml());
    }

    /// <summary>Opens the part of a sheet, numbered from 1. Sheets are written one after the other.</summary>
    public Stream OpenSheet(int number) => Open($"xl/worksheets/sheet{number}.xml");

    /// <summary>Ends the package and hands it over.</summary>
    public void Finish(Stream output)
    {
        _zip.Dispose();
        _bytes.WriteTo(output);
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private void WritePart(string name, string xml)
    {
        using var part = Open(name);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static string ContentTypes(int sheets)
    {
        var overrides = string.Concat(Enumerable.Range(1, sheets).Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{ContentType}.spreadsheetml.worksheet+xml"/>"""));
        return $"""{Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{ContentType}.spreadsheetml.sheet.main+xml"/>{overrides}<Override PartName="/xl/styles.xml" ContentType="{ContentType}.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="{ContentType}.extended-properties+xml"/></Types>""";
    }

    private static string Workbook(IReadOnlyList<SheetLayout> sheets)
    {
        var list = string.Concat(sheets.Select((s, i) => $"""<sheet name="{Markup.Escape(s.Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""));
        var areas = string.Concat(sheets.Select((s, i) => $"""<definedName name="_xlnm.Print_Area" localSheetId="{i}">'{Markup.Escape(s.Name)}'!$A$1:${(char)('A' + s.ColumnWidths.Count - 1)}${s.LastRow}</definedName>"""));
        var titles = string.Concat(sheets.Select((s, i) => $"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">'{Markup.Escape(s.Name)}'!${s.TitleRows.First}:${s.TitleRows.Last}</definedName>"""));
        return $"""{Declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relationships}"><bookViews><workbookView/></bookViews><sheets>{list}</sheets><definedNames>{areas}{titles}</definedNames></workbook>""";
    }

    private static string WorkbookRelationships(int sheets)
    {
        var parts = string.Concat(Enumerable.Range(1, sheets).Select(i => $"""<Relationship Id="rId{i}" Type="{Relationships}/worksheet" Target="worksheets/sheet{i}.xml"/>"""));
        return $"""{Declaration}<Relationships xmlns="{PackageRelationships}">{parts}<Relationship Id="rId{sheets + 1}" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>""";
    }
}

/// <summary>What a document says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Creator">The entity that reports.</param>
/// <param name="Language">Its language tag.</param>
internal sealed record DocumentProperties(string Title, string Subject, string Creator, string Language);
