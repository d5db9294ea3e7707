using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>Reads a report's figures by their address.</summary>
internal static class FigureReading
{
    public static decimal? Printed(ProgressReport report, FigureAddress address)
    {
        if (address.Project is not { } number)
        {
            return Budget(report.Totals, address.Column)?.Pesos;
        }

        var project = report.Projects.ElementAt(number - 1);
        if (address.Target is { } t)
        {
            var target = project.Targets.ElementAtOrDefault(t - 1);
            return address.Column switch
            {
                ReportColumn.OriginalTarget => target?.Original,
                ReportColumn.RevisedTarget => target?.Revised,
                ReportColumn.AchievedValue => target?.Achieved,
                _ => target?.PrintedRate,
            };
        }

        return address.Column switch
        {
            ReportColumn.Women => project.Beneficiaries.Women,
            ReportColumn.Men => project.Beneficiaries.Men,
            ReportColumn.People => project.Beneficiaries.People,
            _ => Budget(project.Budget, address.Column)?.Pesos,
        };
    }

    public static LocalizedText Formula(ReportColumn column) => column switch
    {
        ReportColumn.ApprovedBudget => new("suma de lo aprobado en las líneas del proyecto", "sum of what was approved in the project's lines"),
        ReportColumn.RevisedBudget => new("aprobado + ampliaciones − reducciones aplicadas hasta el corte", "approved + increases − decreases applied up to the cut-off"),
        ReportColumn.Accrued => new("suma de lo devengado en las líneas del proyecto hasta el corte", "sum of what accrued in the project's lines up to the cut-off"),
        ReportColumn.OriginalTarget => new("calendario aprobado de la meta, según su regla de acumulación", "the target's approved calendar, by its rule of accumulation"),
        ReportColumn.RevisedTarget => new("calendario aprobado + adecuaciones programáticas aplicadas hasta el corte", "approved calendar + target amendments applied up to the cut-off"),
        ReportColumn.AchievedValue => new("avance capturado de enero al corte, según su regla de acumulación", "progress captured from January to the cut-off, by its rule of accumulation"),
        ReportColumn.FulfilmentRate => new("alcanzado ÷ modificado × 100, a dos decimales", "achieved ÷ revised × 100, to two decimals"),
        _ => new("último reporte de beneficiarios del trimestre", "last report of the quarter's beneficiaries"),
    };

    private static Money? Budget(BudgetFigures figures, ReportColumn column) => column switch
    {
        ReportColumn.ApprovedBudget => figures.Approved,
        ReportColumn.RevisedBudget => figures.Revised,
        _ => figures.Accrued,
    };
}
