using Avance.Findings;
using Avance.UnitTests.Building;
using Xunit;
using static Avance.UnitTests.Building.ReportBuilder;

namespace Avance.UnitTests.Findings;

public sealed class TransferInferenceTests
{
    [Fact]
    public void One_loss_and_one_gain_of_the_same_amount_are_a_transfer() =>
        Assert.Equal([new InferredTransfer(3, "A003", 1, "A001", new Money(10_00))], Transfers((90m, 100m), (50m, 50m), (30m, 20m)));

    [Fact]
    public void A_centavo_of_difference_is_no_transfer() => Assert.Empty(Transfers((90m, 100m), (30m, 20.01m)));

    [Fact]
    public void Two_gains_of_the_amount_lost_leave_it_undecided() => Assert.Empty(Transfers((90m, 100m), (90m, 100m), (30m, 20m)));

    [Fact]
    public void Two_losses_of_the_amount_gained_leave_it_undecided() => Assert.Empty(Transfers((90m, 100m), (30m, 20m), (30m, 20m)));

    [Fact]
    public void Gains_that_add_up_to_a_loss_are_not_guessed() => Assert.Empty(Transfers((0m, 6m), (0m, 4m), (30m, 20m)));

    [Fact]
    public void An_absent_figure_takes_no_part() => Assert.Empty(Transfers((null, 10m), (30m, 20m)));

    [Fact]
    public void Transfers_come_in_the_order_of_who_gives() => Assert.Equal(
        [(1, 4), (2, 3)],
        Transfers((10m, 0m), (20m, 0m), (0m, 20m), (0m, 10m)).Select(t => (t.FromNumber, t.ToNumber)));

    private static IReadOnlyList<InferredTransfer> Transfers(params (decimal? Approved, decimal? Revised)[] budgets)
    {
        var report = new ReportBuilder();
        foreach (var (index, (approved, revised)) in budgets.Index())
        {
            report.Project($"A{index + 1:000}", budget: Pesos(approved, revised, 0m));
        }

        return ReportChecker.Check(new CheckContext { Report = report.Build() }).Transfers;
    }
}
