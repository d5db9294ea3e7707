namespace Avance.Findings.Rules;

/// <summary>The subfunctions' sum differs from their function's printed total, or the functions' from the entity's printed total.</summary>
internal sealed class Avp002FunctionTotals() : Rule("AVP-002", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Los totales de función o del ente no cuadran",
        "Function or entity totals do not add up");

    public override LocalizedText Condition { get; } = new(
        "La suma de las subfunciones difiere del total impreso de su función, o la de las funciones del total impreso del ente.",
        "The subfunctions' sum differs from their function's printed total, or the functions' from the entity's printed total.");

    public override LocalizedText Remedy { get; } = new(
        "Revise los totales impresos de cada nivel; el error está en el nivel donde aparece la primera diferencia.",
        "Check the printed totals of each level; the error lies at the level where the first difference appears.");

    public override LocalizedText Reason { get; } = new(
        "Los informes periódicos se elaboran con base en los registros contables (LGCG, art. 52): el total del ente es la suma de todos sus niveles.",
        "Periodic reports rest on the accounting records (LGCG art. 52): the entity's total is the sum of all its levels.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var report = context.Report;
        foreach (var function in report.Functions)
        {
            foreach (var column in BudgetColumn.All)
            {
                var (printed, sum) = (column.Printed(function.PrintedTotals), column.SumOf(function.Subfunctions));
                if (BudgetColumn.Difference(printed, sum, context.Settings) is { } difference)
                {
                    yield return Differs(Same(function.Name), column, printed, sum, difference, new(
                        $"las subfunciones ({Figure.Print(sum)}) difiere del total de la función «{function.Name}»",
                        $"the subfunctions' sum ({Figure.Print(sum)}) differs from the total of function «{function.Name}»"));
                }
            }
        }

        foreach (var column in BudgetColumn.All)
        {
            var (printed, sum) = (column.Printed(report.PrintedTotals), column.SumOf(report.Functions));
            if (BudgetColumn.Difference(printed, sum, context.Settings) is { } difference)
            {
                yield return Differs(Same(report.Entity.Code), column, printed, sum, difference, new(
                    $"las funciones ({Figure.Print(sum)}) difiere del total del ente",
                    $"the functions' sum ({Figure.Print(sum)}) differs from the entity's total"));
            }
        }
    }

    private Finding Differs(LocalizedText subject, BudgetColumn column, decimal? printed, decimal? sum, decimal difference, LocalizedText what) => About(
        subject,
        new(
            $"En el {column.Name.Spanish}, la suma de {what.Spanish} ({Figure.Print(printed)}) en {Figure.Print(difference)}.",
            $"In the {column.Name.English}, {what.English} ({Figure.Print(printed)}) by {Figure.Print(difference)}."),
        new FindingFigure($"{column.Id}Sum", sum), new FindingFigure($"{column.Id}Total", printed), new FindingFigure("difference", difference));
}
