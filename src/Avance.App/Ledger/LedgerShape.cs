using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>What each kind of document may move, whatever the balances.</summary>
internal static class LedgerShape
{
    /// <summary>The largest amount of one entry: nine billions (10¹²) of pesos, a hundred times the nation's budget of a year.</summary>
    private static readonly Money Largest = new(900_000_000_000_000);

    /// <summary>The largest quantity of one entry of a target: a hundred for every person of the world.</summary>
    private const decimal LargestQuantity = 1_000_000_000_000m;

    /// <summary>Why a document is not one of its kind; null when it is.</summary>
    public static LedgerVerdict? Refusal(LedgerDocument document)
    {
        if (document.Entries.Count + document.Targets.Count + document.Beneficiaries.Count + document.Explanations.Count == 0)
        {
            return LedgerVerdict.Refused("ledger.empty", new($"El documento {document.Folio} no mueve nada.", $"Document {document.Folio} moves nothing."));
        }

        for (var i = 0; i < document.Entries.Count; i++)
        {
            var entry = document.Entries[i];
            if (entry.Month is < 1 or > 12 || !MayMove(document, entry.Stage))
            {
                return LedgerVerdict.Refused("ledger.entry", new(
                    $"Un documento de tipo «{document.Kind.Name().Spanish}» no mueve el {entry.Stage.Name().Spanish} del mes {entry.Month}.",
                    $"A document of kind “{document.Kind.Name().English}” does not move the {entry.Stage.Name().English} of month {entry.Month}."), i);
            }

            if (entry.Amount.Magnitude > Largest)
            {
                return LedgerRefusals.TooLarge(document, i);
            }
        }

        foreach (var target in document.Targets)
        {
            if (target.Month is < 1 or > 12 || !MayMove(document, target.Stage))
            {
                return LedgerVerdict.Refused("ledger.entry", new(
                    $"Un documento de tipo «{document.Kind.Name().Spanish}» no mueve la meta {target.Stage.Name().Spanish} del mes {target.Month}.",
                    $"A document of kind “{document.Kind.Name().English}” does not move the {target.Stage.Name().English} target of month {target.Month}."));
            }

            if (Math.Abs(target.Quantity) > LargestQuantity)
            {
                return LedgerRefusals.TooMany(document, target);
            }
        }

        return null;
    }

    /// <summary>Whether a reversal says the exact opposite of a document.</summary>
    public static bool IsOpposite(LedgerDocument reversal, LedgerDocument reversed) =>
        reversed.Entries.Select(static e => e with { Amount = -e.Amount }).SequenceEqual(reversal.Entries)
        && reversed.Targets.Select(static t => t with { Quantity = -t.Quantity }).SequenceEqual(reversal.Targets);

    private static bool MayMove(LedgerDocument document, BudgetStage stage) => document.ThirdParty || document.Kind switch
    {
        DocumentKind.Budget => stage == BudgetStage.Approved,
        DocumentKind.Amendment => stage is BudgetStage.Increase or BudgetStage.Decrease,
        DocumentKind.Posting => stage is >= BudgetStage.Committed and <= BudgetStage.Paid,
        DocumentKind.Reversal => true,
        _ => false,
    };

    private static bool MayMove(LedgerDocument document, TargetStage stage) => document.ThirdParty || document.Kind switch
    {
        DocumentKind.Plan => stage == TargetStage.Original,
        DocumentKind.Amendment => stage == TargetStage.Amendment,
        DocumentKind.Progress => stage is TargetStage.Achieved or TargetStage.Denominator,
        DocumentKind.Reversal => true,
        _ => false,
    };
}
