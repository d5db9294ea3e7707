using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Approved is zero, revised is above zero and some original annual target is above zero.</summary>
internal sealed class Avp022BornByAmendment() : ProjectRule("AVP-022", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Proyecto nuevo con meta programada original",
        "New project with an original target");

    public override LocalizedText Condition { get; } = new(
        "Lo aprobado es cero, el modificado es mayor que cero y alguna meta programada anual es mayor que cero.",
        "Approved is zero, revised is above zero and some original annual target is above zero.");

    public override LocalizedText Remedy { get; } = new(
        "Deje en cero la meta programada y ponga la cantidad en la meta modificada.",
        "Set the original target to zero and put the quantity in the revised target.");

    public override LocalizedText Reason { get; } = new(
        "Lo programado es lo que se aprobó con el presupuesto; un proyecto que nació después no podía tenerlo.",
        "The original target is what was approved with the budget; a project born later could not have one.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Budget is { Approved.Centavos: 0, Revised: { Centavos: > 0 } revised }
            && project.Targets.FirstOrDefault(t => t.Original > 0) is { } target
            ? About(
                project,
                new(
                    $"{project.Key} nació por adecuación ({revised}): la meta programada original debe ser 0.00 y es {Figure.Print(target.Original)}.",
                    $"{project.Key} was born by amendment ({revised}): its original target must be 0.00 and is {Figure.Print(target.Original)}."),
                new FindingFigure("approved", 0.00m), new FindingFigure("revised", revised.Pesos), new FindingFigure("original", target.Original))
            : null;
}
