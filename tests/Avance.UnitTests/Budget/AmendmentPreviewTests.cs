using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;
using CsCheck;
using Xunit;
using static Avance.UnitTests.Budget.AmendmentBuilder;

namespace Avance.UnitTests.Budget;

public sealed class AmendmentPreviewTests
{
    [Fact]
    public void Shows_every_line_project_chapter_and_target_before_and_after()
    {
        var preview = AmendmentPreview.Of(Holds with { Targets = [new("06", "E003", 1, 10, 3), new("06", "E003", 1, 12, 2)] }, Context);

        Assert.Equal(
            [
                (Origin, Pesos(1_200), Pesos(1_200), Pesos(200), Pesos(10_000), Pesos(9_000)),
                (Destination, Pesos(0), Pesos(0), Pesos(1_000), Pesos(0), Pesos(1_000)),
            ],
            preview.Lines.Select(l => (l.Line.LineKey, l.Approved, l.RevisedBefore, l.RevisedAfter, l.AvailableBefore, l.AvailableAfter)));
        Assert.Equal(["06 A008 119 000.00", "06 E003 1 000.00"], preview.Projects.Select(p => $"{p.Code} {p.RevisedAfter}"));
        Assert.Equal(["2000 99 000.00", "3000 81 000.00"], preview.Chapters.Select(p => $"{p.Code} {p.RevisedAfter}"));
        Assert.Equal((Pesos(180_000), Money.Zero), (preview.Entity.RevisedAfter, preview.Entity.Change));
        var target = Assert.Single(preview.Targets);
        Assert.Equal((null, null, 5m), (target.Original, target.AnnualBefore, target.AnnualAfter));
        Assert.True(preview.IsApplicable);
    }

    [Theory]
    [InlineData(AccumulationRule.Last, 95, 97, 90)]
    [InlineData(AccumulationRule.Maximum, 95, 97, 90)]
    [InlineData(AccumulationRule.Average, 87.5, 88, 85)]
    [InlineData(AccumulationRule.Sum, 350, 352, 255)]
    [InlineData(AccumulationRule.Period, 95, 97, 90)]
    public void Adds_up_the_months_of_a_target_as_the_report_does(AccumulationRule rule, decimal before, decimal after, decimal achieved)
    {
        var change = Assert.Single(AmendmentPreview.Of(Holds with { Targets = [new("06", "A008", 1, 12, 2)] }, Coverage(rule)).Targets);

        Assert.Equal((before, before, after, after - before, achieved), (change.Original, change.AnnualBefore, change.AnnualAfter, change.Difference, change.Achieved));
    }

    [Fact]
    public void Leaves_out_what_cannot_be_used_and_says_so()
    {
        var preview = AmendmentPreview.Of(Holds with { Lines = [.. Holds.Lines, new("06-NADA", 10, Pesos(1))] }, Context);

        Assert.Equal([1, 2], preview.Lines.Select(l => l.Number));
        Assert.Contains(preview.Problems, p => p is { RuleId: "amendment.line", Number: 3 });
        Assert.False(preview.IsApplicable);
    }

    [Fact]
    public void Any_amendment_that_holds_leaves_every_line_sound_and_never_says_approved_or_original()
    {
        var line = Gen.Select(Gen.OneOf(Gen.Const(Origin), Gen.Const(Destination), Gen.Const(Salaries), Gen.Const(Earmarked)), Gen.Int[7, 12], Gen.Int[-2_000, 2_000], (key, month, pesos) => new AmendmentLine(key, month, Pesos(pesos)));
        var target = Gen.Select(Gen.OneOf(Gen.Const("A008"), Gen.Const("E003")), Gen.Int[7, 12], Gen.Int[-3, 5], (key, month, quantity) => new AmendmentTarget("06", key, 1, month, quantity));
        var amendment = Gen.Select(
            Gen.Enum<AmendmentType>(), line.Array[0, 6], target.Array[0, 3], Gen.Bool,
            (type, lines, targets, balance) => Holds with
            {
                Type = type,
                Folio = "AP-2023-0001",
                IncomeSource = "Remanente",
                SpecialAuthority = "Oficio 1",
                Targets = targets,
                Lines = balance ? [.. lines.DistinctBy(l => (l.LineKey, l.Month)), Rest(lines)] : lines,
            });
        var held = 0;
        amendment.Sample(a =>
        {
            var preview = AmendmentPreview.Of(a, Context);
            if (!preview.IsApplicable)
            {
                return;
            }

            Interlocked.Increment(ref held);
            Assert.All(AmendmentPosting.BalancesAfter(a, Context).Values, b => Assert.Null(b.FirstBreach()));
            var document = AmendmentPosting.Document(a, Guid.Empty, Context.Lines.Keys.ToDictionary(k => k, _ => Guid.Empty), Context);
            Assert.All(document.Entries, e => Assert.True(e.Stage is BudgetStage.Increase or BudgetStage.Decrease && e.Amount > Money.Zero));
            Assert.All(document.Targets, t => Assert.Equal(TargetStage.Amendment, t.Stage));
            if (a.Type is AmendmentType.Transfer or AmendmentType.Rescheduling or AmendmentType.Reclassification)
            {
                Assert.Equal((Money.Zero, preview.Entity.Before.Revised), (preview.Entity.Change, preview.Entity.RevisedAfter));
            }
        }, iter: 5_000);
        Assert.True(held > 50, $"Only {held} amendments held: the test would show nothing.");
    }

    private static AmendmentLine Rest(AmendmentLine[] lines) =>
        new(Origin, 9, -lines.DistinctBy(l => (l.LineKey, l.Month)).Aggregate(Money.Zero, (sum, l) => sum + l.Amount));
}
