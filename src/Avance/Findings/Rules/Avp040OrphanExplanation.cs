namespace Avance.Findings.Rules;

/// <summary>The key of an explanation is not that of any project of the report.</summary>
internal sealed class Avp040OrphanExplanation() : Rule("AVP-040", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Justificación sin proyecto",
        "Explanation without project");

    public override LocalizedText Condition { get; } = new(
        "La clave de una justificación no es la de ningún proyecto del informe.",
        "The key of an explanation is not that of any project of the report.");

    public override LocalizedText Remedy { get; } = new(
        "Corrija la clave de la justificación o agregue el proyecto que falta en la tabla.",
        "Correct the explanation's key, or add the project missing from the table.");

    public override LocalizedText Reason { get; } = new(
        "Una justificación que no pertenece a ningún proyecto deja sin explicar al que la necesita.",
        "An explanation that belongs to no project leaves unexplained the one that needs it.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var explanations = context.Report.Explanations;
        for (var i = 0; i < explanations.Count; i++)
        {
            if (!context.Facts.Explanations.HasKey(i))
            {
                yield return About(
                    new LocalizedText($"Justificación de {explanations[i].Key}", $"Explanation of {explanations[i].Key}"),
                    new(
                        $"Justificación sin proyecto: {explanations[i].Key}, «{explanations[i].ProjectName}».",
                        $"Explanation without project: {explanations[i].Key}, «{explanations[i].ProjectName}»."));
            }
        }
    }
}
