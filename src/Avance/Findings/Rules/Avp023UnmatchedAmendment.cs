using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The budget changed by more than 25 % and no target of the project was amended; or a target was amended and the project has no explanation.</summary>
internal sealed class Avp023UnmatchedAmendment() : Rule("AVP-023", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Presupuesto y metas modificados por separado",
        "Budget and targets amended apart");

    public override LocalizedText Condition { get; } = new(
        "El presupuesto cambió más de 25 % y ninguna meta del proyecto se modificó; o una meta se modificó y el proyecto no tiene justificación.",
        "The budget changed by more than 25 % and no target of the project was amended; or a target was amended and the project has no explanation.");

    public override LocalizedText Remedy { get; } = new(
        "Modifique las metas junto con el presupuesto, o explique por qué no cambian; si modificó una meta, escriba el motivo y el acuerdo.",
        "Amend the targets together with the budget, or explain why they stay; if a target was amended, write the reason and the agreement.");

    public override LocalizedText Reason { get; } = new(
        "Toda adecuación presupuestaria relevante va con su adecuación programática, y esta lleva motivo y fecha.",
        "Every relevant budget amendment comes with its target amendment, and that one bears a reason and a date.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var project in context.Facts.Projects)
        {
            if (UnchangedTargets(project, context.Settings) is { } finding)
            {
                yield return finding;
            }

            if (context.Facts.Explanations.IsExplained(project))
            {
                continue;
            }

            for (var i = 0; i < project.Targets.Count; i++)
            {
                if (project.Targets[i] is { Original: { } original, Revised: { } revised } target && original != revised)
                {
                    yield return About(
                        new TargetRow(project, target, i + 1),
                        new(
                            $"La meta «{target.Description}» de {project.Key} se modificó de {Figure.Print(original)} a {Figure.Print(revised)} sin justificación.",
                            $"Target «{target.Description}» of {project.Key} was amended from {Figure.Print(original)} to {Figure.Print(revised)} without explanation."),
                        new FindingFigure("original", original), new FindingFigure("revised", revised));
                }
            }
        }
    }

    private Finding? UnchangedTargets(ReportProject project, CheckSettings settings)
    {
        if (project.Budget is not { Approved: { Centavos: > 0 } approved, Revised: { } revised }
            || project.Targets.Count == 0 || project.Targets.Any(t => t.Original is null || t.Original != t.Revised)
            || Math.Abs(revised.Pesos - approved.Pesos) * 100m <= settings.BudgetChangeShare * approved.Pesos)
        {
            return null;
        }

        var change = Percentage.Round((revised.Pesos - approved.Pesos) / approved.Pesos * 100m);
        var size = Figure.Print(Math.Abs(change));
        return About(
            project,
            new(
                $"El presupuesto de {project.Key} {(change > 0 ? "aumentó" : "disminuyó")} {size} % (de {approved} a {revised}) y sus metas no se modificaron.",
                $"The budget of {project.Key} {(change > 0 ? "grew" : "fell")} by {size} % (from {approved} to {revised}) and its targets were not amended."),
            new FindingFigure("approved", approved.Pesos), new FindingFigure("revised", revised.Pesos), new FindingFigure("change", change));
    }
}
