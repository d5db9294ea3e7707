using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Avance.App.Planning;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Progress;
using Avance.Planning;
using Sylvan.Data.Csv;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>
/// Markup, quotes and a formula in every place that people type in, that an address has and that a file brings: shown as what it is
/// wherever it is shown, in pages and in the documents and tables that leave the program.
/// </summary>
public sealed partial class NothingTypedRunsTests
{
    private const string Attack = "=1+1\"><script>alert(1)</script><img src=x onerror=alert(1)>'";
    private const string Script = "javascript:alert(1)";

    /// <summary>Steps after which what came before can no longer be typed, in the order in which they can be taken.</summary>
    private static readonly string[] Steps = ["/submit", "/versions/", "/steps/", "/approve", "/issue/", "/periods/"];

    [Fact]
    public async Task What_is_typed_in_any_form_is_text_in_every_page_document_and_table()
    {
        await using var sample = new SampleSite();
        await sample.InitializeAsync();
        var site = sample.Work;
        var taken = new List<string>();
        foreach (var path in Pages(sample).OrderBy(StepOf))
        {
            taken.AddRange(await TypeEverywhere(site, path));
        }

        Assert.True(taken.Count > 50, $"Only these were taken: {string.Join(", ", taken)}.");
        await BringFiles(site);
        using (var office = AmendmentOffice.Of(site.Database.Location))
        {
            var folio = office.Bring(AmendmentOffice.Draft with { Agreement = Attack, LegalBasis = Attack, Justification = Attack, OfficeNumber = Attack, Lines = [new(AmendmentOffice.Origin, 11, AmendmentOffice.Pesos(-1_000)), new(AmendmentOffice.New, 11, AmendmentOffice.Pesos(1_000))] });
            office.Amendments.Attach(AmendmentOffice.Code, AmendmentOffice.Year, folio, Attack + ".pdf", "%PDF-1.7"u8.ToArray(), "ana");
        }

        await ReadEverything(site, sample);
    }

    [Fact]
    public async Task What_a_published_report_brings_is_text_in_every_page_document_and_table()
    {
        var bytes = Encoding.UTF8.GetString(Sample.Bytes)
            .Replace("<b>ADMINISTRACIÓN DE LOS RECURSOS", $"<b>{Escaped}", StringComparison.Ordinal)
            .Replace("<b>DEMOCRACIA INCLUYENTE</b>", $"<b>{Escaped}</b>", StringComparison.Ordinal)
            .Replace("Porcentaje de acciones de preservación", Escaped, StringComparison.Ordinal)
            .Replace("\tActividad\t11.00", $"\t{Escaped}\t11.00", StringComparison.Ordinal)
            .Replace("Cobertura Estatal", Escaped, StringComparison.Ordinal)
            .Replace("El proyecto no registra avance", Escaped, StringComparison.Ordinal);
        await using var site = await WebSite.Start(Sample.Command(Encoding.UTF8.GetBytes(bytes)) with { SourceName = Attack + ".txt", Entity = new("IEPC", Attack) });
        var shown = 0;
        foreach (var path in EndpointCases.Cases.Values.Select(c => c.Path).Where(p => p.StartsWith(SampleSite.Report, StringComparison.Ordinal)).Prepend("/reports"))
        {
            using var response = await site.Get(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            shown += await Harmless(response, path) ? 1 : 0;
        }

        Assert.True(shown >= 12, $"Only {shown} showed it.");
    }

    [Fact]
    public async Task What_an_address_asks_for_is_text_in_the_answer()
    {
        await using var sample = new SampleSite();
        await sample.InitializeAsync();
        var keys = Avance.Web.Ui.Site.QueryKeys.Concat(["return", "notice", "before", "from", "to", "actor", "action", "subject", "only", "row"]).ToList();
        foreach (var path in Pages(sample).Concat(["/sign-in", "/nothing"]))
        {
            foreach (var key in keys)
            {
                await Read(sample.Work, $"{path}?{key}={Uri.EscapeDataString(Attack)}");
            }

            await Read(sample.Work, $"{path}?{string.Join('&', keys.Select(k => $"{k}={Script}"))}");
            var parts = path.Split('/');
            for (var i = 1; i < parts.Length; i++)
            {
                await Read(sample.Work, string.Join('/', [.. parts[..i], Uri.EscapeDataString(Attack), .. parts[(i + 1)..]]));
            }
        }

        sample.Work.SignInWith(null);
        foreach (var path in new[] { "/sign-in", "/work/IEPC/2023" })
        {
            await Read(sample.Work, $"{path}?return={Uri.EscapeDataString("/x" + Attack)}");
            await Read(sample.Work, $"{path}?return={Script}");
        }
    }

    private static string Escaped => WebUtility.HtmlEncode(Attack).Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal);

    private static IEnumerable<string> Pages(SampleSite sample) => EndpointCases.Cases.Values.Where(c => c.ContentType == "text/html").Select(c => c.Path.Replace("{worker}", sample.WorkerId, StringComparison.Ordinal));

