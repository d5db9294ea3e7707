using Avance.App.Capture;
using Avance.App.Journal;
using Avance.App.Planning;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Capture;
using Avance.IntegrationTests.Planning;
using Avance.Planning;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// The small plan, open, on a clock of its own: units 01 and 03 capture the first quarter of 2024 from 1 to 15 April. Eva captures
/// 01, Luis 03, Rosa reviews, Omar signs.
/// </summary>
internal sealed class CaptureOffice : IDisposable
{
    public const string Code = SmallPlan.Code;

    /// <param name="location">The database.</param>
    /// <param name="opened">Whether the first quarter is opened.</param>
    /// <param name="yearly">Whether indicators are measured once a year.</param>
    public CaptureOffice(string location, bool opened = true, bool yearly = false)
    {
        Database = Database.Open(location);
        Plan = SmallPlan.Make(Database);
        foreach (var (project, indicator) in yearly ? Plan.Projects.SelectMany(static p => p.Indicators.Select(i => (p, i))) : [])
        {
            new PlanEditor(Database, Clock).Put(Code, SmallPlan.Year, project.Id, indicator with { Frequency = MeasurementFrequency.Annual, Calendar = [null, null, null, null, null, null, null, null, null, null, null, 12], AnnualTarget = 12 }, "ana");
        }

        Plan = SmallPlan.Find(Database);
        var years = new PlanYears(Database, Clock);
        years.Approve(Code, SmallPlan.Year, SmallPlan.Approval, "ana");
        years.Open(Code, SmallPlan.Year, "ana", withoutBudget: true);
        if (opened)
        {
            Periods.Open(Code, First, new(2024, 4, 1), new(2024, 4, 15), "ana");
        }
    }

    public static FiscalPeriod First { get; } = new(SmallPlan.Year, 1);

    public Database Database { get; }

    public AnnualPlan Plan { get; }

    public TestClock Clock { get; } = new(new(2024, 4, 2, 15, 0, 0, TimeSpan.Zero));

    public SheetGrounds Grounds { get; } = new();

    public CapturePeriods Periods => new(Database, Clock);

    public CaptureSheets Sheets => new(Database, Clock);

    public SheetReview Review => new(Database, Grounds, Clock);

    public CaptureQueries Queries => new(Database, Grounds);

    /// <summary>The first indicator of the first project of a unit.</summary>
    public Indicator Indicator(string unit, int number = 1) => Project(unit).Indicators[number - 1];

    public PlannedProject Project(string unit) => Plan.Projects.First(p => p.UnitCode == unit);

    /// <summary>Types into a sheet as one who has just seen it.</summary>
    public SaveOutcome Type(string unit, string actor, params (Guid Subject, string Field, string Value)[] typed) => Type(First, unit, actor, typed);

    public SaveOutcome Type(FiscalPeriod period, string unit, string actor, params (Guid Subject, string Field, string Value)[] typed)
    {
        var file = Queries.Sheet(Code, period, unit)!;
        return Sheets.Save(Code, period, unit, [.. typed.Select(t => new CellEdit(new(t.Subject, t.Field), t.Value, file.Revision(new(t.Subject, t.Field))))], actor);
    }

    /// <summary>Fills a sheet in as programmed, with forty people served by each project.</summary>
    public void Fill(FiscalPeriod period, string unit, string actor, bool targets = true)
    {
        foreach (var project in Plan.Projects.Where(p => p.UnitCode == unit))
        {
            Type(period, unit, actor, (project.Id, "women-1", "25"), (project.Id, "men-1", "15"));
            Type(period, unit, actor, [.. project.Indicators.Where(_ => targets).Select(i => (i.Id, CaptureField.Achieved, (i.QuarterTarget(period.Quarter) ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
            Type(period, unit, actor, (project.Id, CaptureField.Cause, "Se cumplió lo programado sin ejercer presupuesto."), (project.Id, CaptureField.Effect, "Ninguno: la población fue atendida como se previó."));
        }
    }

    public SubmitOutcome Submit(string unit, string actor) => Submit(First, unit, actor);

    public SubmitOutcome Submit(FiscalPeriod period, string unit, string actor) => Review.Submit(Code, period, unit, Queries.Sheet(Code, period, unit)!.Sheet.Edits, "", actor);

    /// <summary>Takes a sheet from blank to signed.</summary>
    public long Finish(FiscalPeriod period, string unit, string actor)
    {
        Fill(period, unit, actor);
        return Sign(period, unit, actor);
    }

    /// <summary>Takes a sheet that is filled in to signed.</summary>
    public long Sign(FiscalPeriod period, string unit, string actor)
    {
        var version = Submit(period, unit, actor).Version;
        Review.Approve(Code, period, unit, version, "", "rosa");
        return Review.Authorise(Code, period, unit, version, "omar");
    }

    public CaptureSheet Sheet(string unit) => Queries.Sheet(Code, First, unit)!.Sheet;

    public decimal? Achieved(string unit, int target = 1) =>
        new IssueReport(Database, Clock).Compose(Code, First)!.Projects.First(p => p.Key == Project(unit).Key).Targets[target - 1].Achieved;

    public JournalBreak? Verify() => new JournalQueries(Database).Verify(Code);

    public void Dispose() => Database.Dispose();
}

/// <summary>A clock that a test moves.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <summary>Each look is a millisecond later, so that no two records have the same moment.</summary>
    public override DateTimeOffset GetUtcNow() => Now = Now.AddMilliseconds(1);
}
