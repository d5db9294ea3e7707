namespace Avance.Findings.Rules;

/// <summary>The original annual target differs from the one reported earlier in the same fiscal year.</summary>
internal sealed class Avp045OriginalTargetChanged() : Rule("AVP-045", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "La meta programada anual cambió",
        "Original annual target changed");

    public override LocalizedText Condition { get; } = new(
        "La meta programada anual es distinta de la que se informó antes en el mismo ejercicio.",
        "The original annual target differs from the one reported earlier in the same fiscal year.");

    public override LocalizedText Remedy { get; } = new(
        "Restituya la meta del programa operativo anual y ponga la nueva cantidad en la meta modificada.",
        "Restore the target of the annual operating plan and put the new quantity in the revised target.");

    public override LocalizedText Reason { get; } = new(
        "Lo programado se fija con el programa operativo anual; los cambios autorizados van en la meta modificada.",
        "The original target is set with the annual operating plan; authorised changes go in the revised target.");

    public override LocalizedText? Requires { get; } = new(
        "Un informe anterior del mismo ejercicio.",
        "An earlier report of the same fiscal year.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var (now, then) in context.Facts.PreviousOfYear?.Targets(context.Facts) ?? Enumerable.Empty<PastTarget>())
        {
            if (now.Target.Original is { } original && then.Original is { } previous && original != previous)
            {
                yield return About(
                    now,
                    new(
                        $"La meta programada anual de «{now.Target.Description}» de {now.Project.Key} no puede modificarse: era {Figure.Print(previous)} y ahora es {Figure.Print(original)}; use la meta modificada.",
                        $"The original annual target of «{now.Target.Description}» of {now.Project.Key} cannot be changed: it was {Figure.Print(previous)} and now is {Figure.Print(original)}; use the revised target."),
                    new FindingFigure("previous", previous), new FindingFigure("original", original));
            }
        }
    }
}
