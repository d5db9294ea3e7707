namespace Avance.Findings.Rules;

/// <summary>The printed percentage is not achieved over revised annual target, times one hundred, rounded to two decimals.</summary>
internal sealed class Avp003FulfilmentRate() : TargetRule("AVP-003", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "El porcentaje impreso no corresponde a la meta",
        "Printed rate does not follow from the target");

    public override LocalizedText Condition { get; } = new(
        "El porcentaje impreso no es lo alcanzado entre la meta modificada anual, por cien, redondeado a dos decimales.",
        "The printed percentage is not achieved over revised annual target, times one hundred, rounded to two decimals.");

    public override LocalizedText Remedy { get; } = new(
        "Corrija la cantidad mal capturada; el porcentaje se calcula, no se escribe.",
        "Correct the quantity that was mistyped; the percentage is computed, not written.");

    public override LocalizedText Reason { get; } = new(
        "Un porcentaje se deriva de sus dos cifras; si no coincide, alguna de las tres es falsa (LGCG, art. 54: los indicadores permiten determinar el cumplimiento).",
        "A percentage derives from its two figures; when it does not match, one of the three is wrong (LGCG art. 54: indicators determine fulfilment).");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context)
    {
        var target = row.Target;
        return target is { PrintedRate: { } printed, FulfilmentRate: { } computed } && Math.Abs(printed - computed) > context.Settings.RateTolerance
            ? About(
                row,
                new(
                    $"El porcentaje {Figure.Print(printed)} de la meta «{target.Description}» no corresponde a {Figure.Print(target.Achieved)} / {Figure.Print(target.Revised)}, que es {Figure.Print(computed)} %.",
                    $"The rate {Figure.Print(printed)} of target «{target.Description}» does not follow from {Figure.Print(target.Achieved)} / {Figure.Print(target.Revised)}, which is {Figure.Print(computed)} %."),
                new FindingFigure("printedRate", printed), new FindingFigure("computedRate", computed), new FindingFigure("achieved", target.Achieved), new FindingFigure("revised", target.Revised))
            : null;
    }
}
