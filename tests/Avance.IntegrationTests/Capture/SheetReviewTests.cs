using Avance.App.Capture;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Reporting;
using Avance.Capture;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Capture;

public sealed class SheetReviewTests
{
    private static readonly FiscalPeriod First = CaptureOffice.First;

    [Theory, EachDatabase]
    public void A_quarter_goes_from_blank_to_signed_and_its_figures_to_the_report(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Finish(First, "01", "eva");
        office.Finish(First, "03", "luis");
        Assert.Equal(SheetState.Authorised, office.Sheet("01").State);
        Assert.Equal(3.00m, office.Achieved("01"));
        var issue = new IssueReport(office.Database, office.Clock);
        Assert.Equal("report.capture", Refusal(() => issue.Execute(CaptureOffice.Code, First, null, false, "ana")));
        var years = new PlanYears(office.Database, office.Clock);
        years.CloseThrough(CaptureOffice.Code, SmallPlan.Year, 12, "ana");
        Assert.Equal("plan.capture", Refusal(() => years.Close(CaptureOffice.Code, SmallPlan.Year, "ana")));
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        issue.Execute(CaptureOffice.Code, First, null, false, "ana");
        Assert.False(office.Queries.Find(CaptureOffice.Code, First)!.Period.IsOpen);
        Assert.Null(office.Verify());
        Assert.Equal("AVP-052", Refusal(() => office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, "4"))));
    }

    [Theory, EachDatabase]
    public void Is_not_submitted_while_anything_is_missing_or_unexplained(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var blank = office.Submit("01", "eva");
        Assert.False(blank.IsDone);
        Assert.Equal(3, blank.Check.Problems.Count(p => p.RuleId == "capture.missing"));
        office.Fill(First, "01", "eva");
        office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, "0"), (office.Project("01").Id, CaptureField.Effect, ""));
        var unexplained = office.Submit("01", "eva");
        Assert.Contains(unexplained.Check.Findings, f => f.Finding.RuleId == "AVP-014" && f.Blocks);
        Assert.Contains(unexplained.Check.Problems, p => p.RuleId == "AVP-041");
        office.Type("01", "eva", (office.Project("01").Id, CaptureField.Effect, "Las acciones pasan al segundo trimestre."));
        Assert.Equal(1, office.Submit("01", "eva").Version);
    }

    [Theory, EachDatabase]
    public void Nobody_reviews_or_signs_what_they_wrote(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Fill(First, "01", "eva");
        office.Type("01", "rosa", (office.Project("01").Id, CaptureField.OtherReasons, "Nota."));
        office.Submit("01", "eva");
        Assert.Equal("AVP-069", Refusal(() => office.Review.Approve(CaptureOffice.Code, First, "01", 1, "", "rosa")));
        Assert.Equal("AVP-069", Refusal(() => office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "mal", [], "eva")));
        office.Review.Approve(CaptureOffice.Code, First, "01", 1, "", "ines");
        Assert.Equal("AVP-069", Refusal(() => office.Review.Authorise(CaptureOffice.Code, First, "01", 1, "eva")));
        office.Review.Authorise(CaptureOffice.Code, First, "01", 1, "omar");
    }

    [Theory, EachDatabase]
    public void A_returned_sheet_comes_back_as_a_new_version(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var place = new CellAddress(office.Indicator("01").Id, CaptureField.Achieved);
        office.Fill(First, "01", "eva");
        office.Submit("01", "eva");
        Assert.Equal("capture.state", Refusal(() => office.Type("01", "eva", (place.Subject, place.Field, "4"))));
        Assert.Equal("capture.reason", Refusal(() => office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, " ", [], "rosa")));
        Assert.Equal("capture.cell", Refusal(() => office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "mal", [new(new(office.Indicator("03").Id, ""), "?")], "rosa")));
        office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "Falta una acción.", [new(place, "El acta dice 4.")], "rosa");
        var returned = office.Queries.Sheet(CaptureOffice.Code, First, "01")!;
        var remark = Assert.Single(returned.Pending);
        office.Type("01", "eva", (place.Subject, place.Field, "4"), (place.Subject, remark.AnsweredAt.Field, "Corregido según el acta."));
        Assert.Equal(2, office.Submit("01", "eva").Version);
        Assert.Equal("capture.conflict", Refusal(() => office.Review.Approve(CaptureOffice.Code, First, "01", 1, "", "rosa")));
        office.Review.Approve(CaptureOffice.Code, First, "01", 2, "", "rosa");
        office.Review.Authorise(CaptureOffice.Code, First, "01", 2, "omar");
        Assert.Equal(4.00m, office.Achieved("01"));
        Assert.Equal([3m, 4m], office.Queries.Versions(CaptureOffice.Code, First, "01").Select(v => SheetReading.Figure(v.Content.Value(place))!.Value));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void Sends_nothing_that_another_has_just_written(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Fill(First, "01", "eva");
        var seen = office.Sheet("01").Edits;
        office.Type("01", "luis", (office.Indicator("01").Id, CaptureField.Achieved, "2"));
        Assert.Equal("capture.conflict", Refusal(() => office.Review.Submit(CaptureOffice.Code, First, "01", seen, "", "eva")));
    }

    [Theory, EachDatabase]
    public void A_version_has_the_evidence_of_its_moment_and_what_was_sent_keeps_it(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        using var store = EvidenceStore.Of(office.Database);
        var evidence = new Evidence(office.Database, store, office.Clock, EvidenceLimits.Default);
        office.Fill(First, "01", "eva");
        var seen = office.Sheet("01").Edits;
        using var minutes = new MemoryStream("Acta de la sesión"u8.ToArray());
        evidence.Attach(CaptureOffice.Code, First, "01", office.Indicator("01").Id, "acta.txt", minutes, "eva");
        Assert.Equal("capture.conflict", Refusal(() => office.Review.Submit(CaptureOffice.Code, First, "01", seen, "", "eva")));
        office.Submit("01", "eva");
        var frozen = Assert.Single(Assert.Single(office.Queries.Versions(CaptureOffice.Code, First, "01")).Content.Evidence);
        Assert.Equal(("acta.txt", office.Indicator("01").Id, 18L), (frozen.Name, frozen.Subject, frozen.Bytes));
        using var late = new MemoryStream("Otra"u8.ToArray());
        Assert.Equal("capture.state", Refusal(() => evidence.Attach(CaptureOffice.Code, First, "01", office.Indicator("01").Id, "otra.txt", late, "eva")));
        Assert.Equal("capture.state", Refusal(() => evidence.Remove(CaptureOffice.Code, First, "01", 1, "eva")));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void Closes_only_when_every_unit_is_in_or_declared_missing(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Finish(First, "01", "eva");
        Assert.Equal("capture.unsettled", Refusal(() => office.Periods.Close(CaptureOffice.Code, First, "ana")));
        Assert.Equal("capture.reason", Refusal(() => office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "", "ana")));
        Assert.Equal("capture.conflict", Refusal(() => office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Returned, "No entregó.", "ana")));
        office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "No entregó.", "ana");
        office.Review.Readmit(CaptureOffice.Code, First, "03", "Sí entregó, por otro medio.", "ana");
        Assert.Equal(SheetState.Capturing, office.Sheet("03").State);
        office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "No entregó en el plazo.", "ana");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        Assert.Null(office.Achieved("03"));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void A_reopened_quarter_is_corrected_by_reversal_and_later_quarters_follow(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var second = new FiscalPeriod(SmallPlan.Year, 2);
        office.Finish(First, "01", "eva");
        office.Finish(First, "03", "luis");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        office.Clock.Now = new(2024, 7, 2, 15, 0, 0, TimeSpan.Zero);
        office.Periods.Open(CaptureOffice.Code, second, new(2024, 7, 1), new(2024, 7, 15), "ana");
        office.Finish(second, "01", "eva");
        office.Finish(second, "03", "luis");
        Assert.Equal("capture.order", Refusal(() => office.Periods.Open(CaptureOffice.Code, new(2024, 3), new(2024, 10, 1), new(2024, 10, 15), "ana")));
        office.Periods.Close(CaptureOffice.Code, second, "ana");
        Assert.Equal("capture.reason", Refusal(() => office.Periods.Reopen(CaptureOffice.Code, First, ["01"], new(2024, 7, 20), "", "ana")));
        Assert.Equal(1, office.Periods.Reopen(CaptureOffice.Code, First, ["01"], new(2024, 7, 20), "Un acta llegó tarde.", "ana"));
        Assert.Equal("capture.state", Refusal(() => office.Type("03", "luis", (office.Indicator("03").Id, CaptureField.Achieved, "9"))));
        Assert.Equal(3.00m, office.Achieved("01"));
        office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, "5"));
        office.Submit("01", "eva");
        office.Review.Approve(CaptureOffice.Code, First, "01", 2, "", "rosa");
        Assert.Equal(3.00m, office.Achieved("01"));
        office.Review.Authorise(CaptureOffice.Code, First, "01", 2, "omar");
        Assert.Equal(5.00m, office.Achieved("01"));
        var entries = new LedgerQueries(office.Database).Targets(CaptureOffice.Code, SmallPlan.Year, office.Indicator("01").Id).Where(t => t.Entry.Stage == TargetStage.Achieved).Select(t => t.Entry.Quantity);
        Assert.Equal([3m, 3m, -3m, 5m], entries);
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void A_reopened_sheet_that_needed_no_correction_stands(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Finish(First, "01", "eva");
        office.Finish(First, "03", "luis");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        office.Periods.Reopen(CaptureOffice.Code, First, ["01"], new(2024, 4, 20), "Se dudó de un acta.", "ana");
        // What was signed is in the report: it is not missing. Who was late before stays late.
        Assert.Equal("capture.state", Refusal(() => office.Review.DeclareMissing(CaptureOffice.Code, First, "01", SheetState.Returned, "No corrigió.", "ana")));
        Assert.Equal((new DateOnly(2024, 4, 15), new DateOnly(2024, 4, 20)), (office.Sheet("03").DueOn, office.Sheet("01").DueOn));
        Assert.Equal("capture.reason", Refusal(() => office.Review.LetStand(CaptureOffice.Code, First, "01", "", "ana")));
        office.Review.LetStand(CaptureOffice.Code, First, "01", "El acta estaba bien.", "ana");
        Assert.Equal((SheetState.Authorised, 1), (office.Sheet("01").State, office.Sheet("01").Authorised));
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        Assert.Equal(3.00m, office.Achieved("01"));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void A_sheet_is_not_signed_against_a_plan_that_changed_since(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Fill(First, "01", "eva");
        office.Submit("01", "eva");
        var editor = new PlanEditor(office.Database, office.Clock);
        var added = SmallPlan.Project("01", "E009") with { AddedByAmendment = true };
        editor.Put(CaptureOffice.Code, SmallPlan.Year, added, "ana");
        Assert.Equal("capture.plan", Refusal(() => office.Review.Approve(CaptureOffice.Code, First, "01", 1, "", "rosa")));
        office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "El plan cambió.", [], "rosa");
        office.Type("01", "eva", (added.Id, "women-1", "1"), (added.Id, "men-1", "1"));
        Assert.Equal(2, office.Submit("01", "eva").Version);
        var stored = new PlanQueries(office.Database).Find(CaptureOffice.Code, SmallPlan.Year)!.Project("01", "E009")!;
        Assert.Equal("plan.captured", Refusal(() => editor.Put(CaptureOffice.Code, SmallPlan.Year, stored with { UnitCode = "03" }, "ana")));
    }

    [Theory, EachDatabase]
    public void A_unit_that_is_new_by_amendment_is_asked_for_before_the_quarter_closes(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Finish(First, "01", "eva");
        office.Finish(First, "03", "luis");
        var editor = new PlanEditor(office.Database, office.Clock);
        var added = SmallPlan.Project("02", "E009") with { AddedByAmendment = true };
        editor.Put(CaptureOffice.Code, SmallPlan.Year, added, "ana");
        editor.Put(CaptureOffice.Code, SmallPlan.Year, added.Id, SmallPlan.Indicator("Porcentaje de auditorías", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), "ana");
        Assert.Equal("capture.unsettled", Refusal(() => office.Periods.Close(CaptureOffice.Code, First, "ana")));
        office.Review.DeclareMissing(CaptureOffice.Code, First, "02", SheetState.Capturing, "Nació después del trimestre.", "ana");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
    }

    [Theory, EachDatabase]
    public void A_version_that_moved_no_target_is_corrected_too(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location, yearly: true);
        office.Fill(First, "01", "eva", targets: false);
        Assert.Equal(1, office.Submit("01", "eva").Version);
        office.Review.Approve(CaptureOffice.Code, First, "01", 1, "", "rosa");
        office.Review.Authorise(CaptureOffice.Code, First, "01", 1, "omar");
        office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "No entregó.", "ana");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        office.Periods.Reopen(CaptureOffice.Code, First, ["01"], new(2024, 4, 20), "Faltó gente.", "ana");
        office.Type("01", "eva", (office.Project("01").Id, "women-1", "30"));
        Assert.Equal(2, office.Submit("01", "eva").Version);
        office.Review.Approve(CaptureOffice.Code, First, "01", 2, "", "rosa");
        office.Review.Authorise(CaptureOffice.Code, First, "01", 2, "omar");
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void Progress_of_a_captured_quarter_enters_by_no_other_way(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var sequence = office.Finish(First, "01", "eva");
        var post = new PostDocument(office.Database, office.Clock);
        var document = new LedgerDocument
        {
            Id = Guid.CreateVersion7(),
            Kind = DocumentKind.Progress,
            Folio = "AM-1",
            SourceDocumentId = "AM-1",
            EffectiveOn = new(2024, 4, 2),
            Targets = [new(office.Indicator("01").Id, 2, TargetStage.Achieved, 1)],
        };
        Assert.Equal("capture.period", post.Execute(CaptureOffice.Code, SmallPlan.Year, document, "ana").RuleId);
        Assert.Equal("capture.period", post.Reverse(CaptureOffice.Code, SmallPlan.Year, sequence, new(2024, 4, 3), "no", "", "ana").RuleId);
        var later = document with { Id = Guid.CreateVersion7(), Targets = [new(office.Indicator("01").Id, 4, TargetStage.Achieved, 1)] };
        Assert.Equal(LedgerStatus.Posted, post.Execute(CaptureOffice.Code, SmallPlan.Year, later, "ana").Status);
        office.Finish(First, "03", "luis");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        office.Clock.Now = new(2024, 7, 2, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal("capture.imported", Refusal(() => office.Periods.Open(CaptureOffice.Code, new(2024, 2), new(2024, 7, 1), new(2024, 7, 15), "ana")));
    }

    [Theory, EachDatabase]
    public void The_journal_tells_when_a_frozen_sheet_was_touched(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Fill(First, "01", "eva");
        office.Submit("01", "eva");
        office.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "Revise.", [new(new(office.Project("01").Id, ""), "¿Seguro?")], "rosa");
        Assert.Null(office.Verify());
        foreach (var (table, change) in new[]
        {
            ("capture_version", "UPDATE capture_version SET content = REPLACE(content, '\"25\"', '\"26\"')"),
            ("capture_step", "UPDATE capture_step SET reason = 'Bien.' WHERE number = 2"),
            ("capture_remark", "UPDATE capture_remark SET remark = 'Perfecto'"),
            ("capture_remark", "DELETE FROM capture_remark"),
        })
        {
            using var copy = new TestDatabase(engine);
            using var other = new CaptureOffice(copy.Location);
            other.Fill(First, "01", "eva");
            other.Submit("01", "eva");
            other.Review.Return(CaptureOffice.Code, First, "01", 1, SheetState.Submitted, "Revise.", [new(new(other.Project("01").Id, ""), "¿Seguro?")], "rosa");
            copy.Sql(engine == TestEngine.Sqlite ? $"DROP TRIGGER {table}_no_update" : $"DROP TRIGGER {table}_only_grows ON {table}");
            if (engine == TestEngine.Sqlite)
            {
                copy.Sql($"DROP TRIGGER {table}_no_delete");
            }

            copy.Sql(change);
            Assert.NotNull(other.Verify());
        }
    }

    private static string Refusal(Action action) => Assert.Throws<RuleViolationException>(action).RuleId;
}
