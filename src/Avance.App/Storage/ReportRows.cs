using Avance.Planning;
using Avance.Progress;

namespace Avance.App.Storage;

/// <summary>A report as rows of tables, and rows as the report again. What goes in comes out equal.</summary>
internal static class ReportRows
{
    private const string Owner = "entity_id, report_id, ";
    private const string HeadingColumns = "number, level, name, has_totals, approved, revised, accrued, page, line";
    private const string ProjectColumns = "number, heading, project_key, sdg_targets, name, approved, revised, accrued, municipality, locality, women, men, people, page, line";
    private const string TargetColumns = "project, number, description, unit_of_measure, original, revised, achieved, printed_rate, page, line";
    private const string ExplanationColumns = "number, project_key, project_name, explanation, page, line";

    /// <summary>A quantity as whole ten-thousandths, which both engines sum and compare exactly.</summary>
    public static long? Stored(decimal? quantity) => quantity is { } value ? (long)(value * TargetQuantity.Scale) : null;

    /// <summary>The quantity that stored ten-thousandths stand for.</summary>
    public static decimal Quantity(long stored) => TargetQuantity.Normalize(stored / TargetQuantity.Scale);

    /// <summary>Inserts everything below the report's own row.</summary>
    public static void Insert(Session session, Guid entity, Guid id, ProgressReport report)
    {
        session.Insert("report_heading", Owner + HeadingColumns, Headings(entity, id, report));
        session.Insert("report_project", Owner + ProjectColumns, Projects(entity, id, report));
        session.Insert("report_target", Owner + TargetColumns, Targets(entity, id, report));
        session.Insert("report_explanation", Owner + ExplanationColumns, Explanations(entity, id, report));
    }

    /// <summary>Reads everything below the report's own row.</summary>
    public static ProgressReport Load(Session session, Guid entityId, Guid id, PublicEntity entity, FiscalPeriod period, BudgetFigures? totals)
    {
        var targets = LoadTargets(session, entityId, id);
        var projects = LoadProjects(session, entityId, id, targets);
        return new ProgressReport
        {
            Entity = entity,
            Period = period,
            PrintedTotals = totals,
            Functions = LoadFunctions(session, entityId, id, projects),
            Explanations = session.Query(
                Select(ExplanationColumns, "report_explanation", "number"),
                static row => new DeviationExplanation(row.Text(1), row.Text(2), row.Text(3)) { Place = Place(row, 4) },
                entityId, id),
        };
    }

    /// <summary>Totals as a row keeps them: whether they were printed, and the amounts, from a column on.</summary>
    public static BudgetFigures? Totals(Row row, int column) => row.Bool(column) ? Figures(row, column + 1) : null;

    private static string Select(string columns, string table, string order) =>
        $"SELECT {columns} FROM {table} WHERE entity_id = $1 AND report_id = $2 ORDER BY {order}";

    private static IEnumerable<object?[]> Headings(Guid entity, Guid id, ProgressReport report)
    {
        var number = 0;
        foreach (var function in report.Functions)
        {
            yield return Heading(1, function.Name, function.PrintedTotals, function.Place);
            foreach (var subfunction in function.Subfunctions)
            {
                yield return Heading(2, subfunction.Name, subfunction.PrintedTotals, subfunction.Place);
                foreach (var type in subfunction.ProjectTypes)
                {
                    yield return Heading(3, type.Name, null, type.Place);
                }
            }
        }

        object?[] Heading(int level, string name, BudgetFigures? totals, SourcePlace place) =>
            [entity, id, ++number, level, name, totals is not null, totals?.Approved?.Centavos, totals?.Revised?.Centavos, totals?.Accrued?.Centavos, place.Page, place.Line];
    }

    private static IEnumerable<object?[]> Projects(Guid entity, Guid id, ProgressReport report)
    {
        var heading = 0;
        foreach (var function in report.Functions)
        {
            heading++;
            foreach (var subfunction in function.Subfunctions)
            {
                heading++;
                foreach (var type in subfunction.ProjectTypes)
                {
                    heading++;
                    foreach (var project in type.Projects)
                    {
                        yield return Project(entity, id, heading, project);
                    }
                }
            }
        }
    }

