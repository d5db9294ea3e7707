namespace Avance.Findings.Rules;

/// <summary>Achieved is lower than in the earlier report of the same fiscal year.</summary>
internal sealed class Avp042AchievedDecreased() : Rule("AVP-042", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "El avance acumulado disminuyó",
        "Cumulative progress decreased");

    public override LocalizedText Condition { get; } = new(
        "Lo alcanzado es menor que en el informe anterior del mismo ejercicio.",
        "Achieved is lower than in the earlier report of the same fiscal year.");

    public override LocalizedText Remedy { get; } = new(
        "Corrija el avance de este periodo, o reabra el anterior con un motivo y corríjalo ahí.",
        "Correct this period's progress, or reopen the earlier one with a reason and correct it there.");

    public override LocalizedText Reason { get; } = new(
        "Lo alcanzado se acumula desde enero; no puede bajar.",
        "What is achieved adds up from January; it cannot go down.");

    public override LocalizedText? Requires { get; } = new(
        "Un informe anterior del mismo ejercicio.",
        "An earlier report of the same fiscal year.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var (now, then) in context.Facts.PreviousOfYear?.Targets(context.Facts) ?? Enumerable.Empty<PastTarget>())
        {
            if (now.Target.Achieved < then.Achieved)
            {
                yield return About(
                    now,
                    new(
                        $"El avance acumulado de «{now.Target.Description}» de {now.Project.Key} disminuyó de {Figure.Print(then.Achieved)} a {Figure.Print(now.Target.Achieved)}.",
                        $"The cumulative progress of «{now.Target.Description}» of {now.Project.Key} decreased from {Figure.Print(then.Achieved)} to {Figure.Print(now.Target.Achieved)}."),
                    new FindingFigure("previous", then.Achieved), new FindingFigure("achieved", now.Target.Achieved));
            }
        }
    }
}
