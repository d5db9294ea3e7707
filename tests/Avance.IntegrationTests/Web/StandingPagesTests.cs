using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.IntegrationTests.Ledger;
using Avance.IntegrationTests.Planning;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>An indicator that has to go down and is at half of what was due: by its own formula it stands well.</summary>
public sealed class StandingPagesTests
{
    private const string Well = "Aceptable";

    [Fact]
    public async Task An_indicator_is_measured_by_its_own_formula_and_the_report_prints_its_own_percentage()
    {
        await using var site = await WebSite.Start();
        using (var database = site.Database.Open())
        {
            Fill(database);
        }

        var project = await site.Page("/IEPC/2024/plan/01/A002");
        Assert.Equal(["Porcentaje de acciones", "3.00", "1.50", "200.00", "800.00", Well], project.Table("Avance al cierre de marzo").Rows().Single());
        Assert.Equal("rag-onTrack", project.Table("Avance al cierre de marzo").QuerySelector(".mark")!.ClassList[1]);
        var indicator = await site.Page("/IEPC/2024/plan/01/A002/1");
        Assert.Equal("Avance al cierre de marzo", indicator.QuerySelector("#progress").Words());
        Assert.Equal(["3.00 Acción", "1.50 Acción", "200.00 %", "800.00 %", Well], indicator.QuerySelectorAll("section[aria-labelledby=progress] dd").Select(d => d.Words()));
        Assert.Equal(Well, indicator.QuerySelector(".mark").Words());
        Assert.Null((await site.Page("/IEPC/2024/plan/01/A002/2")).QuerySelector(".mark"));
        Assert.DoesNotContain("Cómo van", (await site.Page("/IEPC/2024/plan/03/A008")).QuerySelector("main").Words(), StringComparison.Ordinal);

        var report = await site.Page("/IEPC/2024-Q1/projects/1");
        Assert.Equal(["1", "Porcentaje de acciones", "Acción", "12.00", "12.00", "1.50", "12.50", Well], report.Table("Metas del proyecto").Rows()[0]);
        Assert.Equal("Sin dato", report.Table("Metas del proyecto").Rows()[1][^1]);
        Assert.Equal(["Porcentaje de acciones", "3.00", "1.50", "200.00", "800.00", Well], report.Table("Los indicadores al corte").Rows().Single());
        Assert.Equal("Acceptable", (await site.Page("/en/IEPC/2024-Q1/projects/1")).Table("The indicators at the cut-off").Rows().Single()[^1]);
    }

    private static void Fill(Database database)
    {
        var plan = SmallPlan.Make(database);
        var clock = new TestClock(new DateTimeOffset(2024, 4, 2, 12, 0, 0, TimeSpan.Zero));
        var years = new PlanYears(database, clock);
        var indicator = plan.Projects[0].Indicators[0] with { Direction = DesiredDirection.Descending, Formula = FulfilmentFormula.Inverse, Bands = ThresholdSet.Floor };
        new PlanEditor(database, clock).Put(SmallPlan.Code, SmallPlan.Year, plan.Projects[0].Id, indicator, SmallPlan.Actor);
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, SmallPlan.Actor);
        years.Open(SmallPlan.Code, SmallPlan.Year, SmallPlan.Actor, withoutBudget: true);
        var told = BudgetSample.Document(DocumentKind.Progress, "AV-1", new(2024, 3, 31)) with { Targets = [new(indicator.Id, 3, TargetStage.Achieved, 1.5m)] };
        Assert.Equal(LedgerStatus.Posted, new PostDocument(database, clock).Execute(SmallPlan.Code, SmallPlan.Year, told, SmallPlan.Actor).Status);
        new IssueReport(database, clock).Execute(SmallPlan.Code, new(2024, 1), null, replace: false, SmallPlan.Actor);
    }
}
