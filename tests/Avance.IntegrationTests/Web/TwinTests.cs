using System.Globalization;
using System.Text;
using System.Text.Json;
using Sylvan.Data.Csv;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>A table, its CSV and its JSON say the same.</summary>
[Collection(nameof(SampleSite))]
public sealed class TwinTests(SampleSite sample)
{
    private WebSite Site => sample.Site;

    [Theory]
    [InlineData("/reports", "Informes publicados")]
    [InlineData("/rules", "Catálogo de reglas")]
    [InlineData("/IEPC/2023-Q3", "Avance físico y financiero por proyecto")]
    [InlineData("/IEPC/2023-Q3/projects/6", "De dónde salió cada cifra")]
    [InlineData("/IEPC/2023-Q3/sdg", "Proyectos y presupuesto por meta de los ODS")]
    [InlineData("/IEPC/2023-Q3/versions", "Versiones del informe")]
    public async Task Csv_and_json_hold_the_cells_of_the_table(string path, string caption)
    {
        var table = (await Site.Page(path)).Table(caption).Rows();
        var csv = Csv(await Site.Text(path + ".csv"));
        using var json = JsonDocument.Parse(await Site.Text(path + ".json"));
        var objects = json.RootElement.GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(table.Count, csv.Count);
        Assert.Equal(table.Count, objects.Count);
        foreach (var (row, fields, values) in table.Zip(csv, objects.Select(o => o.EnumerateObject().Select(p => p.Value).ToList())))
        {
            Assert.Equal(row.Count, fields.Count);
            Assert.Equal(row.Count, values.Count);
            foreach (var (cell, field, value) in row.Zip(fields, values))
            {
                Assert.Contains(field.Trim(), new[] { cell, Plain(cell) });
                if (value.ValueKind == JsonValueKind.Number)
                {
                    Assert.Equal(field, value.GetRawText());
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?severity=warning")]
    [InlineData("?rule=AVP-015&key=A013")]
    public async Task Findings_as_data_honour_the_filter(string query)
    {
        var page = await Site.Page("/IEPC/2023-Q3/findings" + query);
        var rows = page.QuerySelector("main table")!.Rows();
        var csv = Csv(await Site.Text("/IEPC/2023-Q3/findings.csv" + query));
        using var json = JsonDocument.Parse(await Site.Text("/IEPC/2023-Q3/findings.json" + query));
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(r => (r[0], r[2])), csv.Select(r => (r[0], r[2])));
        Assert.Equal(rows.Select(r => (r[0], r[2], r[3])), findings.Select(f => (Text(f, "rule"), Text(f, "subject"), Text(f, "message"))));
        Assert.Equal("/IEPC/2023-Q3/findings.csv" + query, page.QuerySelector(".twins a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_report_as_data_is_the_report_in_each_format()
    {
        using var json = JsonDocument.Parse(await Site.Text("/IEPC/2023-Q3/report.json"));
        Assert.Equal("300824389.06", json.RootElement.GetProperty("totals").GetProperty("approved").GetRawText());
        Assert.StartsWith("CLAVE DEL PROYECTO\t", await Site.Text("/IEPC/2023-Q3/report.txt"), StringComparison.Ordinal);
        Assert.Contains("<html", await Site.Text("/IEPC/2023-Q3/report.html"), StringComparison.Ordinal);
        var pdf = await Site.Client.GetByteArrayAsync(new Uri("/IEPC/2023-Q3/report.pdf", UriKind.Relative));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        Assert.Equal(pdf, await Site.Client.GetByteArrayAsync(new Uri("/IEPC/2023-Q3/report.pdf", UriKind.Relative)));
        var xlsx = await Site.Client.GetByteArrayAsync(new Uri("/IEPC/2023-Q3/report.xlsx", UriKind.Relative));
        Assert.Equal("PK", Encoding.ASCII.GetString(xlsx, 0, 2));
    }

    [Fact]
    public async Task The_source_is_the_imported_file_and_travels_as_an_attachment()
    {
        using var response = await Site.Get("/IEPC/2023-Q3/source");
        Assert.Equal(Progress.Sample.Bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("iepc-chiapas-2023-q3.txt", response.Content.Headers.ContentDisposition.FileName);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("txt")]
    public async Task A_download_is_named_for_its_report(string extension)
    {
        using var response = await Site.Get("/IEPC/2023-Q3/report." + extension);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("avance-IEPC-2023-Q3." + extension, response.Content.Headers.ContentDisposition.FileName);
    }

    /// <summary>A printed figure as plain data; words stay as they are.</summary>
    private static string Plain(string cell) =>
        Figure.TryRead(cell, out var number) && cell.Contains(' ', StringComparison.Ordinal) ? number.ToString(CultureInfo.InvariantCulture) : cell;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static List<List<string>> Csv(string text)
    {
        using var reader = CsvDataReader.Create(new StringReader(text));
        var rows = new List<List<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
