using Avance.App.Importing;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Budget.Imports;

/// <summary>What a row of a third party's table says, before it is decided what of it is new.</summary>
internal sealed record FigureRow
{
    public required string Key { get; init; }

    public string CutOff { get; init; } = "";

    public required DateOnly Day { get; init; }

    public required int Month { get; init; }

    public Money? Approved { get; init; }

    public Money? Revised { get; init; }

    public Money? Committed { get; init; }

    public Money? Accrued { get; init; }

    public Money? PaymentOrdered { get; init; }

    public Money? Paid { get; init; }

    public (string Code, string Name) Unit { get; init; }

    public (string Code, string Name) Parent { get; init; }

    public (string Code, string Name) Programme { get; init; }

    public (string Code, string Name) Project { get; init; }

    public ProjectType Type { get; init; }

    public string Subfunction { get; init; } = "";

    public string Municipality { get; init; } = "";

    public string Locality { get; init; } = "";

    public long? Population { get; init; }

    public string UnitOfMeasure { get; init; } = "";

    public decimal? PhysicalProgress { get; init; }

    public string Observations { get; init; } = "";

    /// <summary>The entries that say it: the difference between revised and approved is what amendments must have moved.</summary>
    public IReadOnlyList<BudgetEntry> Entries(Guid line)
    {
        var entries = new List<BudgetEntry>(6);
        Add(BudgetStage.Approved, Approved);
        if (Revised is { } revised && revised - (Approved ?? Money.Zero) is var difference && (difference != Money.Zero || Approved is null))
        {
            Add(difference.IsNegative ? BudgetStage.Decrease : BudgetStage.Increase, difference.IsNegative ? -difference : difference);
        }

        Add(BudgetStage.Committed, Committed);
        Add(BudgetStage.Accrued, Accrued);
        Add(BudgetStage.PaymentOrdered, PaymentOrdered);
        Add(BudgetStage.Paid, Paid);
        return entries;

        void Add(BudgetStage stage, Money? amount)
        {
            if (amount is { } told)
            {
                entries.Add(new(line, Month, stage, told));
            }
        }
    }

    /// <summary>What is odd: stages that are told and go beyond the one told before, and money without works or the other way round.</summary>
    public IEnumerable<RowProblem> Oddities()
    {
        (string Name, Money? Amount)[] chain = [("modificado", Revised ?? Approved), ("comprometido", Committed), ("devengado", Accrued), ("ejercido", PaymentOrdered), ("pagado", Paid)];
        (string Name, Money Amount)? before = null;
        foreach (var (name, amount) in chain)
        {
            if (amount is not { } told)
            {
                continue;
            }

            if (told.IsNegative)
            {
                yield return Odd("AVP-008", new($"El {name} es negativo: {told}.", $"The {name} is negative: {told}."));
            }
            else if (before is { } limit && told > limit.Amount)
            {
                yield return Odd("AVP-006", new($"{name} {told} > {limit.Name} {limit.Amount}.", $"{name} {told} > {limit.Name} {limit.Amount}."));
                yield break;
            }

            before = (name, told);
        }

        var spent = Accrued ?? PaymentOrdered ?? Paid;
        if (spent is { } money && PhysicalProgress is { } progress && money > Money.Zero != progress > 0)
        {
            yield return money > Money.Zero
                ? Odd("AVP-017", new($"Se gastaron {money} y el avance físico es cero.", $"{money} was spent and physical progress is zero."))
                : Odd("AVP-018", new($"El avance físico es de {Figure.Print(progress)} % y no se ha gastado nada.", $"Physical progress is {Figure.Print(progress)} % and nothing was spent."));
        }
    }

    private static RowProblem Odd(string rule, LocalizedText text) => new(
        rule, 0, "", text,
        new("Son cifras de terceros y se registran como vienen; consulte a quien las publica.", "These are third-party figures and are recorded as they come; ask whoever publishes them."));

    /// <summary>A name in one line, with single spaces.</summary>
    public static string Tidy(string name) => CellMarkup.Squeeze(name);
}
