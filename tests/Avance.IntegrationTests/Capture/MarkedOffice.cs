using Avance.App.Budget;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Capture;
using Avance.Planning;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// Another office of the same database, with the codes of <see cref="CaptureSample"/> and more of everything: whatever it has bears
/// its mark, so that it is known wherever it comes to light.
/// </summary>
internal sealed class MarkedOffice : IDisposable
{
    public const string Code = "OTRA";
    public const int Year = CaptureSample.Year;
    public const string Mark = "secreto-de-otra-oficina";
    public const string Unit = "02";
    public const string Clerk = "eva@otra.example";

    private readonly SampleClock _clock = new(new(Year, 7, 5, 15, 0, 0, TimeSpan.Zero));
    private readonly SheetGrounds _grounds = new();

    public MarkedOffice(string location)
    {
        Database = Database.Open(location);
        Plan = Make();
        new CapturePeriods(Database, _clock).Open(Code, Period, Period.CutOffDate.AddDays(1), Period.CutOffDate.AddDays(15), "ana");
        foreach (var number in Enumerable.Range(1, 4))
        {
            using var content = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
            new Evidence(Database, EvidenceStore.Of(Database), _clock, EvidenceLimits.Default).Attach(Code, Period, Unit, CaptureSample.Subject, $"{Mark} {number}.pdf", content, Clerk);
        }

        for (Versions = 1; Versions <= 3; Versions++)
        {
            Fill(Versions);
            var review = new SheetReview(Database, _grounds, _clock);
            review.Submit(Code, Period, Unit, File.Sheet.Edits, Mark, Clerk);
            review.Return(Code, Period, Unit, Versions, SheetState.Submitted, Mark, [new(new(CaptureSample.Subject, CaptureField.Achieved), Mark)], "rosa");
        }

        var amendments = new Amendments(Database, _clock);
        for (var i = 0; i < 3; i++)
        {
            Amendment = amendments.Create(Code, new() { Id = Guid.Empty, Year = Year, Type = AmendmentType.Transfer, UnitCode = Unit, Justification = Mark }, Clerk).Amendment;
            amendments.Attach(Code, Year, Amendment.Reference, Mark + ".pdf", "%PDF-1.7"u8.ToArray(), Clerk);
        }
    }

    public static FiscalPeriod Period { get; } = CaptureSample.Second;

    public Database Database { get; }

    public AnnualPlan Plan { get; }

    /// <summary>The last amendment: a number that the other office does not have.</summary>
    public Amendment Amendment { get; private set; } = null!;

    /// <summary>How many versions its sheet has, and one more.</summary>
    public int Versions { get; private set; }

    public SheetFile File => new CaptureQueries(Database, _grounds).Sheet(Code, Period, Unit)!;

    public void Dispose() => Database.Dispose();

    private AnnualPlan Make()
    {
        var (years, editor) = (new PlanYears(Database, _clock), new PlanEditor(Database, _clock));
        years.Start(new(Code, Mark), Year, "2.1.1.1.2", "ana");
        editor.Put(Code, Year, new ResponsibleUnit("01", Mark, null, 0), "ana");
        editor.Put(Code, Year, new ResponsibleUnit(Unit, Mark + " dos", "01", 0), "ana");
        editor.Put(Code, Year, new BudgetProgramme("S057", Mark), "ana");
        var project = Planning.SmallPlan.Project(Unit, "A001") with { ProgrammeCode = "S057", Name = Mark, Objective = Mark, PlanAlignment = Mark };
        editor.Put(Code, Year, project, "ana");
        editor.Put(Code, Year, project.Id, Planning.SmallPlan.Indicator(Mark) with { Id = CaptureSample.Subject }, "ana");
        editor.Put(Code, Year, project.Id, Planning.SmallPlan.Indicator(Mark + " dos"), "ana");
        years.Approve(Code, Year, new(new(Year - 1, 10, 23), Mark), Mark);
        years.Open(Code, Year, "ana", withoutBudget: true);
        return new PlanQueries(Database).Find(Code, Year)!;
    }

    private void Fill(int version)
    {
        var project = Plan.Projects[0];
        var file = File;
        new CaptureSheets(Database, _clock).Save(
            Code, Period, Unit,
            [
                .. new[]
                {
                    (project.Id, "women-1", "25"), (project.Id, "men-1", "15"), (project.Id, CaptureField.Cause, $"{Mark} {version}: no se ejerció presupuesto."), (project.Id, CaptureField.Effect, $"{Mark}: ninguno, la población fue atendida."),
                }
                .Concat(project.Indicators.Select(i => (i.Id, CaptureField.Achieved, "3")))
                .Select(t => new CellEdit(new(t.Item1, t.Item2), t.Item3, file.Revision(new(t.Item1, t.Item2)))),
            ],
            Clerk);
    }
}
