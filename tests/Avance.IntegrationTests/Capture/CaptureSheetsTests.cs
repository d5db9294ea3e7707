using Avance.Capture;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

public sealed class CaptureSheetsTests
{
    private static readonly FiscalPeriod First = CaptureOffice.First;

    [Theory, EachDatabase]
    public void Keeps_what_was_typed_also_when_it_cannot_be_read(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var indicator = office.Indicator("01").Id;
        office.Type("01", "eva", (indicator, CaptureField.Achieved, " tres "));
        var file = office.Queries.Sheet(CaptureOffice.Code, First, "01")!;
        Assert.Equal("tres", file.Value(new(indicator, CaptureField.Achieved)));
        Assert.Contains(file.Content.Problems, p => p.RuleId == "capture.figure" && p.Address.Subject == indicator);
        Assert.Equal(1, file.Sheet.Edits);
    }

    [Theory, EachDatabase]
    public void Shows_both_when_two_write_in_the_same_place_and_overwrites_nothing(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var place = new CellAddress(office.Indicator("01").Id, CaptureField.Achieved);
        var other = new CellAddress(office.Indicator("01", 2).Id, CaptureField.Achieved);
        office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "3", 0)], "eva");
        var second = office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "4", 0), new(other, "2", 0)], "luis");
        Assert.True(second.HasConflict);
        Assert.Equal((true, "3", "eva"), (second.Cells[0].IsConflict, second.Cells[0].Current!.Value, second.Cells[0].Current!.Actor));
        Assert.Equal((false, "2"), (second.Cells[1].IsConflict, second.Cells[1].Current!.Value));
        var knowing = office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "4", 1)], "luis");
        Assert.False(knowing.HasConflict);
        Assert.Equal(["3", "4"], office.Queries.History(CaptureOffice.Code, First, "01", place).Select(c => c.Value));
    }

    [Theory, EachDatabase]
    public void Keeps_once_what_is_sent_twice_and_takes_a_place_left_alone_for_no_change(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var place = new CellAddress(office.Indicator("01").Id, CaptureField.Achieved);
        var edit = new CellEdit(place, "3", 0);
        Assert.False(office.Sheets.Save(CaptureOffice.Code, First, "01", [edit], "eva").HasConflict);
        Assert.False(office.Sheets.Save(CaptureOffice.Code, First, "01", [edit], "eva").HasConflict);
        Assert.Equal((1, 1L), (office.Queries.History(CaptureOffice.Code, First, "01", place).Count, office.Sheet("01").Edits));

        // A form made when the place said 3 sends it back as it was, after somebody wrote 5 there.
        office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "5", 1)], "luis");
        var left = office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "3", 1)], "eva");
        Assert.False(left.HasConflict);
        Assert.Equal("5", office.Queries.Sheet(CaptureOffice.Code, First, "01")!.Value(place));

        // What was typed, and nothing else, is never taken for left alone.
        var typed = office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "3", 1)], "eva", strict: true);
        Assert.Equal((true, "5"), (typed.HasConflict, typed.Cells[0].Current!.Value));
        Assert.False(office.Sheets.Save(CaptureOffice.Code, First, "01", [new(place, "5", 1)], "eva", strict: true).HasConflict);
    }

    [Theory, EachDatabase]
    public void Takes_only_places_of_the_units_own_sheet(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        Refused("capture.cell", new CellAddress(office.Indicator("03").Id, CaptureField.Achieved), "1");
        Refused("capture.cell", new CellAddress(office.Indicator("01").Id, CaptureField.Cause), "1");
        Refused("capture.cell", new CellAddress(office.Project("01").Id, "women-0"), "1");
        Refused("capture.cell", new CellAddress(office.Project("01").Id, "women-01"), "1");
        Refused("capture.cell", new CellAddress(office.Project("01").Id, "women-99999"), "1");
        Refused("capture.text", new CellAddress(office.Indicator("01").Id, CaptureField.Achieved), new('9', 41));
        Refused("capture.text", new CellAddress(office.Project("01").Id, CaptureField.Cause), "a\0b");
        Assert.Equal("capture.missing", Assert.Throws<RuleViolationException>(() => office.Sheets.Save(CaptureOffice.Code, First, "02", [], "eva")).RuleId);
        Assert.Equal("capture.missing", Assert.Throws<RuleViolationException>(() => office.Sheets.Save(CaptureOffice.Code, new(2024, 2), "01", [], "eva")).RuleId);

        void Refused(string rule, CellAddress address, string value) =>
            Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => office.Sheets.Save(CaptureOffice.Code, First, "01", [new(address, value, 0)], "eva")).RuleId);
    }

    [Theory, EachDatabase]
    public void Tells_what_others_did_since_a_person_last_looked(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        Assert.Null(office.Queries.SeenAt(CaptureOffice.Code, First, "01", "eva"));
        office.Queries.Seen(CaptureOffice.Code, First, "01", "eva", office.Clock.GetUtcNow());
        office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, "3"));
        office.Type("01", "luis", (office.Indicator("01", 2).Id, CaptureField.Achieved, "4"));
        var seen = office.Queries.SeenAt(CaptureOffice.Code, First, "01", "eva")!.Value;
        Assert.Equal(["4"], office.Queries.News(CaptureOffice.Code, First, "01", seen, "eva").Cells.Select(c => c.Value));
        office.Queries.Seen(CaptureOffice.Code, First, "01", "eva", office.Clock.GetUtcNow());
        Assert.True(office.Queries.News(CaptureOffice.Code, First, "01", office.Queries.SeenAt(CaptureOffice.Code, First, "01", "eva")!.Value, "eva").IsEmpty);
    }

    [Theory, EachDatabase]
    public async Task Loses_nothing_when_many_write_at_once(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var project = office.Project("01").Id;
        var tries = await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(() => Enumerable.Range(1, 20).Select(row =>
            office.Sheets.Save(CaptureOffice.Code, First, "01", [new(new(project, $"women-{row}"), $"{worker}", 0)], $"persona {worker}")).ToList(), TestContext.Current.CancellationToken)));
        for (var row = 1; row <= 20; row++)
        {
            var written = Assert.Single(office.Queries.History(CaptureOffice.Code, First, "01", new(project, $"women-{row}")));
            Assert.Equal(15, tries.Count(t => t[row - 1].HasConflict && t[row - 1].Cells[0].Current!.Value == written.Value));
        }

        Assert.Equal(20, office.Sheet("01").Edits);
    }
}
