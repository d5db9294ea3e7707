using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The same name, regardless of case, accents and spaces, stands under different keys.</summary>
internal sealed class Avp012RepeatedName() : Rule("AVP-012", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "El mismo proyecto con dos claves",
        "The same project under two keys");

    public override LocalizedText Condition { get; } = new(
        "El mismo nombre, sin contar mayúsculas, acentos ni espacios, aparece con claves distintas.",
        "The same name, regardless of case, accents and spaces, stands under different keys.");

    public override LocalizedText Remedy { get; } = new(
        "Aclare si es una reclasificación; si lo es, dé de baja la clave anterior y traslade sus metas.",
        "Say whether it is a reclassification; if so, close the earlier key and move its targets.");

    public override LocalizedText Reason { get; } = new(
        "Dos claves para un proyecto duplican sus metas y parten su historia presupuestaria.",
        "Two keys for one project double its targets and split its budget history.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var projects in SameName(context.Facts))
        {
            var keys = Wording.List(projects.Select(p => p.Key).Distinct());
            yield return About(
                projects,
                new(
                    $"El proyecto «{projects[0].Name}» aparece con las claves {keys.Spanish}; ¿es una reclasificación?",
                    $"Project «{projects[0].Name}» stands under keys {keys.English}; is it a reclassification?"),
                new FindingFigure("projects", projects.Count));
        }
    }

    /// <summary>Groups of projects with one folded name and more than one key, in the order of the report.</summary>
    internal static IEnumerable<List<ReportProject>> SameName(ReportFacts facts)
    {
        var byName = new Dictionary<string, List<ReportProject>>(StringComparer.Ordinal);
        var groups = new List<List<ReportProject>>();
        for (var i = 0; i < facts.Projects.Count; i++)
        {
            if (facts.FoldedNames[i].Length == 0)
            {
                continue;
            }

            if (!byName.TryGetValue(facts.FoldedNames[i], out var group))
            {
                byName.Add(facts.FoldedNames[i], group = []);
                groups.Add(group);
            }

            group.Add(facts.Projects[i]);
        }

        return groups.Where(g => g.Count > 1 && g.Exists(p => p.Key != g[0].Key));
    }
}
