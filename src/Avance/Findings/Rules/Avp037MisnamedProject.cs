namespace Avance.Findings.Rules;

/// <summary>The explanation names a project that matches none of the report, regardless of case, accents and spaces.</summary>
internal sealed class Avp037MisnamedProject() : Rule("AVP-037", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "La justificación cita mal un proyecto",
        "Explanation misnames a project");

    public override LocalizedText Condition { get; } = new(
        "La justificación nombra un proyecto que no coincide con ninguno del informe, sin contar mayúsculas, acentos ni espacios.",
        "The explanation names a project that matches none of the report, regardless of case, accents and spaces.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba el nombre del proyecto como aparece en la tabla, y de preferencia también su clave.",
        "Write the project's name as it stands in the table, and preferably its key as well.");

    public override LocalizedText Reason { get; } = new(
        "Quien lee debe poder seguir el dinero de un proyecto a otro; con otro nombre, la pista se pierde.",
        "Readers must be able to follow the money from one project to another; under another name the trail is lost.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var link in context.Facts.Links)
        {
            if (link is not { Kind: ProseLinkKind.Project, IsExact: false })
            {
                continue;
            }

            var explanation = context.Report.Explanations[link.Explanation];
            var own = context.Facts.ExplainedProjects(link.Explanation);
            var meant = context.Facts.WithNumbers(link.References.Select(r => r.ProjectNumber)).FirstOrDefault();
            yield return About(
                new($"Justificación de {explanation.Key}", $"Explanation of {explanation.Key}"),
                meant is null ? own : [.. own, meant],
                null,
                meant is null
                    ? new(
                        $"La justificación de {explanation.Key} cita «{link.Text}», que no coincide con ningún proyecto.",
                        $"The explanation of {explanation.Key} cites «{link.Text}», which matches no project.")
                    : new(
                        $"La justificación de {explanation.Key} cita «{link.Text}», que no coincide con ningún proyecto; ¿es {meant.Key}, «{meant.Name}»?",
                        $"The explanation of {explanation.Key} cites «{link.Text}», which matches no project; is it {meant.Key}, «{meant.Name}»?"),
                []);
        }
    }
}
