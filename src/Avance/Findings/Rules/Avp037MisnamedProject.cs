using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The explanation names a project that matches none of the report, regardless of case, accents and spaces.</summary>
internal sealed class Avp037MisnamedProject() : Rule("AVP-037", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "La justificación cita mal un proyecto",
        "Explanation misnames a project");

    public override LocalizedText Condition { get; } = new(
        "La justificación lleva un nombre que no es el de su proyecto, o nombra otro que no coincide con ninguno del informe, sin contar mayúsculas, acentos ni espacios.",
        "The explanation bears a name that is not its project's, or names another that matches none of the report, regardless of case, accents and spaces.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba el nombre del proyecto como aparece en la tabla, y de preferencia también su clave.",
        "Write the project's name as it stands in the table, and preferably its key as well.");

    public override LocalizedText Reason { get; } = new(
        "Quien lee debe poder seguir el dinero de un proyecto a otro; con otro nombre, la pista se pierde.",
        "Readers must be able to follow the money from one project to another; under another name the trail is lost.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var explanations = context.Report.Explanations;
        for (var i = 0; i < explanations.Count; i++)
        {
            var own = context.Facts.ExplainedProjects(i);
            if (own.Count > 0 && !own.Any(p => Continues(p.Name, explanations[i].ProjectName)))
            {
                yield return About(explanations[i], own, new(
                    $"La justificación de {explanations[i].Key} lleva el nombre «{explanations[i].ProjectName}»; en la tabla es «{own[0].Name}».",
                    $"The explanation of {explanations[i].Key} bears the name «{explanations[i].ProjectName}»; in the table it is «{own[0].Name}»."));
            }
        }

        foreach (var link in context.Facts.Links)
        {
            if (link is { Kind: ProseLinkKind.Project, IsExact: false })
            {
                var own = context.Facts.ExplainedProjects(link.Explanation);
                var meant = link.References.Count > 0 ? context.Facts.WithNumber(link.References[0].ProjectNumber) : null;
                yield return About(explanations[link.Explanation], meant is null ? own : [.. own, meant], Message(explanations[link.Explanation].Key, link.Text, meant));
            }
        }
    }

    private Finding About(DeviationExplanation explanation, IReadOnlyList<ReportProject> projects, LocalizedText message) =>
        About(new($"Justificación de {explanation.Key}", $"Explanation of {explanation.Key}"), projects, null, message);

    private static LocalizedText Message(string key, string cited, ReportProject? meant) => meant is null
        ? new(
            $"La justificación de {key} cita «{cited}», que no coincide con ningún proyecto.",
            $"The explanation of {key} cites «{cited}», which matches no project.")
        : new(
            $"La justificación de {key} cita «{cited}», que no coincide con ningún proyecto; ¿es {meant.Key}, «{meant.Name}»?",
            $"The explanation of {key} cites «{cited}», which matches no project; is it {meant.Key}, «{meant.Name}»?");

    /// <summary>Whether one name is the other or its beginning; a blank one says nothing. AVP-036 tells of cut names.</summary>
    private static bool Continues(string name, string other)
    {
        var (left, right) = (FoldedText.Fold(name), FoldedText.Fold(other));
        return left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
    }
}
