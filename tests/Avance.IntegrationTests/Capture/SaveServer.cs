using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Avance.Access;
using Avance.Capture;
using Avance.IntegrationTests.Access;
using Avance.Web;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>A place that was answered.</summary>
internal sealed record AnsweredCell(CellAddress Place, bool IsConflict, string Value, int Revision);

/// <summary>The web in a process of its own, which keeps what the tabs of two people send until it is killed.</summary>
internal sealed class SaveServer : IDisposable
{
    private const string LocationVariable = "AVANCE_TEST_SAVES";

    private readonly string _location;
    private readonly IReadOnlyList<string> _people;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private Process _process;
    private Uri _address = null!;
    private Dictionary<string, string> _keys = [];

    public SaveServer(string location, IReadOnlyList<string> people)
    {
        (_location, _people) = (location, people);
        _process = Start();
    }

    public bool IsDead { get; private set; }

    /// <summary>Sends places as the script of the page does.</summary>
    /// <returns>What stands in each; null when nothing was heard, which says nothing of whether they are kept.</returns>
    public async Task<IReadOnlyList<AnsweredCell>?> Send(string actor, IReadOnlyList<CellEdit> edits, CancellationToken gone)
    {
        var fields = edits.Select(static e => KeyValuePair.Create(Name(e.Address), e.Value)).Append(new("seen", string.Join(' ', edits.Select(static e => $"{Name(e.Address)}={e.Base}"))));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, $"/work/{CaptureOffice.Code}/2024/capture/1/01/cells")) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Avance", "1");
        request.Headers.Add("Origin", _address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", SignedIn.Cookie(_keys[actor]));
        try
        {
            using var response = await _client.SendAsync(request, gone);
            var text = await response.Content.ReadAsStringAsync(gone);
            Assert.True(response.StatusCode is HttpStatusCode.OK or >= HttpStatusCode.InternalServerError, $"{response.StatusCode}: {text}");
            return response.StatusCode == HttpStatusCode.OK ? Read(text) : null;
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        IsDead = true;
    }

    public void Restart()
    {
        _process.Dispose();
        _process = Start();
        IsDead = false;
    }

    public void Dispose()
    {
        if (!IsDead)
        {
            Kill();
        }

        _process.Dispose();
        _client.Dispose();
    }

    /// <summary>Serves in the process that was started, and never returns.</summary>
    public static async Task Serve(IEnumerable<string> people)
    {
        await using var app = WebHost.Build(new(Environment.GetEnvironmentVariable(LocationVariable)!, ["http://127.0.0.1:0"]));
        await app.StartAsync();
        var keys = people.Distinct().Select(email => SignedIn.Session(app.Services, email, new Grant(Role.Capture, CaptureOffice.Code, "01"))).ToList();

        // Straight to the pipe: the runner keeps what tests print until they end.
        using (var output = Console.OpenStandardOutput())
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes($"\nready {app.Urls.Single()} {string.Join(' ', keys)}\n"));
        }

        await Task.Delay(Timeout.Infinite);
    }

    private static string Name(CellAddress place) => $"{place.Subject}.{place.Field}";

    private static List<AnsweredCell> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("cells").EnumerateArray().Select(static cell =>
        {
            var name = cell.GetProperty("name").GetString()!;
            return new AnsweredCell(new(Guid.Parse(name[..36]), name[37..]), cell.GetProperty("conflict").GetBoolean(), cell.GetProperty("value").GetString()!, cell.GetProperty("revision").GetInt32());
        })];
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(ScheduleTests).FullName}.{nameof(ScheduleTests.Serves_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [LocationVariable] = _location },
        })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                _address = new(words[1]);
                _keys = _people.Distinct().Zip(words[2..]).ToDictionary();
                return process;
            }
        }

        throw new InvalidOperationException("The server does not start.");
    }
}
