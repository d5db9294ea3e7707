namespace Avance.Findings.Rules;

/// <summary>The same key stands on two projects or more.</summary>
internal sealed class Avp011RepeatedKey() : Rule("AVP-011", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Clave repetida en el informe",
        "Key repeated in the report");

    public override LocalizedText Condition { get; } = new(
        "La misma clave aparece en dos proyectos o más.",
        "The same key stands on two projects or more.");

    public override LocalizedText Remedy { get; } = new(
        "Explique a qué unidad responsable pertenece cada proyecto, o corrija la clave equivocada.",
        "Explain which responsible unit each project belongs to, or correct the wrong key.");

    public override LocalizedText Reason { get; } = new(
        "La clave identifica al proyecto en la clave presupuestaria; repetida, sus cifras y justificaciones se confunden.",
        "The key identifies the project in the budget line key; repeated, its figures and explanations get mixed up.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var group in context.Facts.Projects.GroupBy(p => p.Key, StringComparer.Ordinal))
        {
            var projects = group.ToList();
            if (projects.Count > 1)
            {
                var names = Wording.List(projects.Select(p => $"«{p.Name}» ({p.Number})"));
                yield return About(
                    projects,
                    new(
                        $"La clave {group.Key} aparece en {projects.Count} proyectos distintos: {names.Spanish}.",
                        $"Key {group.Key} stands on {projects.Count} different projects: {names.English}."),
                    new FindingFigure("projects", projects.Count));
            }
        }
    }
}
