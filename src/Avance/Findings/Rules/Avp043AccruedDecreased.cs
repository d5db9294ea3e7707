namespace Avance.Findings.Rules;

/// <summary>Accrued expenditure is lower than in the earlier report of the same fiscal year.</summary>
internal sealed class Avp043AccruedDecreased() : Rule("AVP-043", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "El devengado acumulado disminuyó",
        "Cumulative accrual decreased");

    public override LocalizedText Condition { get; } = new(
        "El devengado es menor que en el informe anterior del mismo ejercicio.",
        "Accrued expenditure is lower than in the earlier report of the same fiscal year.");

    public override LocalizedText Remedy { get; } = new(
        "Indique la póliza de corrección que lo explica.",
        "State the correcting entry that explains it.");

    public override LocalizedText Reason { get; } = new(
        "El devengado se acumula desde enero; solo una póliza de corrección lo baja.",
        "Accruals add up from January; only a correcting entry lowers them.");

    public override LocalizedText? Requires { get; } = new(
        "Un informe anterior del mismo ejercicio.",
        "An earlier report of the same fiscal year.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var (now, then) in context.Facts.PreviousOfYear?.Projects(context.Facts) ?? Enumerable.Empty<PastProject>())
        {
            if (now.Budget.Accrued < then.Budget.Accrued)
            {
                yield return About(
                    now,
                    new(
                        $"El devengado acumulado de {now.Key} disminuyó de {then.Budget.Accrued} a {now.Budget.Accrued}; indique la póliza de corrección.",
                        $"The cumulative accrual of {now.Key} decreased from {then.Budget.Accrued} to {now.Budget.Accrued}; state the correcting entry."),
                    new FindingFigure("previous", then.Budget.Accrued?.Pesos), new FindingFigure("accrued", now.Budget.Accrued?.Pesos));
            }
        }
    }
}
