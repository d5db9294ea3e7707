using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>The words in which the ledger says no.</summary>
internal static class LedgerRefusals
{
    public static LedgerVerdict DifferentContent(LedgerDocument document, long before) => LedgerVerdict.Refused("ledger.different", new(
        $"El documento {document.SourceDocumentId} de «{document.Source}» ya se registró con el número {before} y dice otra cosa. Lo registrado no se cambia: reviértalo y envíe la corrección con otro número.",
        $"Document {document.SourceDocumentId} of “{document.Source}” is on record already, as number {before}, and says something else. What is on record is not changed: reverse it and send the correction under another number."));

    public static LedgerVerdict TooLarge(LedgerDocument document, int entry) => LedgerVerdict.Refused("ledger.amount", new(
        $"El importe {document.Entries[entry].Amount} (asiento {entry + 1} del documento {document.Folio}) es más grande de lo que cabe en un presupuesto. Revise si le sobran cifras.",
        $"The amount {document.Entries[entry].Amount} (entry {entry + 1} of document {document.Folio}) is larger than fits in a budget. See whether it has surplus digits."), entry);

    public static LedgerVerdict TooMany(LedgerDocument document, TargetEntry target) => LedgerVerdict.Refused("ledger.quantity", new(
        $"La cantidad {Figure.Print(target.Quantity)} de una meta (documento {document.Folio}) es más grande de lo que alguien puede contar. Revise si le sobran cifras.",
        $"The quantity {Figure.Print(target.Quantity)} of a target (document {document.Folio}) is larger than anybody can count. See whether it has surplus digits."));

    /// <summary>A document whose rows stand in several places of a file: what came first is posted already.</summary>
    public static LedgerVerdict Apart(LedgerDocument document) => LedgerVerdict.Refused("ledger.apart", new(
        $"El documento {document.SourceDocumentId} aparece otra vez en el archivo, lejos de sus primeros renglones. Ordene el archivo por documento y envíelo otra vez.",
        $"Document {document.SourceDocumentId} comes again in the file, away from its first rows. Sort the file by document and send it again."));

    /// <summary>What belongs to an amendment or a plan is undone with it and not alone.</summary>
    public static LedgerVerdict NotByItself(LedgerDocument document) => LedgerVerdict.Refused("ledger.reversal", document.Kind == DocumentKind.Amendment
        ? new(
            $"El documento {document.Folio} es de una adecuación y se revierte con ella: «avance amend move {document.Folio} cancelada».",
            $"Document {document.Folio} is of an amendment and is reversed with it: «avance amend move {document.Folio} cancelada».")
        : new(
            $"El documento {document.Folio} es el programa aprobado. Sus metas cambian con una adecuación.",
            $"Document {document.Folio} is the approved plan. Its targets change by an amendment."));

    /// <summary>What was undone and is sent again is a new document, and needs a number of its own.</summary>
    public static LedgerVerdict WasReversed(LedgerDocument document, long sequence, long by) => LedgerVerdict.Refused("ledger.reversed", new(
        $"El documento {document.SourceDocumentId} de «{document.Source}» se registró con el número {sequence} y se revirtió con el {by}. Envíelo con otro número, o con otro corte.",
        $"Document {document.SourceDocumentId} of “{document.Source}” was posted as number {sequence} and reversed by {by}. Send it under another number, or another cut-off."));

    /// <summary>What was undone is not undone again.</summary>
    public static LedgerVerdict Reversed(LedgerDocument document, long by) => LedgerVerdict.Refused("ledger.reversal", new(
        $"{Reversed(document).Spanish} Véalo en el documento {by}.", $"{Reversed(document).English} See document {by}."));

    private static LocalizedText Reversed(LedgerDocument document) => new($"El documento {document.Folio} ya fue revertido.", $"Document {document.Folio} was reversed already.");

    /// <summary>Why a reversal is none; null when it is one.</summary>
    public static LedgerVerdict? Reversal(LedgerDocument document, LedgerDocument? reversed, bool isReversed)
    {
        var why = WhyNot(document, reversed, isReversed);
        return why is null ? null : LedgerVerdict.Refused("ledger.reversal", why);
    }

    private static LocalizedText? WhyNot(LedgerDocument document, LedgerDocument? reversed, bool isReversed) =>
        reversed is null
            ? new($"El documento que {document.Folio} quiere revertir no existe en este ejercicio.", $"The document that {document.Folio} would reverse does not exist in this year.")
            : isReversed ? Reversed(reversed)
            : reversed.Kind == DocumentKind.Reversal ? new(
                $"El documento {reversed.Folio} es él mismo una reversión. Registre de nuevo lo que se revirtió, con otro número.",
                $"Document {reversed.Folio} is a reversal itself. Record anew what was reversed, under another number.")
            : document.EffectiveOn < reversed.EffectiveOn ? new(
                $"La reversión es del {document.EffectiveOn:yyyy-MM-dd} y lo que revierte, {reversed.Folio}, del {reversed.EffectiveOn:yyyy-MM-dd}: nada se deshace antes de que valga. Féchela ese día o después.",
                $"The reversal is of {document.EffectiveOn:yyyy-MM-dd} and what it reverses, {reversed.Folio}, of {reversed.EffectiveOn:yyyy-MM-dd}: nothing is undone before it is in force. Date it on that day or later.")
            : !LedgerShape.IsOpposite(document, reversed) ? new($"La reversión {document.Folio} no es el contrario exacto de {reversed.Folio}.", $"The reversal {document.Folio} is not the exact opposite of {reversed.Folio}.")
            : null;

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
