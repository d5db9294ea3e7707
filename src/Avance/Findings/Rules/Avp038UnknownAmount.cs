namespace Avance.Findings.Rules;

/// <summary>The explanation cites an amount that is no figure of its project, of those it names or of the rest of the report.</summary>
internal sealed class Avp038UnknownAmount() : Rule("AVP-038", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Importe citado que no está en el informe",
        "Cited amount not in the report");

    public override LocalizedText Condition { get; } = new(
        "La justificación cita un importe que no es ninguna cifra del proyecto, de los que nombra ni del resto del informe.",
        "The explanation cites an amount that is no figure of its project, of those it names or of the rest of the report.");

    public override LocalizedText Remedy { get; } = new(
        "Revise el importe citado con las cifras de la tabla; si es de otro documento, diga de cuál.",
        "Check the cited amount against the table's figures; if it comes from another document, say which.");

    public override LocalizedText Reason { get; } = new(
        "Una justificación se comprueba con las cifras que explica.",
        "An explanation is verified with the figures that it explains.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var link in context.Facts.Links)
        {
            if (link is { Kind: ProseLinkKind.Figure, IsExact: false })
            {
                var key = context.Report.Explanations[link.Explanation].Key;
                yield return About(
                    new($"Justificación de {key}", $"Explanation of {key}"),
                    context.Facts.ExplainedProjects(link.Explanation),
                    null,
                    new(
                        $"El importe {Figure.Print(link.Value)} citado en la justificación de {key} no se localiza en las cifras del informe.",
                        $"The amount {Figure.Print(link.Value)} cited in the explanation of {key} is not found among the report's figures."),
                    new FindingFigure("amount", link.Value));
            }
        }
    }
}
