using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>What an office's fiscal year lets in.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Its state as stored: draft, approved, open, closed.</param>
/// <param name="ClosedThrough">The last closed month; 0 when none is.</param>
internal sealed record LedgerYear(int Year, string State, int ClosedThrough)
{
    /// <summary>Quarters whose progress is captured by the units: it enters by the signature of their heads and in no other way.</summary>
    public IReadOnlyList<int> Captured { get; private init; } = [];

    /// <summary>The office's year.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: the office has no such year.</exception>
    public static LedgerYear Load(Session session, Guid entity, int year)
    {
        var found = session.Query(
            "SELECT state, closed_through FROM fiscal_year WHERE entity_id = $1 AND fiscal_year = $2",
            row => new LedgerYear(year, row.Text(0), row.Int(1)),
            entity, year);
        return found.Count == 1
            ? found[0] with { Captured = session.Query("SELECT quarter FROM capture_period WHERE entity_id = $1 AND fiscal_year = $2", static row => row.Int(0), entity, year) }
            : throw PlanRefusals.NotStarted(null, year);
    }

    /// <summary>Why a document may not enter this year now; null when it may.</summary>
    /// <param name="document">The document.</param>
    /// <param name="original">The kind that decides: that of the document, or of the one that a reversal undoes.</param>
    /// <param name="isCapture">Whether it comes from a signed sheet: then the capture of its quarter says whether it is closed.</param>
    public LedgerVerdict? Refusal(LedgerDocument document, DocumentKind original, bool isCapture)
    {
        if (!isCapture && original == DocumentKind.Progress && CapturedQuarter(document) is { } quarter)
        {
            return LedgerVerdict.Refused("capture.period", new(
                $"El avance del trimestre {quarter} de {Year} lo capturan las unidades; corríjalo en su hoja, reabriendo el periodo si está cerrado. El documento {document.Folio} no entra por otra vía.",
                $"The progress of quarter {quarter} of {Year} is captured by the units; correct it in their sheet, opening the period again if it is closed. Document {document.Folio} does not enter any other way."));
        }

        if (State == "closed" || (!document.ThirdParty && !Lets(original)))
        {
            return original == DocumentKind.Budget && State is "open" or "closed"
                ? LedgerVerdict.Refused("AVP-044", new(
                    $"El presupuesto aprobado de {Year} ya no puede modificarse: el ejercicio está {SpanishState}. Registre una adecuación.",
                    $"The approved budget of {Year} can no longer be changed: the year is {State}. Record an amendment."))
                : LedgerVerdict.Refused("plan.state", new(
                    $"El ejercicio {Year} está {SpanishState} y no admite documentos de tipo «{original.Name().Spanish}».",
                    $"The fiscal year {Year} is {State} and takes no documents of kind “{original.Name().English}”."));
        }

        // Figures of third parties enter as they are, but a year that is being kept here has its days and its closed months.
        if (State == "open" ? original is DocumentKind.Plan or DocumentKind.Budget && !document.ThirdParty : document.ThirdParty || original is DocumentKind.Plan or DocumentKind.Budget)
        {
            return null;
        }

        return document.EffectiveOn.Year != Year
            ? LedgerVerdict.Refused("AVP-052", new(
                $"La fecha {document.EffectiveOn:yyyy-MM-dd} del documento {document.Folio} no es del ejercicio {Year}.",
                $"The date {document.EffectiveOn:yyyy-MM-dd} of document {document.Folio} is not in the fiscal year {Year}."))
            : isCapture ? null
            : document.EffectiveOn.Month <= ClosedThrough ? Closed(document.EffectiveOn.Month)
            : original == DocumentKind.Amendment ? ClosedMonth(document)
            : null;
    }

    private int? CapturedQuarter(LedgerDocument document) => Captured.Count == 0 ? null : document.Targets.Select(static t => (t.Month + 2) / 3)
        .Concat(document.Beneficiaries.Select(static b => b.Quarter)).Concat(document.Explanations.Select(static x => x.Quarter))
        .Where(Captured.Contains).Cast<int?>().FirstOrDefault();

    private bool Lets(DocumentKind kind) => kind is DocumentKind.Plan or DocumentKind.Budget ? State is "draft" or "approved" : State == "open";

    private LedgerVerdict Closed(int month) => LedgerVerdict.Refused("AVP-052", new(
        $"El periodo {MonthName.Name(month).Spanish} de {Year} está cerrado. Feche el documento en un mes abierto.",
        $"The period {MonthName.Name(month).English} {Year} is closed. Date the document in an open month."));

    /// <summary>An amendment, or the undoing of one, leaves closed months as they were, whatever the day on which it counts.</summary>
    private LedgerVerdict? ClosedMonth(LedgerDocument document)
    {
        var entry = document.Entries.TakeWhile(e => e.Month > ClosedThrough).Count();
        var target = document.Targets.TakeWhile(t => t.Month > ClosedThrough).Count();
        if (entry == document.Entries.Count && target == document.Targets.Count)
        {
            return null;
        }

        var isMoney = entry < document.Entries.Count;
        var month = MonthName.Name(isMoney ? document.Entries[entry].Month : document.Targets[target].Month);
        return LedgerVerdict.Refused(
            "AVP-052",
            new(
                $"El documento {document.Folio} cambia {month.Spanish} de {Year}, que ya está cerrado. Haga una adecuación nueva en meses abiertos.",
                $"Document {document.Folio} changes {month.English} {Year}, which is closed already. Make a new amendment in open months."),
            isMoney ? entry : null);
    }

    private string SpanishState => State switch { "draft" => "en borrador", "approved" => "aprobado, sin abrir", "open" => "abierto", _ => "cerrado" };
}
