using Avance.Budget;

namespace Avance.Web.Budget;

/// <summary>What a step of an amendment is called on the link and the button that take it: a verb.</summary>
internal static class AmendmentStepWords
{
    public static LocalizedText Verb(AmendmentStep step) => step.To switch
    {
        AmendmentState.Requested => new("Solicitar", "Ask for it"),
        AmendmentState.InReview => new("Pasar a revisión", "Take into review"),
        AmendmentState.Authorised => new("Autorizar", "Authorise"),
        AmendmentState.Sent => new("Enviar a Hacienda", "Send to the treasury"),
        AmendmentState.Approved => new("Registrar la aprobación de Hacienda", "Record the treasury's approval"),
        AmendmentState.Returned => new("Devolver", "Return"),
        AmendmentState.Rejected => new("Rechazar", "Reject"),
        AmendmentState.Applied => new("Aplicar", "Apply"),
        AmendmentState.Cancelled => step.From == AmendmentState.Applied ? new("Cancelar con una reversión", "Cancel with a reversal") : new("Cancelar el borrador", "Cancel the draft"),
        _ => step.To.DisplayName(),
    };
}
