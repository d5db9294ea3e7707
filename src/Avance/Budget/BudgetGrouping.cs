using Avance.Catalogs;
using Avance.Planning;

namespace Avance.Budget;

/// <summary>A way to add budget lines up: by unit, by chapter, by funding source…</summary>
/// <param name="Code">Its name in addresses and commands: <c>unit</c>, <c>chapter</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Of">The group of a line: its code and name.</param>
public sealed record BudgetGrouping(string Code, LocalizedText Name, Func<BudgetLine, (string Code, LocalizedText Name)> Of)
{
    private static readonly LocalizedText None = new("(sin clasificar)", "(unclassified)");

    /// <summary>Every way in which the lines of a plan can be added up, in the order in which people look for them.</summary>
    public static IReadOnlyList<BudgetGrouping> All(AnnualPlan plan, BudgetKeyLayout layout)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(layout);
        var projects = plan.Projects.ToDictionary(static p => p.Id);
        var groupings = new List<BudgetGrouping>
        {
            new("project", new("Proyecto", "Project"), line => Project(projects, line) is { } p ? (p.Address, Same(p.Name)) : ("", None)),
            new("type", new("Tipo de proyecto", "Type of project"), line => Project(projects, line) is { } p ? (p.Type == ProjectType.Current ? ("1", new("Gasto corriente", "Current expenditure")) : ("2", new("Inversión", "Investment"))) : ("", None)),
            new("function", new("Función", "Function"), line => Functional(projects, line, 2)),
            new("subfunction", new("Subfunción", "Subfunction"), line => Functional(projects, line, 3)),
        };
        foreach (var segment in layout.Segments)
        {
            Add(groupings, plan, layout, segment);
        }

        groupings.Add(new("line", new("Clave presupuestaria", "Budget line"), static line => (line.Key, new("", ""))));
        return groupings;
    }

    private static void Add(List<BudgetGrouping> groupings, AnnualPlan plan, BudgetKeyLayout layout, KeySegment segment)
    {
        var index = layout.IndexOf(segment.Code);
        switch (segment.Code)
        {
            case KeySegment.Project:
                break;
            case KeySegment.Unit:
                groupings.Add(new(segment.Code, segment.Name, line => Named(line.Codes[index], plan.Unit(line.Codes[index])?.Name)));
                break;
            case KeySegment.Programme:
                groupings.Add(new(segment.Code, segment.Name, line => Named(line.Codes[index], plan.Programme(line.Codes[index])?.Name)));
                break;
            case KeySegment.ExpenditureObject:
                groupings.Add(new("chapter", new("Capítulo", "Chapter"), line => OfObject(ObjectLevels.Of(line.Codes[index]).Chapter)));
                groupings.Add(new("concept", new("Concepto", "Concept"), line => OfObject(ObjectLevels.Of(line.Codes[index]).Concept ?? "")));
                groupings.Add(new("generic", new("Partida genérica", "Generic item"), line => OfObject(ObjectLevels.Of(line.Codes[index]).Generic ?? "")));
                groupings.Add(new(segment.Code, segment.Name, line => OfObject(line.Codes[index])));
                break;
            case KeySegment.Funding:
                groupings.Add(new("earmarked", new("Etiquetado o no", "Earmarked or not"), line => Classified(Classifications.FundingSource, line.Codes[index][..1])));
                groupings.Add(new(segment.Code, segment.Name, line => Classified(Classifications.FundingSource, line.Codes[index])));
                break;
            default:
                var classification = Classifications.All.FirstOrDefault(c => c.Id == segment.Classification);
                groupings.Add(new(segment.Code, segment.Name, line => classification is null ? (line.Codes[index], new("", "")) : Classified(classification, line.Codes[index])));
                break;
        }
    }

    private static PlannedProject? Project(Dictionary<Guid, PlannedProject> projects, BudgetLine line) => line.ProjectId is { } id ? projects.GetValueOrDefault(id) : null;

    private static (string, LocalizedText) Functional(Dictionary<Guid, PlannedProject> projects, BudgetLine line, int level)
    {
        var code = Classifications.Functional.Find(Project(projects, line)?.Subfunction ?? "");
        while (code is not null && code.Level > level)
        {
            code = Classifications.Functional.Find(code.Parent!);
        }

        return code is null ? ("", None) : (code.Code, Same(code.Name));
    }

    /// <summary>The name of an object of any level; an issuer's own item bears the name of the generic item that it opens up.</summary>
    private static (string, LocalizedText) OfObject(string code)
    {
        var known = Classifications.ExpenditureObject.Find(code) ?? Classifications.ExpenditureObject.Find(ObjectLevels.Of(code).Generic ?? "");
        return code.Length == 0 ? ("", None) : (code, Same(known?.Name ?? ""));
    }

    private static (string, LocalizedText) Classified(Classification classification, string code) => Named(code, classification.Find(code)?.Name);

    private static (string, LocalizedText) Named(string code, string? name) => (code, Same(name ?? ""));

    private static LocalizedText Same(string text) => new(text, text);
}
