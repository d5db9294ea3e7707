using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;

namespace Avance.Benchmarks;

/// <summary>What came of a load: how many saves, what went wrong, and how long each took.</summary>
/// <param name="Saves">Saves that were acknowledged.</param>
/// <param name="Conflicts">Of those, the ones that were shown what another had written.</param>
/// <param name="Errors">Saves that were not answered as they should.</param>
/// <param name="Lost">Acknowledged values that were not found afterwards.</param>
/// <param name="Milliseconds">How long each save took, shortest first.</param>
public sealed record LoadResult(int Saves, int Conflicts, IReadOnlyList<string> Errors, int Lost, IReadOnlyList<double> Milliseconds)
{
    /// <summary>The time within which so many of a hundred were done.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, int percent) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}

/// <summary>
/// People of all units who capture at once, signed in, as the script of the page does it: they type in places of their own, one in twenty
/// times in one that their whole unit shares, and think between two saves.
/// </summary>
/// <param name="address">Where the web listens.</param>
/// <param name="location">Its database, in which the quarter is open.</param>
/// <param name="entityCode">The office.</param>
/// <param name="period">The quarter.</param>
/// <param name="people">How many.</param>
public sealed class CaptureLoad(Uri address, string location, string entityCode, FiscalPeriod period, int people) : IDisposable
{
    private const int RowsOfPerson = 5;

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly ConcurrentBag<(string Unit, CellAddress Place, string Value, int Revision)> _kept = [];
    private readonly ConcurrentBag<string> _errors = [];
    private readonly ConcurrentBag<double> _times = [];
    private int _conflicts;

    /// <summary>Runs it.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="think">How long people think between two saves, give or take a half.</param>
    public async Task<LoadResult> Run(TimeSpan duration, TimeSpan think)
    {
        using var database = Database.Open(location);
        var projects = new PlanQueries(database).Get(entityCode, period.Year).Projects.Where(static p => p.Indicators.Count > 0).GroupBy(static p => p.UnitCode).Select(static g => g.First()).ToList();
        var keys = Enumerable.Range(0, people).Select(number => Key(database, number, projects[number % projects.Count].UnitCode)).ToList();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, people).Select(async number =>
        {
            var project = projects[number % projects.Count];
            var first = 1 + number / projects.Count * RowsOfPerson;
            List<CellAddress> own = [.. Enumerable.Range(first, RowsOfPerson).SelectMany(row => new CellAddress[] { new(project.Id, CaptureField.Row(CaptureField.Women, row)), new(project.Id, CaptureField.Row(CaptureField.Men, row)) })];
            var seen = new Dictionary<CellAddress, int>();
            for (var turn = 0; Stopwatch.GetTimestamp() < end; turn++)
            {
                await Task.Delay(think / 2 + think * ((number * 7919 + turn * 104_729) % 1000 / 1000.0));
                var place = turn % 20 == 19 ? new CellAddress(project.Indicators[0].Id, CaptureField.Achieved) : own[turn % own.Count];
                await Save(keys[number], project.UnitCode, place, $"{number * 10_000 + turn}", seen);
            }
        }));
        return new(_times.Count, _conflicts, [.. _errors], Lost(database), [.. _times.Order()]);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task Save(string key, string unit, CellAddress place, string value, Dictionary<CellAddress, int> seen)
    {
        var name = $"{place.Subject}.{place.Field}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/work/{entityCode}/{period.Year}/capture/{period.Quarter}/{unit}/cells"))
        {
            Content = new FormUrlEncodedContent([new(name, value), new("seen", $"{name}={seen.GetValueOrDefault(place)}")]),
            Headers = { { "X-Avance", "1" }, { "Origin", address.GetLeftPart(UriPartial.Authority) }, { "Cookie", $"avance={key}" } },
        };
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode)
            {
                _errors.Add($"{response.StatusCode}: {text}");
                return;
            }

            _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            using var json = JsonDocument.Parse(text);
            var cell = json.RootElement.GetProperty("cells")[0];
            seen[place] = cell.GetProperty("revision").GetInt32();
            var isConflict = cell.GetProperty("conflict").GetBoolean();
            Interlocked.Add(ref _conflicts, isConflict ? 1 : 0);
            _kept.Add((unit, place, isConflict ? cell.GetProperty("value").GetString()! : value, seen[place]));
        }
        catch (HttpRequestException failure)
        {
            _errors.Add(failure.Message);
        }
    }

    private string Key(Database database, int number, string unit)
    {
        var account = new Accounts(database, TimeProvider.System).Add($"persona{number}@iepc.mx", $"Persona {number}", "-", "bench");
        new People(database, TimeProvider.System).Give(account.Id, new Grant(Role.Capture, entityCode, unit), new("bench", null));
        return new Sessions(database, TimeProvider.System).Open(account, "password");
    }

    private int Lost(Database database)
    {
        var queries = new CaptureQueries(database, new());
        return _kept.GroupBy(static k => (k.Unit, k.Place)).Sum(place =>
        {
            var stored = queries.History(entityCode, period, place.Key.Unit, place.Key.Place).Select(static c => (c.Value, c.Revision)).ToHashSet();
            return place.Count(k => !stored.Contains((k.Value, k.Revision)));
        });
    }
}
