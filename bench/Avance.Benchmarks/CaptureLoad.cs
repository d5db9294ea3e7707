using System.Collections.Concurrent;
using System.Diagnostics;
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
/// People of all units who capture at once, each on a thread: they type in places of their own, one in twenty times in one that their
/// whole unit shares, and think between two saves.
/// </summary>
/// <param name="location">The database, in which the quarter is open.</param>
/// <param name="entityCode">The office.</param>
/// <param name="period">The quarter.</param>
/// <param name="people">How many.</param>
public sealed class CaptureLoad(string location, string entityCode, FiscalPeriod period, int people)
{
    private const int RowsOfPerson = 5;

    private readonly ConcurrentBag<(string Unit, CellAddress Place, string Value, int Revision)> _kept = [];
    private readonly ConcurrentBag<string> _errors = [];
    private readonly ConcurrentBag<double> _times = [];
    private int _conflicts;

    /// <summary>Runs it.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="think">How long people think between two saves, give or take a half.</param>
    public LoadResult Run(TimeSpan duration, TimeSpan think)
    {
        using var database = Database.Open(location);
        var sheets = new CaptureSheets(database, TimeProvider.System);
        var projects = new PlanQueries(database).Get(entityCode, period.Year).Projects.Where(static p => p.Indicators.Count > 0).GroupBy(static p => p.UnitCode).Select(static g => g.First()).ToList();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var threads = Enumerable.Range(0, people).Select(number => new Thread(() =>
        {
            var project = projects[number % projects.Count];
            var first = 1 + number / projects.Count * RowsOfPerson;
            List<CellAddress> own = [.. Enumerable.Range(first, RowsOfPerson).SelectMany(row => new CellAddress[] { new(project.Id, CaptureField.Row(CaptureField.Women, row)), new(project.Id, CaptureField.Row(CaptureField.Men, row)) })];
            var seen = new Dictionary<CellAddress, int>();
            for (var turn = 0; Stopwatch.GetTimestamp() < end; turn++)
            {
                Thread.Sleep(think / 2 + think * ((number * 7919 + turn * 104_729) % 1000 / 1000.0));
                var place = turn % 20 == 19 ? new CellAddress(project.Indicators[0].Id, CaptureField.Achieved) : own[turn % own.Count];
                Save(sheets, project.UnitCode, number, place, turn, seen);
            }
        }, maxStackSize: 256 * 1024)).ToList();
        threads.ForEach(static t => t.Start());
        threads.ForEach(static t => t.Join());
        return new(_times.Count, _conflicts, [.. _errors], Lost(database), [.. _times.Order()]);
    }

    private void Save(CaptureSheets sheets, string unit, int number, CellAddress place, int turn, Dictionary<CellAddress, int> seen)
    {
        var value = $"{number * 10_000 + turn}";
        var start = Stopwatch.GetTimestamp();
        try
        {
            var cell = sheets.Save(entityCode, period, unit, [new(place, value, seen.GetValueOrDefault(place))], $"persona{number}@iepc.mx").Cells[0];
            _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            seen[place] = cell.Current!.Revision;
            if (cell.IsConflict)
            {
                Interlocked.Increment(ref _conflicts);
            }

            _kept.Add((unit, place, cell.IsConflict ? cell.Current.Value : value, cell.Current.Revision));
        }
        catch (RuleViolationException refused)
        {
            _errors.Add($"{refused.RuleId}: {refused.Message}");
        }
    }

    private int Lost(Database database)
    {
        var queries = new CaptureQueries(database, new());
        return _kept.GroupBy(static k => k.Unit).Sum(unit =>
        {
            var stored = queries.News(entityCode, period, unit.Key, DateTimeOffset.UnixEpoch, "").Cells.Select(static c => (c.Address, c.Value, c.Revision)).ToHashSet();
            return unit.Count(k => !stored.Contains((k.Place, k.Value, k.Revision)));
        });
    }
}
