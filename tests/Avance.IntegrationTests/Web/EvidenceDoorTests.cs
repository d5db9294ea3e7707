using System.IO.Compression;
using System.Net;
using System.Text;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Files made to do harm, brought as evidence: refused, or handed out as what they are and able to do nothing.</summary>
public sealed class EvidenceDoorTests
{
    private const string Pdf = "%PDF-1.7\n%%EOF\n";

    [Theory]
    [InlineData("../../../acta.pdf", "acta.pdf")]
    [InlineData("..\\..\\acta.pdf", "acta.pdf")]
    [InlineData("/etc/acta.pdf", "acta.pdf")]
    [InlineData("C:\\Windows\\acta.pdf", "acta.pdf")]
    [InlineData("..", "...pdf")]
    [InlineData("CON", "CON.pdf")]
    [InlineData("NUL.pdf", "NUL.pdf")]
    [InlineData("acta.pdf.", "acta.pdf..pdf")]
    [InlineData("acta.pdf::$DATA", "acta.pdf::$DATA.pdf")]
    [InlineData("acta%2F..%2F.pdf", "acta%2F..%2F.pdf")]
    [InlineData("acta%22; filename=%22otra.html", "acta%22; filename=%22otra.html.pdf")]
    [InlineData("acta'; filename*=UTF-8''otra.html", "acta'; filename*=UTF-8''otra.html.pdf")]
    [InlineData("a\0.pdf", null)]
    [InlineData("a\r\nSet-Cookie: avance=x.pdf", null)]
    [InlineData("acta\u202Efdp.exe", null)]
    [InlineData("", null)]
    public async Task A_name_goes_nowhere_and_breaks_nothing(string name, string? offered)
    {
        await using var test = await CaptureSite.Start();
        using var sent = await Send(test, name, Encoding.UTF8.GetBytes(Pdf));
        if (offered is null)
        {
            Assert.True(sent.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest, $"«{name}» answered {sent.StatusCode}.");
            Assert.Empty(Kept(test));
            return;
        }

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using var file = await Taken(test, "application/pdf");
        Assert.Equal(offered, file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.False(file.Headers.Contains("Set-Cookie"));
        // On the disk there is its hash, beside the database, and nothing of its name.
        Assert.Matches("^[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{62}$", Assert.Single(Kept(test)));
    }

    [Fact]
    public async Task A_name_without_end_is_refused()
    {
        await using var test = await CaptureSite.Start();
        using var sent = await Send(test, new string('a', 201) + ".pdf", Encoding.UTF8.GetBytes(Pdf));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        using var longer = await Send(test, new string('a', 100_000) + ".pdf", Encoding.UTF8.GetBytes(Pdf));
        Assert.True(longer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest);
        Assert.Empty(Kept(test));
    }

    /// <summary>What is two things at once is taken for the harmless one, or not at all; nothing is ever shown in a page.</summary>
    [Fact]
    public async Task What_is_two_things_at_once_is_handed_out_as_one_that_runs_nowhere()
    {
        await using var test = await CaptureSite.Start();
        (string Name, byte[] Content, string? MediaType, string Offered)[] files =
        [
            ("foto.gif", "GIF89a/*\0\0*/=1;alert(1)"u8.ToArray(), null, ""),
            ("foto.gif", "GIF89a=1;alert(1)//"u8.ToArray(), "text/plain", "foto.gif.txt"),
            ("acta.pdf", "%PDF-1.7\n<html><script>alert(1)</script>"u8.ToArray(), null, ""),
            ("acta.zip", [.. "%PDF-1.7\n"u8, .. Package("a.txt", "x")], "application/pdf", "acta.zip.pdf"),
            ("acta.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), null, ""),
            ("acta.svg", "\uFEFF<?xml version='1.0'?><svg/>"u8.ToArray(), null, ""),
            ("acta.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray(), null, ""),
            ("acta.js", "alert(1)"u8.ToArray(), "text/plain", "acta.js.txt"),
            ("hoja.xlsx", Package("xl/workbook.xml", "x", "xl/vbaProject.bin", "x"), null, ""),
            ("hoja.xlsm", Package("xl/workbook.xml", "x"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "hoja.xlsm.xlsx"),
            ("bomba.zip", Package("ceros", new string('0', 50_000_000)), "application/zip", "bomba.zip"),
        ];
        foreach (var (name, content, mediaType, offered) in files)
        {
            using var sent = await Send(test, name, content);
            Assert.True(sent.StatusCode == (mediaType is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther), $"{name} ({Encoding.Latin1.GetString(content)[..8]}) answered {sent.StatusCode}.");
            if (mediaType is not null)
            {
                using var file = await Taken(test, mediaType);
                Assert.Equal(offered, file.Content.Headers.ContentDisposition!.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName);
                Assert.Equal(content, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                using var removed = await test.Site.Post($"{CaptureSite.Sheet}/files/{Number(test)}/remove");
            }
        }
    }

    /// <summary>Nobody says how much is coming, and it does not end: it stops at the limit, and nothing of it stays.</summary>
    [Fact]
    public async Task A_file_without_end_stops_at_the_limit()
    {
        await using var test = await CaptureSite.Start();
        using var form = new MultipartFormDataContent();
        using var endless = new EndlessContent();
        form.Add(endless, "file", "grande.txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(test)) { Content = form };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("Origin", test.Site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        try
        {
            using var answer = await test.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server hung up while it was being sent.
        }

        Assert.InRange(endless.Sent, 25L << 20, 40L << 20);
        Assert.Empty(Kept(test));
        Assert.Equal(0, test.Office.Sheet("01").Edits);
    }

    private static string Address(CaptureSite test) => $"{CaptureSite.Sheet}/evidence/{test.Office.Indicator("01").Id}";

    private static int Number(CaptureSite test) =>
        int.Parse(test.Site.Database.Rows("SELECT max(number) FROM evidence")[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The last file, as it is handed out.</summary>
    private static async Task<HttpResponseMessage> Taken(CaptureSite test, string mediaType)
    {
        var file = await test.Site.Get($"{CaptureSite.Sheet}/files/{Number(test)}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(mediaType, file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        return file;
    }

    /// <summary>What the store has, each by its path in it.</summary>
    private static string[] Kept(CaptureSite test)
    {
        var folder = test.Site.Database.Location + ".evidence";
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))] : [];
    }

    /// <summary>Sends a file under a name that is not looked at before it is sent.</summary>
    private static async Task<HttpResponseMessage> Send(CaptureSite test, string name, byte[] content)
    {
        const string Boundary = "limite";
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"; filename*=UTF-8''{Uri.EscapeDataString(name)}\r\nContent-Type: text/html\r\n\r\n"),
            .. content,
            .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
        ];
        using var form = new ByteArrayContent(body);
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + Boundary);
        return await test.Site.Post(Address(test), form);
    }

    private static byte[] Package(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Chunk(2))
            {
                using var entry = archive.CreateEntry(part[0]).Open();
                entry.Write(Encoding.UTF8.GetBytes(part[1]));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Letters, until nobody takes them any more; two hundred megabytes at most.</summary>
    private sealed class EndlessContent : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = Encoding.ASCII.GetBytes(new string('a', 1 << 16));
            while (Sent < 200L << 20)
            {
                await stream.WriteAsync(piece);
                Sent += piece.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
