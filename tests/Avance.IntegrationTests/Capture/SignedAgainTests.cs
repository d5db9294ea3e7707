using Avance.Capture;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>What counts of a sheet that was signed, opened again, and signed anew or left as it was.</summary>
public sealed class SignedAgainTests
{
    private static FiscalPeriod First => CaptureOffice.First;

    [Theory, EachDatabase]
    public void A_figure_that_is_signed_blank_is_blank_again_and_not_zero(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location, yearly: true);
        office.Fill(First, "01", "eva", targets: false);
        office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, "5"));
        office.Sign(First, "01", "eva");
        Assert.Equal(5, office.Achieved("01"));
        Reopen(office);
        office.Type("01", "eva", (office.Indicator("01").Id, CaptureField.Achieved, ""));
        office.Sign(First, "01", "eva");
        Assert.Null(office.Achieved("01"));
        Assert.Null(office.Queries.Board(CaptureOffice.Code, SmallPlan.Year));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public void A_sheet_that_is_let_stand_says_what_was_signed(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        var place = new CellAddress(office.Indicator("01").Id, CaptureField.Achieved);
        office.Finish(First, "01", "eva");
        var signed = office.Queries.Sheet(CaptureOffice.Code, First, "01")!.Value(place);
        Reopen(office);
        office.Type("01", "eva", (place.Subject, place.Field, "1"));
        office.Submit("01", "eva");
        office.Review.Return(CaptureOffice.Code, First, "01", 2, SheetState.Submitted, "Queda como estaba.", [], "rosa");
        Assert.Equal("1", office.Queries.Sheet(CaptureOffice.Code, First, "01")!.Value(place));
        office.Review.LetStand(CaptureOffice.Code, First, "01", "Así vale.", "ana");
        Assert.Equal(signed, office.Queries.Sheet(CaptureOffice.Code, First, "01")!.Value(place));
        Assert.NotEqual("1", signed);
    }

    [Theory, EachDatabase]
    public void The_deadline_of_all_is_kept_from_no_unit_that_still_captures(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Finish(First, "01", "eva");
        Reopen(office, until: 20);
        office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "No entregó.", "ana");
        office.Periods.Extend(CaptureOffice.Code, First, null, new(2024, 4, 30), "Falla de la red.", "ana");
        office.Review.Readmit(CaptureOffice.Code, First, "03", "Llegó.", "ana");
        Assert.Equal((new DateOnly(2024, 4, 30), new DateOnly(2024, 4, 30)), (office.Sheet("01").DueOn, office.Sheet("03").DueOn));
        office.Periods.Extend(CaptureOffice.Code, First, "03", new(2024, 5, 10), "Inundación.", "ana");
        office.Periods.Extend(CaptureOffice.Code, First, null, new(2024, 5, 2), "Otra falla.", "ana");
        Assert.Equal((new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 10)), (office.Sheet("01").DueOn, office.Sheet("03").DueOn));
    }

    [Theory, EachDatabase]
    public void Late_is_what_came_after_the_deadline_of_its_day(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Clock.Now = new(2024, 4, 17, 15, 0, 0, TimeSpan.Zero);
        office.Finish(First, "01", "eva");
        Reopen(office, until: 25);
        Assert.Equal(new(2024, 4, 15), Due());
        office.Sign(First, "01", "eva");
        Assert.Equal(new(2024, 4, 25), Due());

        DateOnly? Due() => office.Queries.Traced(CaptureOffice.Code, SmallPlan.Year).Single(static s => s.Unit.Code == "01").DueWhenSent;
    }

    [Theory, EachDatabase]
    public void Work_lists_know_who_may_not_review_what_is_theirs(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var office = new CaptureOffice(test.Location);
        office.Fill(First, "01", "eva");
        office.Type("01", "luis", (office.Indicator("01").Id, CaptureField.Achieved, "2"));
        office.Submit("01", "marta");
        var file = Assert.Single(office.Queries.Open());
        Assert.Equal(["eva", "luis", "marta"], file.Authors["01"].Order(StringComparer.Ordinal));
        Assert.Empty(file.Authors["03"]);
    }

    private static void Reopen(CaptureOffice office, int until = 30)
    {
        office.Review.DeclareMissing(CaptureOffice.Code, First, "03", SheetState.Capturing, "No entregó.", "ana");
        office.Periods.Close(CaptureOffice.Code, First, "ana");
        office.Periods.Reopen(CaptureOffice.Code, First, ["01", "03"], new(2024, 4, until), "Un acta llegó tarde.", "ana");
    }
}
