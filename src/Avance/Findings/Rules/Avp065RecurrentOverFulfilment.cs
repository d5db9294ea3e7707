namespace Avance.Findings.Rules;

/// <summary>The target is over 100 % in this report and in earlier ones, three in all or more.</summary>
internal sealed class Avp065RecurrentOverFulfilment() : Rule("AVP-065", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Sobrecumplimiento recurrente",
        "Recurrent over-fulfilment");

    public override LocalizedText Condition { get; } = new(
        "La meta rebasa 100 % en este informe y en otros anteriores, tres en total o más.",
        "The target is over 100 % in this report and in earlier ones, three in all or more.");

    public override LocalizedText Remedy { get; } = new(
        "Revise la meta: se programa por debajo de lo que la institución logra de manera regular.",
        "Review the target: it is set below what the institution regularly achieves.");

    public override LocalizedText Reason { get; } = new(
        "Una meta que siempre se rebasa no mide el desempeño.",
        "A target that is always exceeded does not measure performance.");

    public override LocalizedText? Requires { get; } = new(
        "Informes de periodos anteriores.",
        "Reports of earlier periods.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Facts.Past.Count + 1 < context.Settings.RecurrentReports)
        {
            yield break;
        }

        var times = new Dictionary<(int Project, int Target), int>();
        foreach (var past in context.Facts.Past)
        {
            foreach (var (now, then) in past.Targets(context.Facts))
            {
                if (then.FulfilmentRate is { } rate && Avp015OverFulfilment.IsOver(rate, context.Settings))
                {
                    var place = (now.Project.Number, now.Number);
                    times[place] = times.GetValueOrDefault(place) + 1;
                }
            }
        }

        foreach (var row in context.Facts.Targets)
        {
            var reports = times.GetValueOrDefault((row.Project.Number, row.Number)) + 1;
            if (reports >= context.Settings.RecurrentReports && row.Target.FulfilmentRate is { } rate && Avp015OverFulfilment.IsOver(rate, context.Settings))
            {
                yield return About(
                    row,
                    new(
                        $"Sobrecumplimiento recurrente: «{row.Target.Description}» de {row.Project.Key} rebasa 100 % en {reports} informes; revise la meta.",
                        $"Recurrent over-fulfilment: «{row.Target.Description}» of {row.Project.Key} is over 100 % in {reports} reports; review the target."),
                    new FindingFigure("reports", reports), new FindingFigure("rate", rate));
            }
        }
    }
}
