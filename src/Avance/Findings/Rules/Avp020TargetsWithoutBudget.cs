using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The revised budget is zero and some revised target is above zero.</summary>
internal sealed class Avp020TargetsWithoutBudget() : ProjectRule("AVP-020", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Proyecto sin presupuesto que conserva metas",
        "Project without budget that keeps targets");

    public override LocalizedText Condition { get; } = new(
        "El presupuesto modificado es cero y alguna meta modificada es mayor que cero.",
        "The revised budget is zero and some revised target is above zero.");

    public override LocalizedText Remedy { get; } = new(
        "Haga la adecuación programática: ponga en cero las metas del proyecto cancelado o páselas al que las cumplirá.",
        "Make the programme amendment: set the cancelled project's targets to zero or move them to the one that will meet them.");

    public override LocalizedText Reason { get; } = new(
        "Una meta sin dinero no se cumplirá y baja el resultado de la institución; dinero y metas se modifican juntos.",
        "A target without money will not be met and lowers the institution's result; money and targets are amended together.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context)
    {
        if (project.Budget.Revised is not { Centavos: 0 } || !project.Targets.Any(t => t.Revised > 0))
        {
            return null;
        }

        var targets = project.Targets.Where(t => t.Revised > 0).ToList();
        var quantities = Wording.List(targets.Select(t => $"{Figure.Print(t.Revised)} ({t.UnitOfMeasure})"));
        return About(
            project,
            new(
                $"{project.Key} quedó sin presupuesto y conserva metas por {quantities.Spanish}; haga la adecuación programática.",
                $"{project.Key} was left without budget and keeps targets of {quantities.English}; make the programme amendment."),
            new FindingFigure("revisedBudget", 0.00m), new FindingFigure("targets", targets.Count));
    }
}
