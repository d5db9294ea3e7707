using System.Net;
using System.Text;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Web;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>A table from upload to the ledger, over HTTP.</summary>
public sealed class ImportWorkTests
{
    private const string Imports = "/work/IEPC/2023/imports";

    private const string Accruals = """
        documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe
        D-1,2023-02-28,Papel,01-R101-A001-21101-1-11,2,comprometido+devengado,100.00
        D-2,2023-02-28,Tinta,01-R101-A001-21101-1-11,2,comprometido+devengado,"12,34"
        D-3,2023-02-30,Luz,01-R101-A001-21101-1-11,2,comprometido+devengado,10
        D-4,2023-02-28,Agua,01-R101-Z999-21101-1-11,2,comprometido+devengado,10
        """;

    [Fact]
    public async Task Three_bad_rows_are_downloaded_mended_and_sent_again_and_nothing_is_posted_twice()
    {
        using var office = new ImportOffice(TestEngine.Sqlite).Opened();
        await using var app = WebHost.Build(new(office.Location, ["http://127.0.0.1:0"]));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var handler = Handler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(SignedIn.Session(app.Services, SignedIn.Worker, SignedIn.Everything)));
        var first = await Upload(client, Imports, "movimientos", Accruals);
        var preview = await Settled(client, first);
        Assert.Contains("Hay documentos con problemas", preview, StringComparison.Ordinal);
        Assert.Contains("01-R101-Z999-21101-1-11", preview, StringComparison.Ordinal);
        Assert.Equal(["0"], office.Rows("SELECT count(*) FROM document WHERE kind = 'posting'"));
        Assert.Contains("Se registraron los documentos sin problemas", await Settled(client, await Post(client, first + "/apply")), StringComparison.Ordinal);
        Assert.Equal(["1"], office.Rows("SELECT count(*) FROM document WHERE kind = 'posting'"));

        var rejects = await client.GetStringAsync(new Uri(first + "/rejects", UriKind.Relative), TestContext.Current.CancellationToken);
        var mended = rejects.Replace("12,34", "12.34", StringComparison.Ordinal).Replace("2023-02-30", "2023-02-28", StringComparison.Ordinal).Replace("01-R101-Z999-21101-1-11,2", "01-R101-A001-21101-1-11,2", StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            var again = await Upload(client, Imports, "movimientos", mended);
            await Settled(client, again);
            await Settled(client, await Post(client, again + "/apply"));
            Assert.Equal(["4|8"], office.Rows("SELECT (SELECT count(*) FROM document WHERE kind = 'posting'), count(*) FROM ledger_entry WHERE stage IN (4, 5)"));
        }

        Assert.Contains("registrada", await client.GetStringAsync(new Uri(Imports, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_another_system_are_chosen_and_remembered()
    {
        using var office = new ImportOffice(TestEngine.Sqlite).Opened();
        await using var app = WebHost.Build(new(office.Location, ["http://127.0.0.1:0"]));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var handler = Handler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(SignedIn.Session(app.Services, SignedIn.Worker, SignedIn.Everything)));
        var upload = await Upload(client, Imports, "movimientos", "Póliza;Día;UR;PP;PY;Partida;TG;FF;Fase;Cargo\nE-1;28/02/2023;01;R101;A001;21101;1;11;comprometido;100.50\n");
        Assert.Contains("no se puede leer así", await Settled(client, upload), StringComparison.Ordinal);
        Assert.Contains(">Póliza</option>", WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(upload + "/columns", UriKind.Relative), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        var saved = await Post(client, upload + "/columns", ("name", "sistema-x"), ("source-documento", "Póliza"), ("source-fecha", "Día"), ("source-momento", "Fase"), ("source-importe", "Cargo"), ("joined", "UR + PP + PY + Partida + TG + FF"));
        Assert.Contains("se lee bien", await Settled(client, saved), StringComparison.Ordinal);
        await Settled(client, await Post(client, upload + "/apply"));
        Assert.Equal(["sistema-x|10050"], office.Rows("SELECT d.source, e.amount FROM ledger_entry e JOIN document d ON d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence WHERE d.kind = 'posting'"));
        await Post(client, upload + "/cancel");
        using var gone = await client.GetAsync(new Uri(upload, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_is_told_on_the_page_and_the_program_goes_on()
    {
        using var office = new ImportOffice(TestEngine.Sqlite).Opened();
        await using var app = WebHost.Build(new(office.Location, ["http://127.0.0.1:0"]));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var handler = Handler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(SignedIn.Session(app.Services, SignedIn.Worker, SignedIn.Everything)));
        office.Rows("DROP TABLE line_balance");
        var upload = await Upload(client, Imports, "movimientos", Accruals);
        Assert.Contains("El programa falló al trabajar este archivo y no registró nada", await Settled(client, upload), StringComparison.Ordinal);
        Assert.Contains("Subir", await client.GetStringAsync(new Uri(Imports, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Uploads a table and waits until it was read; the address of its page.</summary>
    internal static async Task<string> Upload(WebSite site, string address, string mapping, string content)
    {
        var upload = await Upload(site.Client, address, mapping, content);
        await Settled(site.Client, upload);
        return upload;
    }

    private static async Task<string> Upload(HttpClient client, string address, string mapping, string content)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        using var name = new StringContent(mapping);
        form.Add(file, "file", "devengados.csv");
        form.Add(name, "mapping");
        return await Send(client, address, form);
    }

    private static async Task<string> Post(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Send(client, address, form);
    }

    private static async Task<string> Send(HttpClient client, string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await client.SendAsync(request);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{address} answered {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.Headers.Location!.OriginalString.Split('?')[0];
    }

    /// <summary>The page of an upload once nobody works on it: until then it offers to be renewed.</summary>
    private static async Task<string> Settled(HttpClient client, string address)
    {
        for (var i = 0; i < 600; i++)
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var page = await response.Content.ReadAsStringAsync();
            if (!page.Contains("id=\"refresh\"", StringComparison.Ordinal))
            {
                Assert.False(response.Headers.Contains("Refresh"));
                return WebUtility.HtmlDecode(page);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException(address);
    }

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };
}
