namespace Avance.Findings.Rules;

/// <summary>The project's name in the table is the beginning of a longer name in its explanation.</summary>
internal sealed class Avp036TruncatedName() : Rule("AVP-036", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Nombre de proyecto truncado",
        "Truncated project name");

    public override LocalizedText Condition { get; } = new(
        "El nombre del proyecto en la tabla es el principio de un nombre más largo en su justificación.",
        "The project's name in the table is the beginning of a longer name in its explanation.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba en la tabla el nombre completo del proyecto, como en su carátula.",
        "Write the project's full name in the table, as on its cover sheet.");

    public override LocalizedText Reason { get; } = new(
        "Un nombre cortado impide buscar el proyecto y compararlo con otros documentos.",
        "A cut name keeps the project from being found and compared with other documents.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var explanations = context.Report.Explanations;
        for (var i = 0; i < explanations.Count; i++)
        {
            if (context.Facts.Explanations.ProjectOf(i) is { } project && IsTruncated(project.Name, explanations[i].ProjectName))
            {
                yield return About(
                    project,
                    new(
                        $"El nombre de {project.Key} está truncado: la tabla dice «{project.Name}» y la justificación «{explanations[i].ProjectName}».",
                        $"The name of {project.Key} is truncated: the table says «{project.Name}» and the explanation «{explanations[i].ProjectName}»."));
            }
        }
    }

    private static bool IsTruncated(string name, string longer)
    {
        var (cut, whole) = (FoldedText.Fold(name), FoldedText.Fold(longer));
        return cut.Length > 0 && whole.Length > cut.Length && whole.StartsWith(cut, StringComparison.Ordinal);
    }
}