    private static async Task Read(WebSite site, string path)
    {
        using var response = await site.Get(path);
        Assert.True((int)response.StatusCode < 500, $"{path} answered {response.StatusCode}.");
        await Harmless(response, path);
    }

    /// <summary>Sends every form of a page once for each of its texts. Returns those that were taken.</summary>
    private static async Task<List<string>> TypeEverywhere(WebSite site, string path)
    {
        var taken = new List<string>();
        var forms = await Forms(site, path);
        foreach (var (address, name) in forms.SelectMany(f => f.Texts.Select(t => (f.Address, t))))
        {
            // What can be done once is done with the attack.
            await Type(site, path, address, name, StepOf(path) < 0 ? Script : "");
            if (await Type(site, path, address, name, Attack) || await Type(site, path, address, name, Attack, isFilled: true))
            {
                taken.Add($"{address} {name}");
            }
        }

        return taken;
    }

    /// <summary>Sends a form with one of its texts. Returns whether it was taken.</summary>
    private static async Task<bool> Type(WebSite site, string path, string address, string name, string text, bool isFilled = false)
    {
        // Anew: what was saved before is another version of it.
        if (text.Length == 0 || (await Forms(site, path)).FirstOrDefault(f => f.Address == address && f.Texts.Contains(name)) is not { } form)
        {
            return false;
        }

        using var answer = await site.Post(address, form.With(name, text, isFilled));
        Assert.True((int)answer.StatusCode < 500, $"{address} answered {answer.StatusCode} to {name}.");
        await Harmless(answer, $"{address} with {name}");
        return answer.StatusCode == HttpStatusCode.SeeOther;
    }

    private static int StepOf(string path) => Array.FindIndex(Steps, s => path.Contains(s, StringComparison.Ordinal));

    private static async Task<List<TypedForm>> Forms(WebSite site, string path)
    {
        using var response = await site.Get(path);
        return response.StatusCode == HttpStatusCode.OK ? [.. TypedForm.Of(PageText.Parse(await response.Content.ReadAsStringAsync()), path)] : [];
    }

    /// <summary>Files whose names, and tables whose cells, are the attack.</summary>
    private static async Task BringFiles(WebSite site)
    {
        var csv = $"documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\n{Quoted},2023-10-02,{Quoted},{AmendmentOffice.Origin},10,comprometido,1\n{Quoted},2023-10-02,{Quoted},{Quoted},10,devengado,1\n";
        foreach (var (address, name, content) in new[]
        {
            (EndpointCases.Captured + "/capture/2/02/evidence/" + Capture.CaptureSample.Subject, Attack + ".pdf", "%PDF-1.7\n%%EOF\n"),
            ("/work/IEPC/2023/amendments/BORR-2023-0002/files", Attack + ".html", "<script>alert(1)</script>"),
            ("/work/IEPC/2023/imports", Attack + ".csv", csv),
        })
        {
            using var form = new MultipartFormDataContent { { new StringContent("movimientos"), "mapping" } };
            using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            // Browsers write quotes of a name so, and everything else as it is.
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"");
            form.Add(file);
            using var answer = await site.Post(address, form);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            await Harmless(answer, address);
        }

        await Read(site, "/work/IEPC/2023/imports/2");
        using var applied = await site.Post("/work/IEPC/2023/imports/2/apply");
        for (var i = 0; i < 100 && (await site.Text("/work/IEPC/2023/imports/2")).Contains("id=\"refresh\"", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
        }
    }

    private static string Quoted => $"\"'{Attack.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Every address that there is a case for, also of the years that were typed in, and the pages that they lead to.</summary>
    private static async Task ReadEverything(WebSite site, SampleSite sample)
    {
        Publish(site);
        var paths = EndpointCases.Cases.Values.Select(c => c.Path.Replace("{worker}", sample.WorkerId, StringComparison.Ordinal)).ToList();
        var waiting = new Queue<string>([
            .. paths, .. paths.Where(p => p.StartsWith(BudgetSample.Year, StringComparison.Ordinal)).SelectMany(p => new[] { p.Replace(BudgetSample.Year, "/MAL/2024", StringComparison.Ordinal), p.Replace("/2024", "/2023", StringComparison.Ordinal) }),
            "/work/IEPC/2023/imports/2/rejects", "/work/DIF/journal", "/work/DIF/journal.csv", EndpointCases.Captured + "/capture/2/02/versions/2", "/IEPC/2023/amendments/AP-2023-0002", "/IEPC/2023/amendments/AP-2023-0003",
        ]);
        var read = new HashSet<string>(StringComparer.Ordinal);
        var shown = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            if (!read.Add(path))
            {
                continue;
            }

            using var response = await site.Get(path);
            Assert.True((int)response.StatusCode < 500, $"{path} answered {response.StatusCode}.");
            if (await Harmless(response, path))
            {
                shown.Add(path);
            }

            if (response.Content.Headers.ContentType?.MediaType == "text/html" && paths.Contains(path))
            {
                foreach (var link in PageText.Parse(await response.Content.ReadAsStringAsync()).QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                {
                    if (Worked().IsMatch(link))
                    {
                        waiting.Enqueue(link);
                    }
                }
            }
        }

        Assert.True(shown.Count >= 60, $"Only these {shown.Count} of {read.Count} showed it: {string.Join(", ", shown)}.");
        foreach (var type in new[] { ".csv", ".json", ".xlsx", ".html" })
        {
            Assert.Contains(shown, p => p.EndsWith(type, StringComparison.Ordinal));
        }
    }

