namespace Avance.Findings.Rules;

/// <summary>The approved budget differs from the one reported earlier in the same fiscal year.</summary>
internal sealed class Avp044ApprovedChanged() : Rule("AVP-044", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "El presupuesto aprobado cambió",
        "Approved budget changed");

    public override LocalizedText Condition { get; } = new(
        "El presupuesto aprobado es distinto del que se informó antes en el mismo ejercicio.",
        "The approved budget differs from the one reported earlier in the same fiscal year.");

    public override LocalizedText Remedy { get; } = new(
        "Restituya el aprobado del decreto y refleje el cambio en el modificado.",
        "Restore the amount approved by decree and show the change in the revised budget.");

    public override LocalizedText Reason { get; } = new(
        "El aprobado es el del Decreto de Presupuesto; durante el ejercicio solo cambia el modificado (LGCG, art. 38).",
        "The approved budget is the decree's; during the year only the revised one changes (LGCG art. 38).");

    public override LocalizedText? Requires { get; } = new(
        "Un informe anterior del mismo ejercicio.",
        "An earlier report of the same fiscal year.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var (now, then) in context.Facts.PreviousOfYear?.Projects(context.Facts) ?? Enumerable.Empty<PastProject>())
        {
            if (now.Budget.Approved is { } approved && then.Budget.Approved is { } previous && approved != previous)
            {
                yield return About(
                    now,
                    new(
                        $"El presupuesto aprobado de {now.Key} no puede modificarse: era {previous} y ahora es {approved}.",
                        $"The approved budget of {now.Key} cannot be changed: it was {previous} and now is {approved}."),
                    new FindingFigure("previous", previous.Pesos), new FindingFigure("approved", approved.Pesos));
            }
        }
    }
}
