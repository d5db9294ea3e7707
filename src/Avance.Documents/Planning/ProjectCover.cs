using Avance.Catalogs;
using Avance.Planning;

namespace Avance.Documents.Planning;

/// <summary>A project's approved budget of one chapter (<em>capítulo</em>), month by month.</summary>
/// <param name="Code">Code of the chapter: <c>1000</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Months">Twelve amounts; null where none is known.</param>
public sealed record ChapterBudget(string Code, string Name, IReadOnlyList<Money?> Months);

/// <summary>The project cover sheet (<em>carátula de proyecto</em>).</summary>
internal static class ProjectCover
{
    private const int SubfunctionLevel = 3;

    public static PlanSheet Of(AnnualPlan plan, PlannedProject project, IReadOnlyList<ChapterBudget> budget, Language language)
    {
        string Say(string spanish, string english) => language == Language.English ? english : spanish;
        var sections = new List<SheetSection>
        {
            new(Say("Identificación", "Identity"),
            [
                new(Say("Unidad responsable", "Responsible unit"), UnitPath(plan, project.UnitCode)),
                new(Say("Programa presupuestario", "Budget programme"), Named(project.ProgrammeCode, plan.Programme(project.ProgrammeCode)?.Name)),
                new(Say("Tipo de proyecto", "Project type"), PlanWords.ProjectTypes.Text(project.Type).In(language)),
                new(Say("Objetivo", "Objective"), project.Objective, IsWide: true),
            ]),
            new(Say("Clasificación y alineación", "Classification and alignment"),
            [
                new(Say("Función", "Function"), Function(project.Subfunction, SubfunctionLevel - 1)),
                new(Say("Subfunción", "Subfunction"), Function(project.Subfunction, SubfunctionLevel)),
                new(Say("Meta ODS principal", "Primary SDG target"), project.SdgTargets.Count > 0 ? Sdg(project.SdgTargets[0]) : ""),
                new(Say("Otras metas ODS", "Other SDG targets"), string.Join("; ", project.SdgTargets.Skip(1).Select(Sdg))),
                new(Say("Alineación al plan", "Alignment to the plan"), project.PlanAlignment),
            ]),
            new(Say("Cobertura y beneficiarios", "Coverage and beneficiaries"),
            [
                new(Say("Municipio y localidad", "Municipality and locality"), string.Join(" · ", new[] { project.Municipality, project.Locality }.Where(place => place.Length > 0))),
                new(Say("Tipo de beneficiario", "Type of beneficiary"), PlanWords.BeneficiaryTypes.Text(project.BeneficiaryType).In(language)),
                new(Say("Población", "Population"), Population(project, language)),
            ]),
        };
        if (project.Indicators.Count > 0)
        {
            sections.Add(new(Say("Indicadores y metas", "Indicators and targets"), [], Indicators(project, language)));
        }

        if (budget.Count > 0)
        {
            sections.Add(new(Say("Presupuesto aprobado por capítulo y mes", "Approved budget by chapter and month"), [], Budget(budget, language)));
        }

        return new(
            plan.Entity.Name, $"{Say("Carátula de proyecto", "Project cover sheet")} · {plan.Year.Year} · {State(plan, project, language)}", project.Address, project.Name, sections,
            [Say("Elaboró", "Prepared by"), Say("Revisó", "Reviewed by"), Say("Autorizó", "Authorised by")], language);
    }

    /// <summary>A unit below those that it belongs to: «Secretaría Ejecutiva › 06 Organización».</summary>
    public static string UnitPath(AnnualPlan plan, string code)
    {
        var path = Named(code, plan.Unit(code)?.Name);
        var parent = plan.Unit(code)?.Parent;
        for (var steps = 0; parent is not null && steps < plan.Units.Count; steps++)
        {
            path = $"{plan.Unit(parent)?.Name ?? parent} › {path}";
            parent = plan.Unit(parent)?.Parent;
        }

        return path;
    }

    private static string Named(string code, string? name) => $"{code} {name}".Trim();

