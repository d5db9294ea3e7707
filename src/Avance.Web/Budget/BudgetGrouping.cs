using Avance.Budget;
using Avance.Catalogs;
using Avance.Planning;

namespace Avance.Web.Budget;

/// <summary>A way to put budget lines together: what each is counted under, and what that is called.</summary>
/// <param name="Id">Its name in addresses and in JSON.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CodeOf">The code that a line is counted under; blank when the line has none.</param>
/// <param name="NameOf">Name of a code; blank when it has none.</param>
public sealed record BudgetGrouping(string Id, LocalizedText Name, Func<BudgetLine, string> CodeOf, Func<string, string> NameOf)
{
    /// <summary>By project: unit and key, because printed keys repeat.</summary>
    public const string Project = "project";

    /// <summary>By line, each on its own.</summary>
    public const string Line = "line";

    private const string Chapter = "chapter";

    /// <summary>Every way to group the lines of a year, in the order to offer them.</summary>
    /// <param name="layout">How the year's keys are made.</param>
    /// <param name="plan">The year's plan, for names; null when there is none.</param>
    public static IReadOnlyList<BudgetGrouping> Of(BudgetKeyLayout layout, AnnualPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var groupings = new List<BudgetGrouping>();
        for (var i = 0; i < layout.Segments.Count; i++)
        {
            Add(groupings, layout.Segments[i], i, plan, layout);
        }

        if (plan is not null)
        {
            var subfunctions = plan.Projects.ToDictionary(p => p.Id, p => p.Subfunction);
            string Subfunction(BudgetLine line) => line.ProjectId is { } id ? subfunctions.GetValueOrDefault(id, "") : "";
            groupings.Add(new("function", new("Función", "Function"), l => Level(Subfunction(l), 2), NameIn(Classifications.Functional)));
            groupings.Add(new("subfunction", new("Subfunción", "Subfunction"), Subfunction, NameIn(Classifications.Functional)));
        }

        groupings.Add(new(Line, new("Clave presupuestaria", "Budget line"), l => l.Key, _ => ""));
        return groupings;
    }

    /// <summary>The one to show when none is asked for: by chapter where keys have an object of expenditure.</summary>
    public static BudgetGrouping Default(IReadOnlyList<BudgetGrouping> groupings)
    {
        ArgumentNullException.ThrowIfNull(groupings);
        return groupings.FirstOrDefault(g => g.Id == Chapter) ?? groupings[0];
    }

    private static void Add(List<BudgetGrouping> groupings, KeySegment segment, int index, AnnualPlan? plan, BudgetKeyLayout layout)
    {
        string Code(BudgetLine line) => index < line.Codes.Count ? line.Codes[index] : "";
        switch (segment.Code)
        {
            case KeySegment.Project:
                groupings.Add(ByProject(segment, Code, plan, layout.IndexOf(KeySegment.Unit)));
                break;
            case KeySegment.ExpenditureObject:
                var name = NameIn(Classifications.ExpenditureObject);
                groupings.Add(new(Chapter, new("Capítulo", "Chapter"), l => ObjectLevels.Of(Code(l)).Chapter, name));
                groupings.Add(new("concept", new("Concepto", "Concept"), l => ObjectLevels.Of(Code(l)).Concept ?? "", name));
                groupings.Add(new("generic", new("Partida genérica", "Generic item"), l => ObjectLevels.Of(Code(l)).Generic ?? "", name));
                groupings.Add(new(segment.Code, segment.Name, Code, code => name(code) is { Length: > 0 } own ? own : name(ObjectLevels.Of(code).Generic ?? "")));
                break;
            case KeySegment.Funding:
                groupings.Add(new(segment.Code, segment.Name, Code, NameIn(Classifications.FundingSource)));
                groupings.Add(new("earmarked", new("Etiquetado y no etiquetado", "Earmarked or not"), l => Root(Classifications.FundingSource, Code(l)), NameIn(Classifications.FundingSource)));
                break;
            default:
                groupings.Add(new(segment.Code, segment.Name, Code, segment.Code switch
                {
                    KeySegment.Unit => code => plan?.Unit(code)?.Name ?? "",
                    KeySegment.Programme => code => plan?.Programme(code)?.Name ?? "",
                    _ when Classifications.All.FirstOrDefault(c => c.Id == segment.Classification) is { } classification => NameIn(classification),
                    _ => _ => "",
                }));
                break;
        }
    }

    private static BudgetGrouping ByProject(KeySegment segment, Func<BudgetLine, string> code, AnnualPlan? plan, int unit)
    {
        var projects = plan?.Projects.ToDictionary(p => p.Id) ?? [];
        var names = plan?.Projects.ToDictionary(p => p.Address, p => p.Name, StringComparer.Ordinal) ?? [];
        return new(
            Project,
            segment.Name,
            line => line.ProjectId is { } id && projects.TryGetValue(id, out var project) ? project.Address
                : unit >= 0 && unit < line.Codes.Count ? $"{line.Codes[unit]}/{code(line)}"
                : code(line),
            address => names.GetValueOrDefault(address, ""));
    }

    private static Func<string, string> NameIn(Classification classification) => code => classification.Find(code)?.Name ?? "";

    /// <summary>The first parts of a dotted code: <c>1.3</c> of <c>1.3.6</c>.</summary>
    private static string Level(string code, int parts) => string.Join('.', code.Split('.').Take(parts));

    private static string Root(Classification classification, string code)
    {
        var found = classification.Find(code);
        while (found?.Parent is { } parent)
        {
            found = classification.Find(parent);
        }

        return found?.Code ?? "";
    }
}
