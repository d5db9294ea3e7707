using Avance.Ledger;

namespace Avance.Web.Budget;

/// <summary>A column of a budget table.</summary>
/// <param name="Id">Its name in addresses and in JSON.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Stages">The stages whose entries make its figures.</param>
/// <param name="Amount">Its figure of a balance, null when nothing was posted; itself null for the percentage.</param>
public sealed record BudgetColumn(string Id, LocalizedText Heading, IReadOnlyList<BudgetStage> Stages, Func<LineBalance, Money?>? Amount)
{
    /// <summary>Its figure of one month; null when nothing was posted in its stages all year.</summary>
    public Money? OfMonth(LineBalance balance, int month)
    {
        ArgumentNullException.ThrowIfNull(balance);
        return Amount?.Invoke(balance) is null ? null : Id switch
        {
            "revised" => balance.Revised(month),
            "available" => balance.Available(month),
            _ => balance[Stages[0], month],
        };
    }
}

/// <summary>The columns of every budget table, in the order in which money goes through them.</summary>
public static class BudgetColumns
{
    private static readonly BudgetStage[] RevisedStages = [BudgetStage.Approved, BudgetStage.Increase, BudgetStage.Decrease];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BudgetColumn> All { get; } =
    [
        new("approved", new("Aprobado", "Approved"), [BudgetStage.Approved], b => b.Known(BudgetStage.Approved)),
        new("increases", new("Ampliaciones", "Increases"), [BudgetStage.Increase], b => b.Known(BudgetStage.Increase)),
        new("decreases", new("Reducciones", "Decreases"), [BudgetStage.Decrease], b => b.Known(BudgetStage.Decrease)),
        new("revised", new("Modificado", "Revised"), RevisedStages, b => b.KnownRevised()),
        new("committed", new("Comprometido", "Committed"), [BudgetStage.Committed], b => b.Known(BudgetStage.Committed)),
        new("accrued", new("Devengado", "Accrued"), [BudgetStage.Accrued], b => b.Known(BudgetStage.Accrued)),
        new("paymentOrdered", new("Ejercido", "Payment ordered"), [BudgetStage.PaymentOrdered], b => b.Known(BudgetStage.PaymentOrdered)),
        new("paid", new("Pagado", "Paid"), [BudgetStage.Paid], b => b.Known(BudgetStage.Paid)),
        new("available", new("Disponible", "Available"), [.. RevisedStages, BudgetStage.Committed], b => b.KnownRevised() - b.Through(BudgetStage.Committed)),
        new("accruedRate", new("Devengado %", "Accrued %"), [], null),
    ];

    /// <summary>The column with that name; null when there is none, or when entries do not add up to it.</summary>
    public static BudgetColumn? Find(string id) => All.FirstOrDefault(c => c.Id == id && c.Amount is not null);

    /// <summary>What was accrued, as a percentage of the revised budget; null when either is absent or the budget is zero.</summary>
    public static decimal? AccruedRate(LineBalance balance)
    {
        ArgumentNullException.ThrowIfNull(balance);
        return Percentage.Of(balance.Known(BudgetStage.Accrued), balance.KnownRevised());
    }
}
