using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.IntegrationTests.Ledger;

/// <summary>An office with an open year and some budget lines, for tests of the ledger alone.</summary>
internal sealed class Books : IDisposable
{
    public const string Office = "IEPC";
    public const int Year = 2023;

    private readonly TestDatabase _place;
    private int _folio;

    public Books(TestEngine engine, int lines = 3)
    {
        _place = new(engine);
        Database = _place.Open();
        Clock = new TestClock(new(2023, 1, 15, 12, 0, 0, TimeSpan.Zero));
        Entity = Database.Write(session => Entities.FindOrAdd(session, Office, Clock.GetUtcNow()));
        Lines = [.. Enumerable.Range(1, lines).Select(i => Guid.CreateVersion7(Clock.GetUtcNow()))];
        Database.Write(session =>
        {
            PlanRows.InsertYear(session, Entity, new PublicEntity(Office, "Instituto"), new FiscalYear(Year, PlanState.Draft, 0, 1));
            for (var i = 0; i < lines; i++)
            {
                BudgetLines.Add(session, Entity, Year, new BudgetLine(Lines[i], $"01-R101-A{i:000}-21101-1-16", null, []));
            }

            return true;
        });
        Post = new(Database, Clock);
        Queries = new(Database);
    }

    public Database Database { get; }

    public string Location => _place.Location;

    public TestDatabase Place => _place;

    public TestClock Clock { get; }

    public Guid Entity { get; }

    public IReadOnlyList<Guid> Lines { get; }

    public PostDocument Post { get; }

    public LedgerQueries Queries { get; }

    /// <summary>The year in its next state.</summary>
    public void Become(PlanState state, int closedThrough = 0) => Database.Write(session =>
    {
        var year = PlanRows.FindYear(session, Office, Year)!.Year;
        PlanRows.UpdateYear(session, Entity, year with { State = state, ClosedThrough = closedThrough, Version = year.Version + 1 });
        return true;
    });

    /// <summary>Approves a budget, the same amount each month of each line, and opens the year.</summary>
    public void Approve(long centavosEachMonth)
    {
        Execute(Document(DocumentKind.Budget, [.. Lines.SelectMany(line => Enumerable.Range(1, 12).Select(m => new BudgetEntry(line, m, BudgetStage.Approved, new(centavosEachMonth))))]));
        Become(PlanState.Approved);
        Become(PlanState.Open);
    }

    public LedgerDocument Document(DocumentKind kind, params BudgetEntry[] entries)
    {
        var folio = $"D{Interlocked.Increment(ref _folio):00000}";
        return new()
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            Kind = kind,
            Folio = folio,
            SourceDocumentId = folio,
            EffectiveOn = DateOnly.FromDateTime(Clock.GetUtcNow().Date),
            Entries = entries,
        };
    }

    public LedgerVerdict Execute(LedgerDocument document) => Post.Execute(Office, Year, document, "ana");

    public LedgerVerdict Spend(int line, int month, long centavos, params BudgetStage[] stages) =>
        Execute(Document(DocumentKind.Posting, [.. stages.Select(s => new BudgetEntry(Lines[line], month, s, new(centavos)))]));

    public LineBalance Balance(int line, AsOf asOf = default) => Queries.Balances(Office, Year, asOf).GetValueOrDefault(Lines[line], new());

    public void Dispose()
    {
        Database.Dispose();
        _place.Dispose();
    }
}

/// <summary>A clock that stands where it was put.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
