using Avance.App.Budget.Imports;
using Avance.App.Reporting;
using Avance.Capture;
using Avance.IntegrationTests.Progress;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// A year of the sample office, lived by forty people in an order that a seed draws: each quarter its accounts arrive, its capture is
/// opened, filled in, reviewed, signed, closed, and opened again where something was wrong. The third quarter's report must be the
/// published one.
/// </summary>
internal sealed class YearSimulation(SampleYear office, uint seed)
{
    private readonly Chance _chance = new(seed);
    private readonly Staff _staff = new(office.Units);
    private readonly Dictionary<FiscalPeriod, List<SimulatedUnit>> _quarters = [];
    private readonly YearInvariants _invariants = new(office);

    private string Planner => _chance.Of(_staff.Planners);

    public void Run()
    {
        List<FiscalPeriod> toMend = [];
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var period = new FiscalPeriod(SampleYear.Year, quarter);
            Open(period);
            Capture(period);
            Close(period);
            toMend.Add(period);
            if (quarter >= 3 || _chance.Is(50))
            {
                toMend.ForEach(Mend);
                toMend.Clear();
            }

            _invariants.Hold(_quarters.Values.SelectMany(static units => units).Select(static u => u.Memory));
            if (quarter == 3)
            {
                IsAsPublished();
            }
        }

        IsAsPublished();
    }

    private void Open(FiscalPeriod period)
    {
        var first = period.CutOffDate.AddDays(1);
        office.Clock.Now = new(period.CutOffDate.ToDateTime(new(10, 0)), TimeSpan.Zero);
        office.Account(period.Quarter);
        SimulatedUnit.Refuse("capture.dates", () => office.Periods.Open(SampleYear.Code, period, period.CutOffDate, first, Planner));
        office.Periods.Open(SampleYear.Code, period, first, first.AddDays(14), Planner);
        SimulatedUnit.Refuse("capture.exists", () => office.Periods.Open(SampleYear.Code, period, first, first, Planner));
        var units = office.Units.Select(unit => new SimulatedUnit(office, _staff, _chance, period, unit)).ToList();
        _quarters.Add(period, units);
        units[0].IsRefusedAll("capture.early");
        if (period.Quarter < 4)
        {
            SimulatedUnit.Refuse("capture.order", () => office.Periods.Open(SampleYear.Code, period with { Quarter = period.Quarter + 1 }, first.AddMonths(3), first.AddMonths(4), Planner));
        }

        Assert.NotEqual(ImportState.Applied, office.ImportAchieved(Math.Min(period.Quarter, 3)).State);
        office.Clock.Now = new(first.ToDateTime(new(8, 0)), TimeSpan.Zero);
        _chance.Some(units, 2).ForEach(static u => u.MistakeUntilReopened());
    }

    private void Capture(FiscalPeriod period)
    {
        var due = period.CutOffDate.AddDays(15);
        var drawn = _chance.Some(_quarters[period], 6);
        var (missing, late) = (drawn[..(1 + _chance.Below(2))], drawn[2..]);
        Live([.. _quarters[period].Except(missing).Except(late)]);
        SimulatedUnit.Refuse("capture.unsettled", () => office.Periods.Close(SampleYear.Code, period, Planner));
        SimulatedUnit.Refuse("capture.reason", () => office.Periods.Extend(SampleYear.Code, period, late[0].Memory.Unit, due.AddDays(5), "", Planner));
        late.Take(2).ToList().ForEach(u => office.Periods.Extend(SampleYear.Code, period, u.Memory.Unit, due.AddDays(6), "El acta llega el lunes.", Planner));
        office.Clock.Now = new(due.AddDays(2).ToDateTime(new(9, 0)), TimeSpan.Zero);
        var today = due.AddDays(2);
        Assert.All(office.Queries.Find(SampleYear.Code, period)!.Sheets, s => Assert.Equal(
            late.Take(2).Any(u => u.Memory.Unit == s.Unit.Code) ? Punctuality.InTime : s.Sheet.State.IsWritable() ? Punctuality.Late : Punctuality.Done,
            PeriodNames.Of(s.Sheet.State, s.Sheet.DueOn, today)));
        Live([.. late]);
        missing.ForEach(u => u.DeclareMissing(Planner));
    }

    /// <summary>Lets units live their quarter, an act of any of them at a time, until each is signed.</summary>
    private void Live(List<SimulatedUnit> units)
    {
        for (var acts = 0; units.Count > 0; acts++)
        {
            Assert.True(acts < 20_000, "The quarter comes to no end.");
            var unit = _chance.Of(units);
            unit.Step();
            if (unit.IsDone)
            {
                units.Remove(unit);
            }
        }
    }

    private void Close(FiscalPeriod period)
    {
        office.Periods.Close(SampleYear.Code, period, Planner);
        _invariants.Closed(period);
        _chance.Some(_quarters[period], 3).ForEach(static u => u.IsRefusedAll("AVP-052"));
        SimulatedUnit.Refuse("AVP-052", () => office.Periods.Close(SampleYear.Code, period, Planner));
        SimulatedUnit.Refuse("AVP-052", () => office.Periods.Extend(SampleYear.Code, period, null, period.CutOffDate.AddDays(40), "Tarde.", Planner));
        SimulatedUnit.Refuse("AVP-052", () => office.Review.DeclareMissing(SampleYear.Code, period, office.Units[0], SheetState.Authorised, "Tarde.", Planner));
    }

    /// <summary>Opens a closed quarter again for the units that were missing or wrong, and closes it when they are right.</summary>
    private void Mend(FiscalPeriod period)
    {
        var units = _quarters[period].Where(static u => u.IsWrongUntilReopened || u.Memory.State == SheetState.Missing).ToList();
        var codes = units.ConvertAll(static u => u.Memory.Unit);
        var due = DateOnly.FromDateTime(office.Clock.Now.Date).AddDays(5);
        SimulatedUnit.Refuse("capture.reason", () => office.Periods.Reopen(SampleYear.Code, period, codes, due, "  ", Planner));
        _invariants.AreStill();
        var planner = Planner;
        Assert.Equal(1, office.Periods.Reopen(SampleYear.Code, period, codes, due, "Actas que llegaron tarde.", planner));
        _invariants.Reopened(period);
        units.ForEach(u => u.Reopened(planner));
        _quarters[period].Except(units).First().IsRefusedAll("capture.state");
        Live(units);
        Close(period);
    }

    /// <summary>The report of the third quarter says what the published one says: each figure, and why E001 has none.</summary>
    private void IsAsPublished()
    {
        var composed = new IssueReport(office.Database, office.Clock).Compose(SampleYear.Code, Sample.Period)!;
        var published = Published.Value;
        Assert.Equal(ReportDump.Of(published with { Explanations = [] }), ReportDump.Of(composed with { Explanations = [] }));
        Assert.Equal(published.Explanations.Single(static x => x.Key == "E001").Text, composed.Explanations.Single(static x => x.Key == "E001").Text);
    }

    private static readonly Lazy<Avance.Progress.ProgressReport> Published = new(static () =>
        App.Importing.ReportReader.Read(Sample.Bytes, Sample.Iepc, Sample.Period, new App.Importing.ProblemList())!);
}
