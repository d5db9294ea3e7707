using System.Net;
using Avance.Capture;
using Avance.IntegrationTests.Capture;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>The files of a figure by page: added, listed, downloaded, removed, and frozen with the version.</summary>
public sealed class EvidencePagesTests
{
    private const string Sheet = CaptureSite.Sheet;

    [Fact]
    public async Task A_file_is_added_beside_its_figure_and_removed_while_the_sheet_is_captured()
    {
        await using var test = await CaptureSite.Start();
        var (indicator, stranger) = (test.Office.Indicator("01").Id, test.Office.Indicator("03").Id);
        var page = await test.Site.Saved(Sheet, (test.Achieved, "3"), ("seen", ""), ("next", $"evidence {indicator}"));
        Assert.Equal("Evidencia: Porcentaje de acciones", page.QuerySelector("h1").Words());
        Assert.Equal("3", test.Office.Queries.Sheet(CaptureOffice.Code, CaptureOffice.First, "01")!.Value(new(indicator, CaptureField.Achieved)));

        using (var sent = await test.Site.Post($"{Sheet}/evidence/{indicator}", Form("<img src=x onerror=alert(1)>.pdf", "%PDF-1.7\n%%EOF\n")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        page = await test.Site.Page($"{Sheet}/evidence/{indicator}");
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.Single(page.Table("Archivos").Rows());
        Assert.Contains("Evidencia (1)", (await test.Site.Page(Sheet)).QuerySelector(".sheet-cell").Words(), StringComparison.Ordinal);
        using (var file = await test.Site.Get(Sheet + "/files/1"))
        {
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        }

        using (var refused = await test.Site.Post($"{Sheet}/evidence/{indicator}", Form("acta.pdf", "<html><script>alert(1)</script>")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        // A figure of another unit has no page here, and takes no file by this address.
        await test.Site.Refusal($"{Sheet}/evidence/{stranger}", HttpStatusCode.NotFound);
        using (var sent = await test.Site.Post($"{Sheet}/evidence/{stranger}", Form("acta.pdf", "%PDF-1.7\n%%EOF\n")))
        {
            Assert.True(sent.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity);
        }

        await test.Site.Refusal(CaptureSite.Other + "/files/1", HttpStatusCode.NotFound);
        page = await test.Site.Saved(Sheet + "/files/1/remove", ("subject", indicator.ToString()));
        Assert.Contains("Todavía no hay archivos.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_keeps_its_files()
    {
        await using var test = await CaptureSite.Start();
        var indicator = test.Office.Indicator("01").Id;
        using (var sent = await test.Site.Post($"{Sheet}/evidence/{indicator}", Form("acta.pdf", "%PDF-1.7\n%%EOF\n")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        test.Submitted();
        Assert.Contains("acta.pdf", (await test.Site.Page(Sheet + "/versions/1")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("acta.pdf", (await test.Site.Page($"{CaptureSite.Year}/trace/1/01/{indicator}")).QuerySelector("main").Words(), StringComparison.Ordinal);
        using var late = await test.Site.Post($"{Sheet}/evidence/{indicator}", Form("otra.pdf", "%PDF-1.7\n%%EOF\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Null((await test.Site.Page($"{Sheet}/evidence/{indicator}")).QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task Content_that_is_gone_is_told_as_such_and_not_as_a_database_that_does_not_answer()
    {
        await using var test = await CaptureSite.Start();
        using (var sent = await test.Site.Post($"{Sheet}/evidence/{test.Office.Indicator("01").Id}", Form("acta.pdf", "%PDF-1.7\n%%EOF\n")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        Directory.Delete(test.Office.Database.FilePath + ".evidence", recursive: true);
        var words = (await test.Site.Refusal(Sheet + "/files/1", HttpStatusCode.ServiceUnavailable)).QuerySelector("main").Words();
        Assert.Contains("acta.pdf", words, StringComparison.Ordinal);
        Assert.Contains("avance journal verify", words, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(string name, string content) =>
        new() { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "file", name } };
}
