namespace Avance.Findings.Rules;

/// <summary>One project has more than 40 % of the report's revised budget. Not applied when there are so few that one passes that share anyway.</summary>
internal sealed class Avp066Concentration() : Rule("AVP-066", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Un proyecto concentra el presupuesto",
        "One project concentrates the budget");

    public override LocalizedText Condition { get; } = new(
        "Un proyecto tiene más de 40 % del presupuesto modificado del informe. No se aplica cuando son tan pocos que alguno rebasa ese porcentaje de todos modos.",
        "One project has more than 40 % of the report's revised budget. Not applied when there are so few that one passes that share anyway.");

    public override LocalizedText Remedy { get; } = new(
        "Confirme que es lo previsto; si agrupa varios fines, pártalo en proyectos que se puedan evaluar.",
        "Confirm that it is intended; if it holds several purposes, split it into projects that can be evaluated.");

    public override LocalizedText Reason { get; } = new(
        "Cuando un proyecto pesa tanto, el promedio de la institución es el suyo y los demás no se ven.",
        "When one project weighs that much, the institution's average is its own and the others do not show.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var projects = context.Facts.Projects;
        var limit = context.Settings.ConcentrationShare;
        if (BudgetColumn.Revised.SumOf(projects) is not { } total || total <= 0 || limit * projects.Count <= 100m)
        {
            yield break;
        }

        foreach (var project in projects)
        {
            if (project.Budget.Revised is { } revised && revised.Pesos * 100m > limit * total)
            {
                var share = Percentage.Of(revised.Pesos, total);
                yield return About(
                    project,
                    new(
                        $"{project.Key} concentra {Figure.Print(share)} % del presupuesto modificado ({revised} de {Figure.Print(total)}).",
                        $"{project.Key} concentrates {Figure.Print(share)} % of the revised budget ({revised} of {Figure.Print(total)})."),
                    new FindingFigure("share", share), new FindingFigure("revised", revised.Pesos), new FindingFigure("total", total));
            }
        }
    }
}
