using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>The words in which the ledger says no.</summary>
internal static class LedgerRefusals
{
    public static LedgerVerdict DifferentContent(LedgerDocument document, long before) => LedgerVerdict.Refused("ledger.different", new(
        $"El documento {document.SourceDocumentId} de «{document.Source}» ya se registró con el número {before} y dice otra cosa. Lo registrado no se cambia: reviértalo y envíe la corrección con otro número.",
        $"Document {document.SourceDocumentId} of “{document.Source}” is on record already, as number {before}, and says something else. What is on record is not changed: reverse it and send the correction under another number."));

    public static LedgerVerdict TooLarge(LedgerDocument document, int entry) => LedgerVerdict.Refused("ledger.amount", new(
        $"Un importe del documento {document.Folio} es más grande de lo que cabe en un presupuesto.",
        $"An amount of document {document.Folio} is larger than fits in a budget."), entry);

    public static LedgerVerdict BadReversal(LedgerDocument document, LedgerDocument? reversed) => LedgerVerdict.Refused("ledger.reversal", reversed is null
        ? new($"El documento que {document.Folio} quiere revertir no existe en este ejercicio.", $"The document that {document.Folio} would reverse does not exist in this year.")
        : new(
            $"El documento {reversed.Folio} no se puede revertir: ya fue revertido, es él mismo una reversión, o la reversión no es su contrario exacto.",
            $"Document {reversed.Folio} cannot be reversed: it was reversed already, is a reversal itself, or the reversal is not its exact opposite."));

    /// <summary>What does not hold in a line, and the rule that says so.</summary>
    public static (string RuleId, LocalizedText Text) Breach(string line, BalanceBreach breach, LedgerDocument document)
    {
        var month = MonthName.Name(breach.Month);
        var (stage, limit) = (breach.Stage.Name(), Limit(breach.Limit));
        return breach.Kind switch
        {
            BreachKind.NegativeStage => ("AVP-008", new(
                $"El {stage.Spanish} de {line} en {month.Spanish} quedaría en {breach.Amount}: no se puede deshacer más de lo que se hizo.",
                $"The {stage.English} amount of {line} in {month.English} would be {breach.Amount}: more cannot be undone than was done.")),
            BreachKind.NegativeMonth => ("AVP-051", new(
                $"Suficiencia insuficiente en {line}/{month.Spanish}: el modificado del mes quedaría en {breach.Amount}.",
                $"Not enough budget in {line}/{month.English}: the month's revised amount would be {breach.Amount}.")),
            _ when breach.Stage == BudgetStage.Committed => ("AVP-051", new(
                $"Suficiencia insuficiente en {line}: al mes de {month.Spanish} el comprometido sería {breach.Amount} y el modificado {breach.Bound} (faltan {breach.Amount - breach.Bound}).",
                $"Not enough budget in {line}: through {month.English} {breach.Amount} would be committed out of {breach.Bound} revised ({breach.Amount - breach.Bound} short).")),
            _ => ("AVP-006", new(
                $"Momentos contables incongruentes en {line} al mes de {month.Spanish}: {stage.Spanish} {breach.Amount} > {limit.Spanish} {breach.Bound} (documento {document.Folio}).",
                $"Stages out of order in {line} through {month.English}: {stage.English} {breach.Amount} > {limit.English} {breach.Bound} (document {document.Folio}).")),
        };
    }

    private static LocalizedText Limit(BudgetStage limit) => limit == BudgetStage.Approved ? new("modificado", "revised") : limit.Name();
}
