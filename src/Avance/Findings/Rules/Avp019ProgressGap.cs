using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The mean fulfilment of the targets and the accrued percentage of the revised budget differ by more than 25 percentage points.</summary>
internal sealed class Avp019ProgressGap() : ProjectRule("AVP-019", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Brecha entre avance físico y financiero",
        "Gap between physical and financial progress");

    public override LocalizedText Condition { get; } = new(
        "El promedio del cumplimiento de las metas y el porcentaje devengado del modificado difieren en más de 25 puntos porcentuales.",
        "The mean fulfilment of the targets and the accrued percentage of the revised budget differ by more than 25 percentage points.");

    public override LocalizedText Remedy { get; } = new(
        "Explique la diferencia: compras por pagar, metas que no cuestan, metas mal programadas o gasto mal clasificado.",
        "Explain the difference: purchases not yet accrued, targets that cost nothing, poor planning or misclassified spending.");

    public override LocalizedText Reason { get; } = new(
        "Gasto y resultados avanzan juntos; una brecha amplia es la primera señal de un registro o una meta equivocados.",
        "Spending and results move together; a wide gap is the first sign of a wrong record or a wrong target.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context)
    {
        if (project.PhysicalProgress is not { } physical || project.FinancialProgress is not { } financial
            || project.Targets.Any(t => t.FulfilmentRate is null))
        {
            return null;
        }

        var gap = Math.Abs(physical - financial);
        return gap > context.Settings.ProgressGap
            ? About(
                project,
                new(
                    $"Brecha de {Figure.Print(gap)} puntos entre avance físico ({Figure.Print(physical)} %) y financiero ({Figure.Print(financial)} %) en {project.Key}.",
                    $"Gap of {Figure.Print(gap)} points between physical ({Figure.Print(physical)} %) and financial progress ({Figure.Print(financial)} %) in {project.Key}."),
                new FindingFigure("physicalProgress", physical), new FindingFigure("financialProgress", financial), new FindingFigure("gap", gap))
            : null;
    }
}
