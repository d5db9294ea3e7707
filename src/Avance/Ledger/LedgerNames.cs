namespace Avance.Ledger;

/// <summary>Stages and kinds in words: of people, and of storage and files.</summary>
public static class LedgerNames
{
    private static readonly LocalizedText[] StageNames =
    [
        new("aprobado", "approved"),
        new("ampliación", "increase"),
        new("reducción", "decrease"),
        new("comprometido", "committed"),
        new("devengado", "accrued"),
        new("ejercido", "payment ordered"),
        new("pagado", "paid"),
    ];

    private static readonly LocalizedText[] TargetNames =
    [
        new("programada", "original"),
        new("adecuación", "amendment"),
        new("alcanzada", "achieved"),
        new("denominador", "denominator"),
    ];

    private static readonly LocalizedText[] KindNames =
    [
        new("programa aprobado", "approved plan"),
        new("presupuesto aprobado", "approved budget"),
        new("adecuación presupuestaria", "budget amendment"),
        new("póliza", "posting"),
        new("avance", "progress"),
        new("reversión", "reversal"),
    ];

    private static readonly string[] KindCodes = ["plan", "budget", "amendment", "posting", "progress", "reversal"];

    /// <summary>The stages, in the order in which money goes through them.</summary>
    public static IReadOnlyList<BudgetStage> Stages { get; } =
    [
        BudgetStage.Approved, BudgetStage.Increase, BudgetStage.Decrease, BudgetStage.Committed, BudgetStage.Accrued, BudgetStage.PaymentOrdered, BudgetStage.Paid,
    ];

    /// <summary>The stage in words, in lower case.</summary>
    public static LocalizedText Name(this BudgetStage stage) => StageNames[(int)stage - 1];

    /// <summary>The stage of a target in words, in lower case.</summary>
    public static LocalizedText Name(this TargetStage stage) => TargetNames[(int)stage - 1];

    /// <summary>The kind of document in words, in lower case.</summary>
    public static LocalizedText Name(this DocumentKind kind) => KindNames[(int)kind];

    /// <summary>The kind as it is stored.</summary>
    public static string Code(this DocumentKind kind) => KindCodes[(int)kind];

    /// <summary>The kind that a stored code stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No kind has that code.</exception>
    public static DocumentKind KindOf(string code) => Array.IndexOf(KindCodes, code) is var found and >= 0
        ? (DocumentKind)found
        : throw new ArgumentOutOfRangeException(nameof(code), code, "No kind of document has this code.");

    /// <summary>The stage that a word names, in Spanish or English, whatever its case and accents; null when none.</summary>
    public static BudgetStage? StageOf(string word)
    {
        var folded = FoldedText.Fold(word);
        foreach (var stage in Stages)
        {
            if (FoldedText.Fold(stage.Name().Spanish) == folded || FoldedText.Fold(stage.Name().English) == folded)
            {
                return stage;
            }
        }

        return null;
    }
}
