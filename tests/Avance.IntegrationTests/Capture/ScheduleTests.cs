using Avance.Capture;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// Tabs of several people over the web in another process, in orders that seeds draw: answers that never arrive, requests sent twice,
/// pages seen long ago, the server killed and started again. After each schedule every place holds what it should: nothing lost,
/// nothing twice, nothing overwritten unseen.
/// </summary>
public sealed class ScheduleTests
{
    private const int Acts = 40;
    private static readonly string[] People = ["eva@iepc.mx", "luis@iepc.mx", "eva@iepc.mx"];

    private static int Schedules => Environment.GetEnvironmentVariable("AVANCE_SOAK") is { Length: > 0 } ? 1_000 : 20;

    [Theory, EachDatabase]
    public async Task No_place_is_lost_doubled_or_overwritten_unseen(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        using var server = new SaveServer(test.Location, People);
        var number = 0;
        for (var seed = 1u; seed <= Schedules; seed++)
        {
            var run = new Run(office, new(seed), $"{seed}-", number);
            await run.Live(server);
            run.Check($"Schedule {seed} on {engine}");
            number = run.Number;
        }

        Assert.Null(office.Verify());
    }

    /// <summary>Runs in the process that the test above starts, and works until it is killed.</summary>
    [Fact(Explicit = true)]
    public Task Serves_until_it_is_killed() => SaveServer.Serve(People);

    /// <summary>One schedule.</summary>
    private sealed class Run
    {
        private readonly CaptureOffice _office;
        private readonly Chance _chance;
        private readonly string _mark;
        private readonly List<CellAddress> _places;
        private readonly List<SheetTab> _tabs;
        private readonly List<(SheetTab Tab, List<CellEdit> Edits, Task<IReadOnlyList<AnsweredCell>?> Answer)> _waiting = [];

        public Run(CaptureOffice office, Chance chance, string mark, int number)
        {
            (_office, _chance, _mark, Number) = (office, chance, mark, number);
            var project = office.Project("01");
            _places = [new(office.Indicator("01").Id, CaptureField.Achieved), new(project.Id, CaptureField.Cause), new(project.Id, "women-1"), new(project.Id, "men-1")];
            var page = Sheet().Cells;
            _tabs = [.. People.Select(actor => new SheetTab(actor, page))];
        }

        public int Number { get; private set; }

        public async Task Live(SaveServer server)
        {
            var killAt = _chance.Is(30) ? _chance.Below(Acts) : -1;
            for (var act = 0; act < Acts; act++)
            {
                if (act == killAt)
                {
                    server.Kill();
                }

                Act(server);
                if (server.IsDead && _chance.Is(30))
                {
                    server.Restart();
                }

                if (_waiting.Count > 3)
                {
                    await Answer(_chance.Below(_waiting.Count), isHeard: true);
                }
            }

            for (var turn = 0; _waiting.Count > 0 || _tabs.Exists(static t => t.HasUnsent); turn++)
            {
                Assert.True(turn < 1_000, "Tabs never come to rest.");
                if (server.IsDead)
                {
                    server.Restart();
                }

                foreach (var tab in _tabs.Where(static t => t.HasUnsent))
                {
                    Send(server, tab, tab.Unsent);
                }

                while (_waiting.Count > 0)
                {
                    await Answer(0, isHeard: true);
                }
            }
        }

        /// <summary>Holds what is stored against what tabs did.</summary>
        public void Check(string schedule)
        {
            var written = new HashSet<DateTimeOffset>();
            foreach (var place in _places)
            {
                var history = _office.Queries.History(CaptureOffice.Code, CaptureOffice.First, "01", place);
                written.UnionWith(history.Select(static c => c.At));
                foreach (var (tab, kept) in _tabs.SelectMany(t => t.Kept.Where(k => k.Place == place).Select(k => (t, k))))
                {
                    Assert.True(history[kept.Revision - 1].Value == kept.Value, $"{schedule}: {kept} of {tab.Actor} is lost.");
                }

                foreach (var cell in history.Where(c => c.Value.StartsWith(_mark, StringComparison.Ordinal)))
                {
                    var sent = _tabs.Where(t => t.Sent.ContainsKey((place, cell.Value))).Select(t => t.Sent[(place, cell.Value)]).Single();
                    Assert.True(history.Count(c => c.Value == cell.Value) <= 1 + sent.Insisted, $"{schedule}: {cell} is there twice.");
                    Assert.True(sent.Bases.Contains(cell.Revision - 1), $"{schedule}: {cell} was written over what nobody had seen.");
                }
            }

            Assert.True(written.Count == Sheet().Sheet.Edits, $"{schedule}: a save is there by half.");
        }

        private App.Capture.SheetFile Sheet() => _office.Queries.Sheet(CaptureOffice.Code, CaptureOffice.First, "01")!;

        private void Act(SaveServer server)
        {
            var tab = _chance.Of(_tabs);
            if (_chance.Is(60) || !tab.HasUnsent)
            {
                tab.Type(_chance.Of(_places), $"{_mark}{Number++}");
            }

            if (_chance.Is(70))
            {
                Send(server, tab, _chance.Some(tab.Unsent, 1 + _chance.Below(3)));
            }

            if (_waiting.Count > 0 && _chance.Is(30))
            {
                Answer(_chance.Below(_waiting.Count), isHeard: _chance.Is(60)).GetAwaiter().GetResult();
            }
        }

        private void Send(SaveServer server, SheetTab tab, IEnumerable<CellAddress> places)
        {
            var edits = tab.Request(places.ToList());
            if (edits.Count == 0 || _chance.Is(5))
            {
                // The network was away: nothing left the tab.
                return;
            }

            for (var times = _chance.Is(15) ? 2 : 1; times > 0; times--)
            {
                // Some go away in the middle, at any moment of the save.
                var gone = _chance.Is(15) ? new CancellationTokenSource(TimeSpan.FromMilliseconds(_chance.Below(12))).Token : TestContext.Current.CancellationToken;
                _waiting.Add((tab, edits, server.IsDead ? Task.FromResult<IReadOnlyList<AnsweredCell>?>(null) : server.Send(tab.Actor, edits, gone)));
            }
        }

        private async Task Answer(int which, bool isHeard)
        {
            var (tab, edits, waiting) = _waiting[which];
            _waiting.RemoveAt(which);
            if (isHeard && await waiting is { } answer)
            {
                tab.Take(edits, answer, _chance.Is(50));
            }
        }
    }
}
