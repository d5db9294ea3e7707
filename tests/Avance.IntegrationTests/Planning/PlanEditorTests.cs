using Avance.App.Journal;
using Avance.App.Planning;
using Avance.IntegrationTests.Storage;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Planning;

public sealed class PlanEditorTests
{
    [Theory, EachDatabase]
    public void Reads_back_what_was_typed(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);

        Assert.Equal((SmallPlan.Entity, new FiscalYear(2024, PlanState.Draft, 0, 11) { AdministrativeCode = "2.1.1.1.4" }), (plan.Entity, plan.Year));
        Assert.Equal(["01 0", "02 1", "03 2"], plan.UnitTree().Select(n => $"{n.Unit.Code} {n.Depth}"));
        Assert.Equal(["M001", "R101"], plan.Programmes.Select(p => p.Code));
        Assert.Equal(["01/A002", "03/A008"], plan.Projects.Select(p => p.Address));
        var typed = SmallPlan.Project("01", "A002");
        Assert.Equal(PlanFields.Of(typed with { Position = 1 }), PlanFields.Of(plan.Projects[0]));
        Assert.Equal((154, null), (plan.Projects[0].PopulationWomen, plan.Projects[0].PopulationMen));
        Assert.Equal(PlanFields.Of(SmallPlan.Indicator("Porcentaje de acciones") with { Position = 1 }), PlanFields.Of(plan.Projects[0].Indicators[0]));
        Assert.Equal([1, 2], plan.Projects[0].Indicators.Select(i => i.Position));
        Assert.Equal(2.5m, plan.Projects[0].Indicators[0].Baseline);
        Assert.Equal([(SmallPlan.Entity, 2024)], new PlanQueries(database).Years().Select(y => (y.Entity, y.Year.Year)));
        Assert.NotNull(new PlanQueries(database).Find(null, 2024));
        Assert.Null(new PlanQueries(database).Find(null, 2025));
    }

    [Theory, EachDatabase]
    public void Journals_every_change_with_what_stood_before(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var project = plan.Projects[0] with { Name = "Otro nombre" };
        editor.Put(SmallPlan.Code, SmallPlan.Year, project, "beto");

        var records = new JournalQueries(database).Records(SmallPlan.Code);
        Assert.Equal(12, records.Count);
        var last = records[^1];
        Assert.Equal(("beto", "plan.project.changed", "plan 2024 01/A002"), (last.Actor, last.Action, last.Subject));
        Assert.Contains("\"name\":\"Proyecto A002 de la unidad 01\"", last.OldValue, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Otro nombre\"", last.NewValue, StringComparison.Ordinal);
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));

        // The same again is no change: neither a version nor a record.
        var stored = SmallPlan.Find(database).Projects[0];
        Assert.Equal(12, stored.Version);
        Assert.Empty(editor.Put(SmallPlan.Code, SmallPlan.Year, stored, "beto"));
        Assert.Equal((12, 12), (SmallPlan.Find(database).Projects[0].Version, new JournalQueries(database).Records(SmallPlan.Code).Count));
    }

    [Theory, EachDatabase]
    public void Keeps_nothing_that_cannot_be_understood(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var before = SmallPlan.Text(plan);

        Assert.Equal("AVP-010", editor.Put(SmallPlan.Code, SmallPlan.Year, SmallPlan.Project("01", "A002"), "beto")[0].RuleId);
        Assert.Equal("AVP-032", editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Projects[0] with { SdgTargets = ["99.9"] }, "beto")[0].RuleId);
        Assert.Equal("plan.unit", editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Projects[0] with { UnitCode = "77" }, "beto")[0].RuleId);
        Assert.Equal("AVP-061", editor.Put(SmallPlan.Code, SmallPlan.Year, new BudgetProgramme("A001", "Ejército"), "beto")[0].RuleId);
        Assert.Equal("plan.exists", editor.Put(SmallPlan.Code, SmallPlan.Year, new ResponsibleUnit("01", "Otra", null, 0), "beto")[0].RuleId);
        Assert.Equal("AVP-008", editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Projects[0].Id, plan.Projects[0].Indicators[0] with { AnnualTarget = -1 }, "beto")[0].RuleId);
        Assert.Equal(before, SmallPlan.Text(SmallPlan.Find(database)));
    }

    [Theory, EachDatabase]
    public void Keeps_a_draft_that_is_not_ready_and_says_what_is_missing(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var indicator = plan.Projects[0].Indicators[0] with { AnnualTarget = 13 };

        var problem = Assert.Single(editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Projects[0].Id, indicator, "beto"));
        Assert.Equal(("AVP-046", PlanGravity.BlocksApproval), (problem.RuleId, problem.Gravity));
        Assert.Equal(13m, SmallPlan.Find(database).Projects[0].Indicators[0].AnnualTarget);
        Assert.Equal("AVP-046", Assert.Single(new PlanYears(database, TimeProvider.System).Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "beto")).RuleId);
        Assert.Equal(PlanState.Draft, SmallPlan.Find(database).Year.State);
        Assert.Equal(["0"], test.Rows("SELECT count(*) FROM document"));
    }

    [Theory, EachDatabase]
    public void Shows_both_to_the_second_of_two_people_who_edit_at_once(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var read = plan.Projects[0];
        editor.Put(SmallPlan.Code, SmallPlan.Year, read with { Objective = "Lo de Ana" }, "ana");

        var conflict = Assert.Throws<RuleViolationException>(() => editor.Put(SmallPlan.Code, SmallPlan.Year, read with { Objective = "Lo de Beto" }, "beto"));
        Assert.Equal("plan.conflict", conflict.RuleId);
        Assert.All([conflict.Text.Spanish, conflict.Text.English], text =>
        {
            Assert.Contains("Lo de Ana", text, StringComparison.Ordinal);
            Assert.Contains("Lo de Beto", text, StringComparison.Ordinal);
        });
        Assert.Equal("Lo de Ana", SmallPlan.Find(database).Projects[0].Objective);
        Assert.Equal("plan.conflict", Refusal(() => editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Units[0] with { Name = "X", Version = 7 }, "beto")));
        Assert.Equal("plan.conflict", Refusal(() => editor.Put(SmallPlan.Code, SmallPlan.Year, read.Id, read.Indicators[0] with { Name = "X", Version = 7 }, "beto")));
        Assert.Equal("plan.conflict", Refusal(() => editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Programmes[0] with { Name = "X", Version = 7 }, "beto")));
    }

    [Theory, EachDatabase]
    public void Lets_one_of_many_edits_of_the_same_row_win(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        PlannedProject read;
        using (var database = test.Open())
        {
            read = SmallPlan.Make(database).Projects[0];
        }

        var outcomes = new string[8];
        using var start = new Barrier(outcomes.Length);
        var threads = Enumerable.Range(0, outcomes.Length).Select(i => new Thread(() =>
        {
            using var database = test.Open();
            start.SignalAndWait();
            try
            {
                new PlanEditor(database, TimeProvider.System).Put(SmallPlan.Code, SmallPlan.Year, read with { Objective = $"Lo de {i}" }, $"persona {i}");
                outcomes[i] = "kept";
            }
            catch (RuleViolationException e)
            {
                outcomes[i] = e.RuleId;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal((1, 7), (outcomes.Count(o => o == "kept"), outcomes.Count(o => o == "plan.conflict")));
        using var after = test.Open();
        var stored = SmallPlan.Find(after).Projects[0];
        Assert.Equal((12, $"Lo de {Array.IndexOf(outcomes, "kept")}"), (stored.Version, stored.Objective));
        Assert.Null(new JournalQueries(after).Verify(SmallPlan.Code));
    }

    [Theory, EachDatabase]
    public void Takes_out_of_a_draft_what_nothing_hangs_on(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);

        Assert.Equal("plan.in-use", Refusal(() => editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "02", Seen(), "ana")));
        Assert.Equal("plan.in-use", Refusal(() => editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "03", Seen(), "ana")));
        Assert.Equal("plan.in-use", Refusal(() => editor.RemoveProgramme(SmallPlan.Code, SmallPlan.Year, "R101", Seen(), "ana")));
        Assert.Equal("plan.missing", Refusal(() => editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "77", Seen(), "ana")));
        editor.RemoveProgramme(SmallPlan.Code, SmallPlan.Year, "M001", Seen(), "ana");
        editor.RemoveIndicator(SmallPlan.Code, SmallPlan.Year, plan.Projects[0].Id, plan.Projects[0].Indicators[0].Id, Seen(), "ana");
        editor.RemoveProject(SmallPlan.Code, SmallPlan.Year, plan.Projects[1].Id, Seen(), "ana");
        editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "03", Seen(), "ana");

        var after = SmallPlan.Find(database);
        Assert.Equal((2, 1, 1, 1), (after.Units.Count, after.Programmes.Count, after.Projects.Count, after.Projects[0].Indicators.Count));
        Assert.Null(new JournalQueries(database).Verify(SmallPlan.Code));
        var records = new JournalQueries(database).Records(SmallPlan.Code);
        var indicator = Assert.Single(records, r => r is { Action: "plan.indicator.removed", Subject: "plan 2024 03/A008/1" });
        Assert.Contains("\"calendar\":\";;3;;;3;;;3;;;3\"", indicator.OldValue, StringComparison.Ordinal);

        int Seen() => SmallPlan.Find(database).Year.Version;
    }

    [Theory, EachDatabase]
    public void Takes_out_nothing_that_was_changed_after_it_was_seen(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var (seen, project) = (plan.Year.Version, plan.Projects[0]);
        editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, project.Indicators[0] with { Assumptions = "Otros" }, "beto");
        editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Programme("M001")! with { Name = "Otro" }, "beto");
        editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "04", Add("04"), "beto");
        Add("04");

        Assert.Equal("plan.conflict", Refusal(() => editor.RemoveProject(SmallPlan.Code, SmallPlan.Year, project.Id, seen, "ana")));
        Assert.Equal("plan.conflict", Refusal(() => editor.RemoveIndicator(SmallPlan.Code, SmallPlan.Year, project.Id, project.Indicators[0].Id, seen, "ana")));
        Assert.Equal("plan.conflict", Refusal(() => editor.RemoveProgramme(SmallPlan.Code, SmallPlan.Year, "M001", seen, "ana")));
        Assert.Equal("plan.conflict", Refusal(() => editor.RemoveUnit(SmallPlan.Code, SmallPlan.Year, "04", seen, "ana")));
        editor.RemoveIndicator(SmallPlan.Code, SmallPlan.Year, project.Id, project.Indicators[1].Id, seen, "ana");

        int Add(string code)
        {
            editor.Put(SmallPlan.Code, SmallPlan.Year, new ResponsibleUnit(code, "Calidad", null, 0), "beto");
            return SmallPlan.Find(database).Year.Version;
        }
    }

    [Theory, EachDatabase]
    public void Does_not_take_a_row_for_another_that_had_its_key(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var read = plan.Programme("M001")!;
        editor.RemoveProgramme(SmallPlan.Code, SmallPlan.Year, "M001", plan.Year.Version, "beto");
        Assert.Equal("plan.conflict", Refusal(() => editor.Put(SmallPlan.Code, SmallPlan.Year, read with { Name = "Lo de Ana" }, "ana")));
        editor.Put(SmallPlan.Code, SmallPlan.Year, new BudgetProgramme("M001", "Lo de Beto"), "beto");
        Assert.Equal("plan.conflict", Refusal(() => editor.Put(SmallPlan.Code, SmallPlan.Year, read with { Name = "Lo de Ana" }, "ana")));
        Assert.Equal("Lo de Beto", SmallPlan.Find(database).Programme("M001")!.Name);
    }

    [Theory, EachDatabase]
    public void Keeps_once_what_is_sent_twice_and_journals_a_new_place(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var plan = SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        var (project, indicator) = (plan.Projects[0], SmallPlan.Indicator("Porcentaje de informes"));
        for (var i = 0; i < 2; i++)
        {
            Assert.DoesNotContain(editor.Put(SmallPlan.Code, SmallPlan.Year, project.Id, indicator, "ana"), p => p.BlocksSaving);
            editor.Put(SmallPlan.Code, SmallPlan.Year, plan.Units[2] with { Position = 1 }, "ana");
        }

        Assert.Equal(3, SmallPlan.Find(database).Projects[0].Indicators.Count);
        var moved = Assert.Single(new JournalQueries(database).Records(SmallPlan.Code), r => r.Action == "plan.unit.changed");
        Assert.Contains("\"position\":\"3\"", moved.OldValue, StringComparison.Ordinal);
        Assert.Contains("\"position\":\"1\"", moved.NewValue, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public void Moves_a_project_and_the_others_make_room(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        SmallPlan.Make(database);
        var editor = new PlanEditor(database, TimeProvider.System);
        editor.Put(SmallPlan.Code, SmallPlan.Year, SmallPlan.Project("02", "A009"), "ana");
        var last = SmallPlan.Find(database).Projects[2];
        editor.MoveProject(SmallPlan.Code, SmallPlan.Year, last.Id, 1, "ana");

        var after = SmallPlan.Find(database).Projects;
        Assert.Equal(["02/A009 1", "01/A002 2", "03/A008 3"], after.Select(p => $"{p.Address} {p.Position}"));
        Assert.Equal(last.Version, after[0].Version);
        editor.MoveProject(SmallPlan.Code, SmallPlan.Year, last.Id, 99, "ana");
        Assert.Equal(["01/A002", "03/A008", "02/A009"], SmallPlan.Find(database).Projects.Select(p => p.Address));
    }

    private static string Refusal(Action action) => Assert.Throws<RuleViolationException>(action).RuleId;
}
