using System.Security.Cryptography;
using Avance.Capture;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

public sealed class EvidenceTests
{
    [Theory, EachDatabase]
    public void Keeps_a_file_as_it_came_and_says_who_brought_it(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine);
        var content = RandomNumberGenerator.GetBytes(700_000);
        "%PDF-1.7\n"u8.CopyTo(content);
        var file = office.Attach(@"C:\actas\Acta nº 5.pdf", content);

        Assert.Equal((1, "Acta nº 5.pdf", "application/pdf", 700_000L, "eva"), (file.Number, file.Name, file.MediaType, file.Bytes, file.Actor));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256);
        Assert.Equal(content, office.Read(1));
        Assert.Equal([file], office.List());
        Assert.Empty(office.List("03"));
        Assert.Empty(office.Evidence.List("NADIE", CaptureOffice.First, "01"));
        var record = Assert.Single(office.Records);
        Assert.Equal(("capture.evidence-added", "sheet 2024-Q1/01", "", "eva"), (record.Action, record.Subject, record.OldValue, record.Actor));
        Assert.Contains($"\"name\":\"Acta nº 5.pdf\",\"mediaType\":\"application/pdf\",\"bytes\":700000,\"sha256\":\"{file.Sha256}\"", record.NewValue, StringComparison.Ordinal);
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void Removes_a_file_without_forgetting_it(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine);
        office.Attach("uno.txt", "uno");
        office.Attach("dos.txt", "dos");
        var removed = office.Remove(1, "luis");

        Assert.Equal("luis", removed.Removal!.Actor);
        Assert.Equal(["dos.txt"], office.List().Select(f => f.Name));
        AssertRefused("evidence.missing", () => office.Read(1));
        AssertRefused("evidence.missing", () => office.Remove(1));
        AssertRefused("evidence.missing", () => office.Remove(9));
        Assert.Equal(3, office.Attach("tres.txt", "tres").Number);
        Assert.Equal(("capture.evidence-removed", "luis", office.Records[0].NewValue, ""), (office.Records[2].Action, office.Records[2].Actor, office.Records[2].OldValue, office.Records[2].NewValue));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void Refuses_what_is_no_evidence_and_keeps_nothing_of_it(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine);
        AssertRefused("evidence.empty", () => office.Attach("vacio.pdf", ""));
        AssertRefused("evidence.name", () => office.Attach("carpeta/", "uno"));
        AssertRefused("evidence.type", () => office.Attach("acta.pdf", "<html>"));
        AssertRefused("evidence.size", () => office.Attach("grande.txt", new string('a', (1 << 20) + 1)));
        AssertRefused("capture.cell", () => office.Attach("uno.txt", "uno"u8.ToArray(), Guid.CreateVersion7()));
        AssertRefused("capture.cell", () => office.Attach("uno.txt", "uno"u8.ToArray(), office.Office.Project("03").Id));
        AssertRefused("report.entity", () => office.Evidence.Remove("NADIE", CaptureOffice.First, "01", 1, "eva"));
        AssertRefused("capture.missing", () => office.Evidence.Remove(CaptureOffice.Code, new(2024, 2), "01", 1, "eva"));
        Assert.Empty(office.Records);
        Assert.Equal(["0"], office.Test.Rows("SELECT count(*) FROM evidence_chunk"));
        Assert.False(Directory.Exists(office.Test.Location + ".evidence"));
        Assert.Equal("acta.html.txt", office.Attach("acta.html", "hola").Name);
        Assert.Equal(1 << 20, office.Attach("justo.txt", new string('a', 1 << 20)).Bytes);
    }

    [Theory, EachDatabase]
    public void Takes_so_many_files_of_a_figure(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine, new(1_000, 2));
        office.Attach("uno.txt", "uno");
        office.Attach("dos.txt", "dos");
        AssertRefused("evidence.count", () => office.Attach("tres.txt", "tres"));
        office.Attach("del proyecto.txt", "tres"u8.ToArray(), office.Office.Project("01").Id);
        office.Remove(1);
        Assert.Equal(4, office.Attach("tres.txt", "tres").Number);
    }

    [Theory, EachDatabase]
    public void Two_at_once_get_two_numbers(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine, new(1_000, 40));
        Parallel.For(0, 20, i => office.Attach($"{i}.txt", i % 2 == 0 ? "lo mismo" : $"otro {i}"));

        Assert.Equal(Enumerable.Range(1, 20), office.List().Select(f => f.Number));
        Assert.Null(office.Verify());
    }

    /// <summary>What was sent keeps its evidence as it was: nothing is added or removed, and what is removed later can still be opened.</summary>
    [Theory, EachDatabase]
    public void A_sheet_that_was_sent_keeps_its_evidence(TestEngine engine)
    {
        using var office = new EvidenceOffice(engine);
        office.Office.Fill(CaptureOffice.First, "01", "eva");
        var seen = office.Office.Sheet("01").Edits;
        office.Attach("acta.txt", "uno");
        Assert.Equal("capture.conflict", Assert.Throws<RuleViolationException>(() => office.Office.Review.Submit(CaptureOffice.Code, CaptureOffice.First, "01", seen, "", "eva")).RuleId);
        Assert.True(office.Office.Submit("01", "eva").IsDone);

        AssertRefused("capture.state", () => office.Attach("otra.txt", "dos"));
        AssertRefused("capture.state", () => office.Remove(1));
        var frozen = Assert.Single(Assert.Single(office.Office.Queries.Versions(CaptureOffice.Code, CaptureOffice.First, "01")).Content.Evidence);
        Assert.Equal((1, "acta.txt", office.List()[0].Sha256, 3L), (frozen.Number, frozen.Name, frozen.Sha256, frozen.Bytes));

        office.Office.Review.Return(CaptureOffice.Code, CaptureOffice.First, "01", 1, SheetState.Submitted, "Falta la lista.", [], "rosa");
        office.Attach("lista.txt", "dos");
        office.Remove(2);
        office.Remove(1);
        Assert.Equal("uno"u8.ToArray(), office.Read(1));
        AssertRefused("evidence.missing", () => office.Read(2));
        Assert.Null(office.Verify());
    }

    private static void AssertRefused(string rule, Action action)
    {
        var refusal = Assert.Throws<RuleViolationException>(action);
        Assert.Equal(rule, refusal.RuleId);
        Assert.NotEqual(refusal.Text.Spanish, refusal.Text.English);
    }
}
