namespace Avance.Findings.Rules;

/// <summary>No target of the report was amended, although project budgets were.</summary>
internal sealed class Avp024NoTargetAmended() : Rule("AVP-024", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Ninguna meta modificada en todo el informe",
        "No target amended in the whole report");

    public override LocalizedText Condition { get; } = new(
        "Ninguna meta del informe se modificó, aunque los presupuestos de los proyectos sí.",
        "No target of the report was amended, although project budgets were.");

    public override LocalizedText Remedy { get; } = new(
        "Revise con las áreas si las metas siguen vigentes y registre las adecuaciones programáticas que falten.",
        "Review with the units whether the targets still hold, and record the missing target amendments.");

    public override LocalizedText Reason { get; } = new(
        "Que el dinero cambie y las metas nunca indica que el presupuesto basado en resultados no se está ajustando.",
        "Money that changes while targets never do shows that results-based budgeting is not being adjusted.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var targets = 0;
        foreach (var (_, target, _) in context.Facts.Targets)
        {
            if (target is { Original: not null, Revised: not null })
            {
                targets++;
                if (target.Original != target.Revised)
                {
                    yield break;
                }
            }
        }

        var moved = 0.00m;
        foreach (var project in context.Facts.Projects)
        {
            moved += project.Budget is { Approved: { } approved, Revised: { } revised } ? Math.Abs(revised.Pesos - approved.Pesos) : 0m;
        }

        if (targets > 0 && moved > 0)
        {
            yield return About(
                Same(context.Report.Entity.Code),
                new(
                    $"Ninguna de las {targets} metas fue modificada pese a adecuaciones netas por {Figure.Print(moved)}.",
                    $"None of the {targets} targets was amended despite net budget amendments of {Figure.Print(moved)}."),
                new FindingFigure("targets", targets), new FindingFigure("amendments", moved));
        }
    }
}