    private static string State(AnnualPlan plan, PlannedProject project, Language language)
    {
        var state = plan.Year.State.Name().In(language);
        var born = project.AddedByAmendment ? language == Language.English ? ", added by amendment" : ", nació por adecuación" : "";
        var closed = project.Closed ? language == Language.English ? ", project closed" : ", proyecto cerrado" : "";
        return char.ToUpperInvariant(state[0]) + state[1..] + born + closed;
    }

    private static string Function(string subfunction, int level)
    {
        var code = Classifications.Functional.Find(subfunction);
        while (code is not null && code.Level > level)
        {
            code = code.Parent is null ? null : Classifications.Functional.Find(code.Parent);
        }

        return code is null ? level == SubfunctionLevel ? subfunction : "" : Named(code.Code, code.Name);
    }

    private static string Sdg(string code) => Named(code, SdgCatalog.Find(code)?.ShortTitle);

    private static string Population(PlannedProject project, Language language)
    {
        var parts = new List<string>();
        if (project.PopulationWomen is { } women)
        {
            parts.Add($"{Figure.Print(women)} {(language == Language.English ? "women" : "mujeres")}");
        }

        if (project.PopulationMen is { } men)
        {
            parts.Add($"{Figure.Print(men)} {(language == Language.English ? "men" : "hombres")}");
        }

        if (project.Population is { } people)
        {
            parts.Add($"{Figure.Print(people)} {(language == Language.English ? "people" : "personas")}");
        }

        return string.Join(" · ", parts);
    }

    private static SheetTable Indicators(PlannedProject project, Language language)
    {
        string Say(string spanish, string english) => language == Language.English ? english : spanish;
        return new(
            Say("Metas programadas por trimestre", "Targets programmed by quarter"),
            [
                new(Say("N.º", "No."), 5),
                new(Say("Nivel", "Level"), 11),
                new(Say("Indicador", "Indicator"), 50),
                new(Say("Unidad de medida", "Unit of measure"), 16),
                .. Enumerable.Range(1, 4).Select(q => new SheetColumn(Say($"Trim. {q}", $"Quarter {q}"), 12, SheetColumnKind.Quantity)),
                new(Say("Meta anual", "Annual target"), 14, SheetColumnKind.Quantity),
            ],
            [.. project.Indicators.Select(indicator => new SheetRow(
            [
                new(Figure.Grouped(indicator.Position, 0)),
                new(PlanWords.Levels.Text(indicator.Level).In(language)),
                new(indicator.Name),
                new(indicator.UnitOfMeasure),
                .. Enumerable.Range(1, 4).Select(q => SheetCell.Of(indicator.QuarterTarget(q))),
                SheetCell.Of(indicator.AnnualTarget ?? indicator.CalendarTarget),
            ]))]);
    }

    private static SheetTable Budget(IReadOnlyList<ChapterBudget> budget, Language language)
    {
        string Say(string spanish, string english) => language == Language.English ? english : spanish;
        var rows = budget.Select(chapter => Row(Named(chapter.Code, chapter.Name), chapter.Months, isTotal: false)).ToList();
        rows.Add(Row(Say("Total", "Total"), [.. Enumerable.Range(0, 12).Select(month => Sum(budget.Select(chapter => chapter.Months[month])))], isTotal: true));
        return new(
            Say("Importes en pesos", "Amounts in pesos"),
            [
                new(Say("Capítulo", "Chapter"), 30),
                .. Enumerable.Range(1, 12).Select(month => new SheetColumn(MonthName.Abbreviation(month).In(language), 14, SheetColumnKind.Money)),
                new(Say("Año", "Year"), 16, SheetColumnKind.Money),
            ],
            rows);
    }

    private static SheetRow Row(string name, IReadOnlyList<Money?> months, bool isTotal) =>
        new([new(name), .. months.Select(SheetCell.Of), SheetCell.Of(Sum(months))], isTotal);

    private static Money? Sum(IEnumerable<Money?> amounts) => amounts.Aggregate((Money?)null, static (sum, amount) => sum is null ? amount : amount is null ? sum : sum + amount);
}
