namespace Avance.Findings.Rules;

/// <summary>Fulfilment is above zero and below the year's even pace less the tolerance (third quarter: under 65 %), and the project has no explanation.</summary>
internal sealed class Avp016BehindPace() : TargetRule("AVP-016", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Avance por debajo de lo esperado sin justificación",
        "Progress behind pace without explanation");

    public override LocalizedText Condition { get; } = new(
        "El cumplimiento es mayor que cero y menor que el ritmo parejo del año menos la tolerancia (tercer trimestre: menos de 65 %), y el proyecto no tiene justificación.",
        "Fulfilment is above zero and below the year's even pace less the tolerance (third quarter: under 65 %), and the project has no explanation.");

    public override LocalizedText Remedy { get; } = new(
        "Explique el retraso y cómo se recuperará, o capture la calendarización de la meta si no es pareja.",
        "Explain the delay and how it will be made up, or record the target's calendar if it is not even.");

    public override LocalizedText Reason { get; } = new(
        "Sin calendario impreso, el avance se mide contra un ritmo parejo: 25 % por trimestre.",
        "Without a printed calendar, progress is measured against an even pace: 25 % each quarter.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context)
    {
        var pace = context.Report.Period.EvenPace;
        var expected = pace - context.Settings.PaceTolerance;
        return row.Target.FulfilmentRate is { } rate and > 0 && rate < expected && !context.Facts.Explanations.IsExplained(row.Project)
            ? About(
                row,
                new(
                    $"Avance de {Figure.Print(rate)} % por debajo de lo esperado ({Figure.Print(expected)} %) en «{row.Target.Description}» de {row.Project.Key}.",
                    $"Progress of {Figure.Print(rate)} % below what was expected ({Figure.Print(expected)} %) in «{row.Target.Description}» of {row.Project.Key}."),
                new FindingFigure("rate", rate), new FindingFigure("expectedRate", expected), new FindingFigure("evenPace", pace))
            : null;
    }
}