    /// <summary>An office whose approved plan is the attack in every text.</summary>
    private static void Publish(WebSite site)
    {
        using var database = site.Database.Open();
        var (years, editor) = (new PlanYears(database, TimeProvider.System), new PlanEditor(database, TimeProvider.System));
        years.Start(new("MAL", Attack), 2024, "2.1.1.1.4", "ana");
        editor.Put("MAL", 2024, new ResponsibleUnit("01", Attack, null, 0), "ana");
        editor.Put("MAL", 2024, new BudgetProgramme("R101", Attack), "ana");
        var project = SmallPlan.Project("01", "A002") with { Name = Attack, Objective = Attack, PlanAlignment = Attack };
        editor.Put("MAL", 2024, project, "ana");
        editor.Put("MAL", 2024, project.Id, SmallPlan.Indicator(Attack) with { UnitOfMeasure = Attack, Objective = Attack, Numerator = Attack, Denominator = Attack, MeansOfVerification = Attack, Assumptions = Attack }, "ana");
        Assert.DoesNotContain(years.Approve("MAL", 2024, new(new(2023, 10, 23), Attack), "ana"), p => p.BlocksApproval);
    }

    /// <summary>Pages of what is worked on; those of the sample's report say nothing new.</summary>
    [GeneratedRegex("^/(work|IEPC/[0-9]{4}|DIF/[0-9]{4})/")]
    private static partial Regex Worked();

    /// <summary>Sees that nothing in an answer runs, and tells whether the attack is in it as text.</summary>
    private static async Task<bool> Harmless(HttpResponseMessage response, string where)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var location = response.Headers.Location?.OriginalString ?? "/";
        Assert.True(location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal), $"{where} leads to {location}.");
        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/html":
                return Harmless(Encoding.UTF8.GetString(bytes), where);
            case "text/csv":
                return IsRunByNoSpreadsheet(Encoding.UTF8.GetString(bytes), where);
            case { } type when type.EndsWith(".sheet", StringComparison.Ordinal):
                return HasNoForeignFormula(bytes, where);
            case "application/json":
                return Encoding.UTF8.GetString(bytes).Contains("<script>alert(1)", StringComparison.Ordinal);
            case null:
                return false;
            default:
                // Whatever came from outside and is no page is handed out to be kept.
                Assert.True(bytes.Length == 0 || response.Content.Headers.ContentDisposition?.DispositionType == "attachment" || !Encoding.UTF8.GetString(bytes).Contains("<script>", StringComparison.Ordinal), $"{where} shows a file.");
                return false;
        }
    }

    private static bool Harmless(string html, string where)
    {
        Assert.False(html.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || html.Contains("<img", StringComparison.OrdinalIgnoreCase), $"{where} has markup that somebody typed.");
        var page = PageText.Parse(html);
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
            {
                var isAddress = attribute.Name is "href" or "src" or "action" or "formaction" or "data";
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{where} has {attribute.Name}.");
                Assert.False(isAddress && !(attribute.Value.Length == 0 || attribute.Value[0] is '/' or '#' or '?') || attribute.Value.StartsWith("//", StringComparison.Ordinal), $"{where} leads to {attribute.Value}.");
            }
        }

        return page.DocumentElement.TextContent.Contains(Attack, StringComparison.Ordinal) || page.QuerySelectorAll("input").Any(i => i.GetAttribute("value") == Attack);
    }

    private static bool IsRunByNoSpreadsheet(string csv, string where)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv.TrimStart('\uFEFF')), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', BufferSize = 1 << 20 });
        var shown = false;
        while (reader.Read())
        {
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                var field = reader.GetString(i);
                var isFigure = decimal.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _);
                Assert.False(field is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] && !isFigure, $"{where}: a spreadsheet runs «{field}».");
                shown |= field.Contains(Attack, StringComparison.Ordinal);
            }
        }

        return shown;
    }

    private static bool HasNoForeignFormula(byte[] workbook, string where)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        var shown = false;
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var part = new StreamReader(entry.Open());
            var xml = System.Xml.Linq.XDocument.Parse(part.ReadToEnd());
            Assert.All(xml.Descendants().Where(e => e.Name.LocalName == "f"), f => Assert.DoesNotContain("alert", f.Value, StringComparison.Ordinal));
            foreach (var cell in xml.Descendants().Where(e => e.Name.LocalName == "c" && e.Value.Contains(Attack, StringComparison.Ordinal)))
            {
                shown = true;
                Assert.True(cell.Attribute("t")?.Value == "inlineStr", $"{where} has a cell that is no text.");
            }
        }

        return shown;
    }
}
