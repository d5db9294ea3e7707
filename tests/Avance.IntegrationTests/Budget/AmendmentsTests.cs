using Avance.App.Budget;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;
using static Avance.IntegrationTests.Budget.AmendmentOffice;

namespace Avance.IntegrationTests.Budget;

public sealed class AmendmentsTests
{
    [Theory, EachDatabase]
    public void Applies_an_amendment_with_its_targets_and_tells_its_whole_way(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var before = office.Queries.Preview(Code, Draft);
        var folio = office.Bring(Draft);

        Assert.Equal("AP-2023-0001", folio);
        Assert.Equal((Pesos(200), Pesos(1_000)), (office.Balance(Origin).Revised(10), office.Balance(New).Revised(10)));
        Assert.Equal((Pesos(1_200), Pesos(0)), (office.Balance(Origin)[BudgetStage.Approved, 10], office.Balance(New)[BudgetStage.Approved, 10]));
        Assert.Equal(before.Lines.Select(l => l.RevisedAfter), [office.Balance(Origin).Revised(10), office.Balance(New).Revised(10)]);

        var file = office.Queries.Find(Code, Year, folio)!;
        Assert.Equal((AmendmentState.Applied, 5), (file.Amendment.State, file.Amendment.Version));
        Assert.Equal(["draft ana", "requested berta", "in-review berta", "authorised berta", "applied berta"], file.Steps.Select(s => $"{s.State.Code()} {s.Actor}"));
        var document = new LedgerQueries(office.Database).Document(Code, Year, file.Document!.Value)!.Document;
        Assert.Equal((DocumentKind.Amendment, folio, Draft.Agreement), (document.Kind, document.Folio, document.Authority));
        Assert.Equal([(10, 3m), (12, 2m)], document.Targets.Select(t => (t.Month, t.Quantity)));
        Assert.Equal(5m, office.Queries.Preview(Code, Draft).Targets[0].AnnualBefore);
        Assert.Null(new JournalQueries(office.Database).Verify(Code));
        Assert.Contains(new JournalQueries(office.Database).Records(Code), r => r.Action == "amendment.applied" && r.NewValue.Contains(folio, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public void Shows_before_and_after_by_line_project_and_chapter_from_the_entries(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var preview = office.Queries.Preview(Code, Draft);

        Assert.Equal(["06 A008 121 400.00", "06 E003 1 000.00"], preview.Projects.Select(p => $"{p.Code} {p.RevisedAfter}"));
        Assert.Equal(["2000 43 200.00 42 200.00", "3000 0.00 1 000.00"], preview.Chapters.Select(c => $"{c.Code} {c.Before.Revised} {c.RevisedAfter}"));
        Assert.Equal((Pesos(151_200), Money.Zero), (preview.Entity.RevisedAfter, preview.Entity.Change));
        Assert.Equal([false, true], preview.Lines.Select(l => l.IsNew));
        Assert.True(preview.IsApplicable);
    }

    [Theory, EachDatabase]
    public void Gives_folios_without_gaps_when_amendments_are_asked_for(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var drafts = Enumerable.Range(0, 3).Select(_ => office.Amendments.Create(Code, Draft, "ana").Amendment.Reference).ToList();
        Assert.Equal(["BORR-2023-0001", "BORR-2023-0002", "BORR-2023-0003"], drafts);

        Assert.True(office.Move(drafts[0], AmendmentState.Cancelled, "se duplicó").IsDone);
        Assert.Equal("AP-2023-0001", office.Move(drafts[2], AmendmentState.Requested).Amendment.Folio);
        Assert.Equal("AP-2023-0002", office.Move(drafts[1], AmendmentState.Requested).Amendment.Folio);
        Assert.True(office.Move("AP-2023-0002", AmendmentState.Returned, "falta el anexo").IsDone);
        Assert.Equal("AP-2023-0002", office.Move("BORR-2023-0002", AmendmentState.Requested).Amendment.Folio);
        Assert.Equal(["AP-2023-0001", "AP-2023-0002", "BORR-2023-0001"], office.Queries.List(Code, Year).Select(a => a.Amendment.Reference));
    }

    [Theory, EachDatabase]
    public void Undoes_what_it_applied_and_only_once(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft);

        Assert.Equal("amendment.remark", Assert.Single(office.Move(folio, AmendmentState.Cancelled).Problems).RuleId);
        Assert.True(office.Move(folio, AmendmentState.Cancelled, "el acuerdo se revocó").IsDone);
        Assert.Equal((Pesos(1_200), Pesos(0)), (office.Balance(Origin).Revised(10), office.Balance(New).Revised(10)));
        Assert.Equal(0m, office.Queries.Preview(Code, Draft).Targets[0].AnnualBefore);
        var file = office.Queries.Find(Code, Year, folio)!;
        Assert.Equal("REV-AP-2023-0001", new LedgerQueries(office.Database).Document(Code, Year, file.Reversal!.Value)!.Document.Folio);
        Assert.Equal("amendment.state", Assert.Throws<RuleViolationException>(() => office.Move(folio, AmendmentState.Cancelled, "otra vez")).RuleId);
    }

    [Theory, EachDatabase]
    public void Refuses_to_undo_what_was_spent_since(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft);
        var line = office.Database.Read(s => BudgetLines.Load(s, App.Storage.Entities.Find(s, Code)!.Value, Year))[New];
        new PostDocument(office.Database, TimeProvider.System).Execute(
            Code, Year,
            new() { Id = Guid.CreateVersion7(), Kind = DocumentKind.Posting, Folio = "P-2", SourceDocumentId = "P-2", EffectiveOn = new(2023, 10, 5), Entries = [new(line.Id, 10, BudgetStage.Committed, Pesos(1))] },
            "ana").ThrowIfRefused();

        var outcome = office.Move(folio, AmendmentState.Cancelled, "ya no hace falta");
        Assert.Equal((false, AmendmentState.Applied), (outcome.IsDone, outcome.Amendment.State));
        Assert.Equal(Pesos(1_000), office.Balance(New).Revised(10));
        Assert.Equal(AmendmentState.Applied, office.Queries.Find(Code, Year, folio)!.Amendment.State);
    }

    [Theory, EachDatabase]
    public void Of_two_people_who_apply_at_once_only_one_does(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft, AmendmentState.Authorised);
        var outcomes = new string[8];
        using var start = new Barrier(8);
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            start.SignalAndWait();
            try
            {
                outcomes[i] = office.Move(folio, AmendmentState.Applied, actor: $"p{i}").IsDone ? "applied" : "problems";
            }
            catch (RuleViolationException refusal)
            {
                outcomes[i] = refusal.RuleId;
            }
        });

        Assert.Equal(["amendment.state", .. Enumerable.Repeat("amendment.state", 6), "applied"], outcomes.Order(StringComparer.Ordinal).OrderBy(o => o == "applied"));
        Assert.Equal(Pesos(1_000), office.Balance(New).Revised(10));
        Assert.Single(new LedgerQueries(office.Database).Documents(Code, Year), d => d.Document.Kind == DocumentKind.Amendment);
    }

    [Theory, EachDatabase]
    public void Of_two_amendments_that_take_the_same_money_the_second_is_refused(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);

        // 06/A008 has 12 000.00 to spare by December: each of these takes 1 200.00 of the same month, which has 1 200.00.
        var draft = Draft with { Lines = [new(Origin, 10, Pesos(-1_200)), new(New, 10, Pesos(1_200))] };
        var folios = Enumerable.Range(0, 4).Select(_ => office.Bring(draft, AmendmentState.Authorised)).ToList();
        var done = new AmendmentOutcome[4];
        Parallel.For(0, 4, new() { MaxDegreeOfParallelism = 4 }, i => done[i] = office.Move(folios[i], AmendmentState.Applied));

        Assert.Single(done, d => d.IsDone);
        Assert.All(done.Where(d => !d.IsDone), d => Assert.Equal("AVP-051", Assert.Single(d.Problems).RuleId));
        Assert.Equal((Pesos(0), Pesos(1_200)), (office.Balance(Origin).Revised(10), office.Balance(New).Revised(10)));
    }

    [Theory, EachDatabase]
    public void Shows_both_to_the_second_of_two_who_edit_at_once(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var draft = office.Amendments.Create(Code, Draft, "ana").Amendment;
        Assert.True(office.Amendments.Edit(Code, draft with { Justification = "Lo que escribió Ana." }, "ana").IsDone);

        var conflict = Assert.Throws<RuleViolationException>(() => office.Amendments.Edit(Code, draft with { Justification = "Lo que escribió Berta." }, "berta"));
        Assert.Equal("amendment.conflict", conflict.RuleId);
        Assert.Contains("guardado «Lo que escribió Ana.», suyo «Lo que escribió Berta.»", conflict.Text.Spanish, StringComparison.Ordinal);
        Assert.Equal("Lo que escribió Ana.", office.Queries.Find(Code, Year, draft.Reference)!.Amendment.Justification);
        var stale = Assert.Throws<RuleViolationException>(() => office.Amendments.Move(Code, Year, draft.Reference, new() { To = AmendmentState.Requested, Version = 1 }, "berta"));
        Assert.Equal("amendment.conflict", stale.RuleId);
    }

    [Theory, EachDatabase]
    public void Stops_each_amendment_that_breaks_a_rule_and_leaves_it_a_draft(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        new PlanYears(office.Database, TimeProvider.System).CloseThrough(Code, Year, 6, "ana");
        var words = Draft with { Targets = [], TargetsUnchanged = "Los talleres se imparten igual con otro proveedor." };
        (string Rule, Amendment Draft)[] cases =
        [
            ("AVP-046", words with { Type = AmendmentType.Rescheduling, Lines = [], Targets = [new("06", "A008", 1, 10, -1)] }),
            ("AVP-047", words with { Type = AmendmentType.Rescheduling, Lines = [new(Origin, 10, Pesos(-1)), new(Origin, 11, Pesos(2))] }),
            ("AVP-050", words with { Lines = [new(Origin, 10, Pesos(-1)), new(New, 10, Pesos(2))] }),
            ("AVP-051", words with { Lines = [new(Salaries, 10, Pesos(-1)), new(Salaries, 11, Pesos(1))] }),
            ("AVP-052", words with { Lines = [new(Origin, 6, Pesos(-1)), new(New, 10, Pesos(1))] }),
            ("AVP-052", words with { EffectiveOn = new(2023, 6, 30) }),
            ("AVP-052", words with { EffectiveOn = new(2024, 1, 1) }),
            ("AVP-054", words with { Lines = [new(Earmarked, 10, Pesos(-1)), new(New, 10, Pesos(1))] }),
            ("AVP-055", words with { Lines = [new(Origin, 10, Pesos(-1)), new(Salaries, 10, Pesos(1))] }),
            ("AVP-023", words with { TargetsUnchanged = "Igual." }),
            ("amendment.targets", words with { TargetsUnchanged = "" }),
            ("amendment.income", words with { Type = AmendmentType.NetIncrease, Lines = [new(New, 10, Pesos(1))] }),
            ("amendment.line", words with { Lines = [new(Origin, 10, Pesos(-1)), new("06-R101-E009-33401-1-16", 10, Pesos(1))] }),
            ("amendment.line", words with { Lines = [new(Origin, 10, Pesos(-1)), new("06-R101-E003-33401-1", 10, Pesos(1))] }),
            ("amendment.unit", words with { UnitCode = "99" }),
        ];
        Assert.All(cases, c =>
        {
            var reference = office.Amendments.Create(Code, c.Draft, "ana").Amendment.Reference;
            var outcome = office.Move(reference, AmendmentState.Requested);
            Assert.Equal([c.Rule], outcome.Problems.Select(p => p.RuleId));
            Assert.Equal((AmendmentState.Draft, null), (office.Queries.Find(Code, Year, reference)!.Amendment.State, outcome.Amendment.Folio));
        });
        Assert.Single(new LedgerQueries(office.Database).Documents(Code, Year), d => d.Document.Folio == "P-1");
    }

    [Theory, EachDatabase]
    public void Takes_an_external_one_only_with_the_numbers_of_agreement_and_letter(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft with { Scope = AmendmentScope.External, Agreement = "" }, AmendmentState.InReview);
        Assert.Equal(["AVP-053"], office.Move(folio, AmendmentState.Authorised).Problems.Select(p => p.RuleId));
        Assert.True(office.Amendments.Move(Code, Year, folio, new() { To = AmendmentState.Authorised, Agreement = "JGE-A/006" }, "berta").IsDone);
        Assert.True(office.Move(folio, AmendmentState.Sent).IsDone);
        Assert.Equal(["AVP-053"], office.Move(folio, AmendmentState.Approved).Problems.Select(p => p.RuleId));
        Assert.True(office.Amendments.Move(Code, Year, folio, new() { To = AmendmentState.Approved, OfficeNumber = "SH/0123" }, "berta").IsDone);
        Assert.True(office.Move(folio, AmendmentState.Applied).IsDone);
        Assert.Equal(("JGE-A/006", "SH/0123"), (office.Queries.Find(Code, Year, folio)!.Amendment.Agreement, office.Queries.Find(Code, Year, folio)!.Amendment.OfficeNumber));
    }

    [Theory, EachDatabase]
    public void Keeps_files_as_they_came_and_says_what_they_are(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var reference = office.Amendments.Create(Code, Draft, "ana").Amendment.Reference;
        byte[] pdf = [.. "%PDF-1.7\n"u8, 0, 255, 10];
        office.Amendments.Attach(Code, Year, reference, @"C:\Mis documentos\acuerdo 005.html", pdf, "ana");
        office.Amendments.Attach(Code, Year, reference, "oficio.pdf", "<script>alert(1)</script>"u8.ToArray(), "ana");

        var file = office.Queries.Find(Code, Year, reference)!;
        Assert.Equal(["1 acuerdo 005.html application/pdf 12", "2 oficio.pdf text/plain 25"], file.Attachments.Select(a => $"{a.Number} {a.Name} {a.MediaType} {a.Bytes}"));
        Assert.Equal(pdf, office.Queries.Attachment(Code, file, 1));
        Assert.Null(office.Queries.Attachment(Code, file, 3));
        Assert.Throws<RuleViolationException>(() => office.Amendments.Attach(Code, Year, reference, "vacio.pdf", [], "ana"));
        Assert.Throws<RuleViolationException>(() => office.Amendments.Attach(Code, Year, reference, "grande.pdf", new byte[(10 << 20) + 1], "ana"));
        Assert.Throws<RuleViolationException>(() => office.Amendments.Attach(Code, Year, reference, "../", pdf, "ana"));
    }

    [Theory, EachDatabase]
    public void The_database_itself_keeps_what_was_asked_for_and_what_ended(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft);
        office.Amendments.Attach(Code, Year, folio, "acuerdo.pdf", "%PDF-"u8.ToArray(), "ana");
        string[] changes =
        [
            "UPDATE amendment SET justification = 'otra'", "UPDATE amendment SET state = 'draft'", "DELETE FROM amendment",
            "UPDATE amendment SET state = 'cancelled', agreement = 'otro'", "UPDATE amendment SET state = 'cancelled', office_number = 'otro'",
            "UPDATE amendment_line SET amount = 1", "DELETE FROM amendment_line", "DELETE FROM amendment_target", "UPDATE amendment_target SET quantity = 1",
            "UPDATE amendment_step SET remark = 'otra'", "DELETE FROM amendment_step", "UPDATE attachment SET name = 'otro'", "DELETE FROM attachment",
        ];
        Assert.All(changes, change => Assert.Contains("refused", Assert.ThrowsAny<System.Data.Common.DbException>(() => office.Test.Sql(change)).Message, StringComparison.Ordinal));
    }
}