    private static object?[] Project(Guid entity, Guid id, int heading, ReportProject project) =>
    [
        entity, id, project.Number, heading, project.Key, string.Join(' ', project.SdgTargets), project.Name,
        project.Budget.Approved?.Centavos, project.Budget.Revised?.Centavos, project.Budget.Accrued?.Centavos,
        project.Municipality, project.Locality,
        project.Beneficiaries.Women, project.Beneficiaries.Men, project.Beneficiaries.People,
        project.Place.Page, project.Place.Line,
    ];

    private static IEnumerable<object?[]> Targets(Guid entity, Guid id, ProgressReport report)
    {
        foreach (var project in report.Projects)
        {
            for (var i = 0; i < project.Targets.Count; i++)
            {
                var target = project.Targets[i];
                yield return
                [
                    entity, id, project.Number, i + 1, target.Description, target.UnitOfMeasure,
                    Stored(target.Original), Stored(target.Revised), Stored(target.Achieved), Stored(target.PrintedRate),
                    target.Place.Page, target.Place.Line,
                ];
            }
        }
    }

    private static IEnumerable<object?[]> Explanations(Guid entity, Guid id, ProgressReport report)
    {
        for (var i = 0; i < report.Explanations.Count; i++)
        {
            var explanation = report.Explanations[i];
            yield return [entity, id, i + 1, explanation.Key, explanation.ProjectName, explanation.Text, explanation.Place.Page, explanation.Place.Line];
        }
    }

    private static List<ReportFunction> LoadFunctions(Session session, Guid entity, Guid id, Dictionary<int, List<ReportProject>> projects)
    {
        var functions = new List<ReportFunction>();
        var subfunctions = new List<ReportSubfunction>();
        var types = new List<ReportProjectType>();
        session.Each(
            Select(HeadingColumns, "report_heading", "number"),
            row =>
            {
                var (name, totals, place) = (row.Text(2), Totals(row, 3), Place(row, 7));
                switch (row.Int(1))
                {
                    case 1:
                        subfunctions = [];
                        functions.Add(new ReportFunction(name, totals, subfunctions) { Place = place });
                        break;
                    case 2:
                        types = [];
                        subfunctions.Add(new ReportSubfunction(name, totals, types) { Place = place });
                        break;
                    default:
                        types.Add(new ReportProjectType(name, ListOf(projects, row.Int(0))) { Place = place });
                        break;
                }
            },
            entity, id);
        return functions;
    }

    private static Dictionary<int, List<ReportProject>> LoadProjects(Session session, Guid entity, Guid id, Dictionary<int, List<ReportTarget>> targets)
    {
        var byHeading = new Dictionary<int, List<ReportProject>>();
        session.Each(
            Select(ProjectColumns, "report_project", "number"),
            row =>
            {
                var project = new ReportProject
                {
                    Number = row.Int(0),
                    Key = row.Text(2),
                    SdgTargets = row.Text(3).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    Name = row.Text(4),
                    Targets = ListOf(targets, row.Int(0)),
                    Budget = Figures(row, 5),
                    Municipality = row.Text(8),
                    Locality = row.Text(9),
                    Beneficiaries = new(row.OptionalLong(10), row.OptionalLong(11), row.OptionalLong(12)),
                    Place = Place(row, 13),
                };
                ListOf(byHeading, row.Int(1)).Add(project);
            },
            entity, id);
        return byHeading;
    }

    private static Dictionary<int, List<ReportTarget>> LoadTargets(Session session, Guid entity, Guid id)
    {
        var byProject = new Dictionary<int, List<ReportTarget>>();
        session.Each(
            Select(TargetColumns, "report_target", "project, number"),
            row =>
            {
                var target = new ReportTarget(row.Text(2), row.Text(3), Quantity(row, 4), Quantity(row, 5), Quantity(row, 6), Quantity(row, 7))
                {
                    Place = Place(row, 8),
                };
                ListOf(byProject, row.Int(0)).Add(target);
            },
            entity, id);
        return byProject;
    }

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int number)
    {
        if (!lists.TryGetValue(number, out var list))
        {
            lists.Add(number, list = []);
        }

        return list;
    }

    private static BudgetFigures Figures(Row row, int column) => new(row.OptionalMoney(column), row.OptionalMoney(column + 1), row.OptionalMoney(column + 2));

    private static decimal? Quantity(Row row, int column) => row.OptionalLong(column) is { } value ? Quantity(value) : null;

    private static SourcePlace Place(Row row, int column) => new(row.Int(column), row.Int(column + 1));
}
