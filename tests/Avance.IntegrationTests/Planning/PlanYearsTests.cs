using System.Data.Common;
using Avance.App.Budget;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.IntegrationTests.Ledger;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Planning;

public sealed class PlanYearsTests
{
    [Theory, EachDatabase]
    public void Approves_a_plan_and_its_calendars_become_the_original_targets(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var years = new PlanYears(database, TimeProvider.System);
        Assert.DoesNotContain(years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana"), p => p.BlocksApproval);

        var document = Assert.Single(new LedgerQueries(database).Documents(SmallPlan.Code, SmallPlan.Year)).Document;
        Assert.Equal((DocumentKind.Plan, "PLAN-2024", SmallPlan.Approval.On, SmallPlan.Approval.Authority), (document.Kind, document.Folio, document.EffectiveOn, document.Authority));
        foreach (var indicator in plan.Projects.SelectMany(p => p.Indicators))
        {
            var entries = new LedgerQueries(database).Targets(SmallPlan.Code, SmallPlan.Year, indicator.Id);
            Assert.All(entries, e => Assert.Equal(TargetStage.Original, e.Entry.Stage));
            Assert.Equal(
                indicator.Calendar.Select((q, i) => (i + 1, q)).Where(m => m.q is not null).Select(m => (m.Item1, m.q!.Value)),
                entries.Select(e => (e.Entry.Month, e.Entry.Quantity)).OrderBy(e => e.Month));
            Assert.Equal(indicator.AnnualTarget, entries.Sum(e => e.Entry.Quantity));
        }

        Assert.Equal(PlanState.Approved, SmallPlan.Find(database).Year.State);
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));
    }

    [Theory, EachDatabase]
    public void Freezes_what_was_approved(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = Approved(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var project = plan.Projects[0];
        Assert.All(
            [
                () => editor.Put(SmallPlan.Code, SmallPlan.Year, project with { Name = "Otro" }, "ana"),
                () => editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, project.Indicators[0] with { Name = "Otro" }, "ana"),
                () => editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, SmallPlan.Indicator("Nuevo"), "ana"),
                () => editor.Put(SmallPlan.Code, SmallPlan.Year, SmallPlan.Project("01", "A099"), "ana"),
                () => editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Units[0] with { Name = "Otra" }, "ana"),
                () => editor.RemoveProject(SmallPlan.Code, SmallPlan.Year, project.Id, plan.Year.Version, "ana"),
                () => editor.RemoveIndicator(SmallPlan.Code, SmallPlan.Year, project.Id, project.Indicators[0].Id, plan.Year.Version, "ana"),
                () => editor.MoveProject(SmallPlan.Code, SmallPlan.Year, project.Id, 2, "ana"),
                () => new PlanYears(database, TimeProvider.System).Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana"),
            ],
            (Action action) => Assert.Equal("plan.state", Assert.Throws<RuleViolationException>(action).RuleId));
        Assert.Equal(SmallPlan.Text(plan), SmallPlan.Text(SmallPlan.Find(database)));
    }

    [Theory, EachDatabase]
    public void Freezes_in_the_database_itself(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Approved(database);
        List<string> changes =
        [
            "UPDATE fiscal_year SET state = 'draft'",
            "UPDATE fiscal_year SET entity_name = 'Otro'",
            "UPDATE fiscal_year SET closed_through = 3",
            "UPDATE fiscal_year SET state = 'closed'",
            "DELETE FROM fiscal_year",
            "UPDATE responsible_unit SET name = 'Otra'",
            "DELETE FROM responsible_unit WHERE unit_code = '03'",
            "UPDATE budget_programme SET name = 'Otro'",
            "DELETE FROM budget_programme WHERE programme_code = 'M001'",
            "UPDATE project SET objective = 'Otro'",
            "UPDATE project SET women = NULL",
            "UPDATE project SET added_by_amendment = NOT added_by_amendment",
            "DELETE FROM project",
            "UPDATE indicator SET calendar = '1;1;1;1;1;1;1;1;1;1;1;1'",
            "UPDATE indicator SET annual_target = 0",
            "DELETE FROM indicator",
        ];
        changes.AddRange(engine == TestEngine.Sqlite
            ? ["REPLACE INTO fiscal_year SELECT * FROM fiscal_year", "REPLACE INTO responsible_unit SELECT * FROM responsible_unit", "REPLACE INTO budget_programme SELECT * FROM budget_programme", "REPLACE INTO project SELECT * FROM project", "REPLACE INTO indicator SELECT * FROM indicator"]
            : ["TRUNCATE fiscal_year CASCADE", "TRUNCATE indicator"]);
        var before = SmallPlan.Text(SmallPlan.Find(database));
        Assert.All(changes, change =>
        {
            var message = Assert.ThrowsAny<DbException>(() => test.Sql(change)).Message;
            Assert.True(message.Contains("is frozen", StringComparison.Ordinal) || message.Contains("only grows", StringComparison.Ordinal), $"{change}: {message}");
        });
        Assert.Equal(before, SmallPlan.Text(SmallPlan.Find(database)));
    }

    [Theory, EachDatabase]
    public void Says_what_has_to_be_done_first(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Approved(database);
        var years = new PlanYears(database, TimeProvider.System);
        Assert.Contains("primero ábralo", Told(() => years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 1, "ana")), StringComparison.Ordinal);
        Assert.Contains("primero ábralo", Told(() => years.Close(SmallPlan.Code, SmallPlan.Year, "ana")), StringComparison.Ordinal);
        Assert.Contains("Registre una adecuación", Told(() => years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana")), StringComparison.Ordinal);
        years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
        Assert.Contains("ya está abierto", Told(() => years.Open(SmallPlan.Code, SmallPlan.Year, "ana")), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public void Opens_no_year_without_a_budget_unless_that_is_said(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Approved(database);
        var years = new PlanYears(database, TimeProvider.System);
        Assert.Equal("plan.budget", Refusal(() => years.Open(SmallPlan.Code, SmallPlan.Year, "ana")));
        Assert.False(new PlanQueries(database).HasBudget(SmallPlan.Code, SmallPlan.Year));
        var post = new PostDocument(database, TimeProvider.System);
        Assert.Equal(LedgerStatus.Posted, post.Execute(SmallPlan.Code, SmallPlan.Year, Budget(database), "ana").Status);
        Assert.True(new PlanQueries(database).HasBudget(SmallPlan.Code, SmallPlan.Year));
        Assert.Equal(LedgerStatus.Posted, post.Reverse(SmallPlan.Code, SmallPlan.Year, 2, new(2024, 1, 2), "Error", "", "ana").Status);
        Assert.Equal("plan.budget", Refusal(() => years.Open(SmallPlan.Code, SmallPlan.Year, "ana")));
        years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
        Assert.Equal(PlanState.Open, SmallPlan.Find(database).Year.State);
    }

    [Theory, EachDatabase]
    public void Is_approved_on_a_day_that_can_be_and_counts_from_January(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        SmallPlan.Make(database);
        var years = new PlanYears(database, new TestClock(new DateTimeOffset(2024, 5, 2, 12, 0, 0, TimeSpan.Zero)));
        var later = new PlanYears(database, TimeProvider.System);
        Assert.Equal("plan.date", Refusal(() => years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval with { On = new(2024, 5, 4) }, "ana")));
        Assert.Equal("plan.date", Refusal(() => later.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval with { On = new(2025, 1, 1) }, "ana")));
        Assert.Equal(PlanState.Draft, SmallPlan.Find(database).Year.State);
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval with { On = new(2024, 4, 15) }, "ana");
        var document = Assert.Single(new LedgerQueries(database).Documents(SmallPlan.Code, SmallPlan.Year)).Document;
        Assert.Equal((new DateOnly(2024, 1, 1), "Aprobación del plan 2024, del 15/04/2024"), (document.EffectiveOn, document.Description));
    }

    [Theory, EachDatabase]
    public void Approves_the_plan_that_was_seen(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var (years, editor) = (new PlanYears(database, TimeProvider.System), new PlanEditor(database, TimeProvider.System));
        editor.MoveProject(SmallPlan.Code, SmallPlan.Year, plan.Projects[1].Id, 1, "beto");
        Assert.Equal("plan.conflict", Refusal(() => years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval with { Seen = plan.Year.Version }, "ana")));
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval with { Seen = plan.Year.Version + 1 }, "ana");
        Assert.Equal(PlanState.Approved, SmallPlan.Find(database).Year.State);
    }

    [Theory, EachDatabase]
    public void Goes_from_draft_to_closed_and_never_back(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        SmallPlan.Make(database);
        var years = new PlanYears(database, TimeProvider.System);
        Assert.Equal("plan.state", Refusal(() => years.Open(SmallPlan.Code, SmallPlan.Year, "ana")));
        Assert.Equal("plan.state", Refusal(() => years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 1, "ana")));
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana");
        years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
        years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 3, "ana");
        Assert.Equal("plan.month", Refusal(() => years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 2, "ana")));
        Assert.Equal("plan.month", Refusal(() => years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 13, "ana")));
        Assert.Equal("plan.month", Refusal(() => years.Close(SmallPlan.Code, SmallPlan.Year, "ana")));
        Assert.True(SmallPlan.Find(database).Year is { State: PlanState.Open, ClosedThrough: 3 } open && open.IsMonthClosed(3) && !open.IsMonthClosed(4));
        years.CloseThrough(SmallPlan.Code, SmallPlan.Year, 12, "ana");
        years.Close(SmallPlan.Code, SmallPlan.Year, "ana");
        Assert.Equal("plan.state", Refusal(() => years.Open(SmallPlan.Code, SmallPlan.Year, "ana")));
        Assert.Equal("plan.state", Refusal(() => new PlanEditor(database, TimeProvider.System).Put(SmallPlan.Code, SmallPlan.Year, SmallPlan.Project("01", "E001") with { AddedByAmendment = true }, "ana")));
        Assert.Equal(PlanState.Closed, SmallPlan.Find(database).Year.State);
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));
    }

    [Theory, EachDatabase]
    public void Adds_a_project_after_approval_with_original_targets_of_zero(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Approved(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var project = SmallPlan.Project("04", "E003") with { AddedByAmendment = true };
        editor.Put(SmallPlan.Code, SmallPlan.Year, new ResponsibleUnit("04", "Calidad", null, 0), "ana");
        Assert.Empty(editor.Put(SmallPlan.Code, SmallPlan.Year, project, "ana"));
        Assert.Equal("AVP-045", Assert.Single(editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, SmallPlan.Indicator("Porcentaje de auditorías"), "ana")).RuleId);
        Assert.Empty(editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, SmallPlan.Indicator("Porcentaje de auditorías") with { Calendar = Indicator.EmptyCalendar, AnnualTarget = null }, "ana"));
        var stored = SmallPlan.Find(database).Projects[^1];
        Assert.True(stored.AddedByAmendment);
        editor.Put(SmallPlan.Code, SmallPlan.Year, stored with { Name = "Sistema de gestión de calidad" }, "ana");
        Assert.Equal("plan.conflict", Refusal(() => editor.CloseProject(SmallPlan.Code, SmallPlan.Year, stored.Id, stored.Version - 1, "ana")));
        editor.CloseProject(SmallPlan.Code, SmallPlan.Year, SmallPlan.Find(database).Projects[0].Id, SmallPlan.Find(database).Year.Version, "ana");

        var plan = SmallPlan.Find(database);
        Assert.Equal(("Sistema de gestión de calidad", 1), (plan.Projects[^1].Name, plan.Projects[^1].Indicators.Count));
        Assert.Equal([true, false, false], plan.Projects.Select(p => p.Closed));
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));
    }

    [Theory, EachDatabase]
    public void Copies_a_plan_into_a_new_draft(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var source = Approved(database);
        var years = new PlanYears(database, TimeProvider.System);
        years.Copy(SmallPlan.Code, SmallPlan.Year, 2025, "ana");

        var copy = SmallPlan.Find(database, 2025);
        Assert.Equal(PlanState.Draft, copy.Year.State);
        Assert.Equal(SmallPlan.Text(source), SmallPlan.Text(copy));
        Assert.Empty(copy.Projects.Select(p => p.Id).Intersect(source.Projects.Select(p => p.Id)));
        Assert.Empty(copy.Projects.SelectMany(p => p.Indicators).Select(i => i.Id).Intersect(source.Projects.SelectMany(p => p.Indicators).Select(i => i.Id)));
        Assert.Equal("plan.exists", Refusal(() => years.Copy(SmallPlan.Code, SmallPlan.Year, 2025, "ana")));
        Assert.Equal("plan.year", Refusal(() => years.Copy(SmallPlan.Code, 2019, 2026, "ana")));
        years.Approve(SmallPlan.Code, 2025, SmallPlan.Approval, "ana");
        Assert.Equal(2, new PlanQueries(database).Years().Count);
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));
    }

    [Theory, EachDatabase]
    public void Refuses_to_start_what_cannot_be(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var years = new PlanYears(database, TimeProvider.System);
        Assert.Equal("plan.year", Refusal(() => years.Start(SmallPlan.Entity, 1999, "", "ana")));
        Assert.Equal("AVP-060", Refusal(() => years.Start(SmallPlan.Entity, 2024, "2.9.9.9.9", "ana")));
        years.Start(SmallPlan.Entity, 2024, "", "ana");
        Assert.Equal("plan.exists", Refusal(() => years.Start(SmallPlan.Entity, 2024, "", "ana")));
        Assert.Equal("plan.empty", Assert.Single(years.Approve(SmallPlan.Code, 2024, SmallPlan.Approval, "ana")).RuleId);
        years.Start(new("TEECH", "Tribunal Electoral"), 2024, "", "ana");
        Assert.Equal("plan.entity", Refusal(() => new PlanQueries(database).Find(null, 2024)));
        Assert.Equal("plan.year", Refusal(() => new PlanEditor(database, TimeProvider.System).RemoveUnit("IEPC", 2030, "01", 1, "ana")));
    }

    private static AnnualPlan Approved(Database database)
    {
        var plan = SmallPlan.Make(database);
        Assert.DoesNotContain(new PlanYears(database, TimeProvider.System).Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana"), p => p.BlocksApproval);
        return plan;
    }

    private static LedgerDocument Budget(Database database)
    {
        var line = new BudgetLine(Guid.CreateVersion7(), "01-R101-A002-21101-1-11", SmallPlan.Find(database).Projects[0].Id, ["01", "R101", "A002", "21101", "1", "11"]);
        database.Write(session =>
        {
            BudgetLines.Add(session, Entities.Find(session, SmallPlan.Code)!.Value, SmallPlan.Year, line);
            return true;
        });
        return new()
        {
            Id = Guid.CreateVersion7(),
            Kind = DocumentKind.Budget,
            Folio = "DEC-1",
            SourceDocumentId = "DEC-1",
            EffectiveOn = new(2024, 1, 1),
            Entries = [new(line.Id, 1, BudgetStage.Approved, new(100))],
        };
    }

    private static string Told(Action action) => Assert.Throws<RuleViolationException>(action).Text.Spanish;

    private static string Refusal(Action action) => Assert.Throws<RuleViolationException>(action).RuleId;
}
