using Avance.Planning;
using Avance.Progress;
using CsCheck;

namespace Avance.UnitTests.Building;

/// <summary>
/// Random reports that any format must bring back unchanged. Canonical: texts have single spaces and none at the ends,
/// every target has a description and a unit, quantities have two to four decimals, projects are numbered as printed.
/// </summary>
public static class ReportGen
{
    private const string Letters =
        "abcdefghijklmnopqrstuvwxyzáéíóúüñABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑ0123456789.,;:()/%-–—\"'«»“”’¿?¡!&<>#*+=@_|\\°ºª$€";

    private static readonly Gen<string> Word = Gen.Frequency(
        (6, Gen.OneOf(
            "Porcentaje", "de", "acciones", "Número", "la", "gestión", "realizadas", "Política", "y", "Índice", "2023", "N/R", "&amp;", "<b>", "«Etapa»", "1", "000.00")),
        (4, Gen.String[Gen.Char[Letters], 1, 14]));

    /// <summary>The entity of every generated report.</summary>
    public static PublicEntity Entity { get; } = new("IEPC", "Instituto de Elecciones y Participación Ciudadana");

    private static readonly Gen<Money?> Amount = Gen.Frequency(
        (1, Gen.Const((Money?)null)),
        (1, Gen.Const((Money?)Money.Zero)),
        (1, Gen.Long[-99_999_99, -1].Select(c => (Money?)new Money(c))),
        (6, Gen.Long[1, 400_000_000_00].Select(c => (Money?)new Money(c))),
        (1, Gen.Long[1, 999_999_999_999_999].Select(c => (Money?)new Money(c))));

    private static readonly Gen<decimal?> Quantity = Gen.Frequency(
        (1, Gen.Const((decimal?)null)),
        (1, Gen.Const((decimal?)0.00m)),
        (6, Gen.Int[1, 3_000].Select(n => (decimal?)TargetQuantity.Normalize(n))),
        (1, Gen.Long[1, 9_999_999_999].Select(n => (decimal?)TargetQuantity.Normalize(n * 0.0001m))),
        (1, Gen.Long[1, 90_000_000_000].Select(n => (decimal?)TargetQuantity.Normalize(n * 0.01m))));

    private static readonly Gen<long?> People = Gen.Frequency(
        (1, Gen.Const((long?)null)), (1, Gen.Const((long?)0)), (6, Gen.Long[1, 2_000].Select(n => (long?)n)), (2, Gen.Long[1, 5_600_000].Select(n => (long?)n)));

    private static readonly Gen<BudgetFigures> Budget = Gen.Select(Amount, Amount, Amount, (a, r, d) => new BudgetFigures(a, r, d));

    private static readonly Gen<BudgetFigures?> PrintedBudget = Budget.Select(b => b == default ? (BudgetFigures?)null : b);

    private static readonly Gen<string> Key = Gen.Select(Gen.Char["AEGK"], Gen.Int[0, 999], (letter, number) => $"{letter}{number:000}");

    private static readonly Gen<string> Unit = Gen.Frequency(
        (8, Gen.OneOf("Acción", "Actividad", "Metros Cuadrados", "Persona atendida", "Kilómetro", "Sesión de trabajo extraordinaria", "Curso")),
        (2, Text(1, 40)));

    private static readonly Gen<string> Coverage = Gen.Frequency(
        (6, Gen.Const("Cobertura Estatal")), (1, Gen.Const("")), (2, Gen.OneOf("Tuxtla Gutiérrez", "Marqués de Comillas", "Ángel Albino Corzo")), (1, Text(1, 60)));

    private static readonly Gen<ReportTarget> Target = Gen.Select(
        Text(1, 300), Unit, Quantity, Quantity, Quantity, Gen.Frequency((8, Gen.Const(true)), (1, Gen.Const(false))),
        (description, unit, original, revised, achieved, isRated) =>
        {
            var target = new ReportTarget(description, unit, original, revised, achieved, null);
            return isRated ? target with { PrintedRate = target.FulfilmentRate } : target;
        });

    private static readonly Gen<ReportProject> Project = Gen.Select(
        Key, Gen.OneOf("16.7", "16.10", "5.c", "1.a", "17.19").Array[0, 3], Text(1, 300),
        Gen.Frequency((9, Target.Array[1, 4]), (1, Target.Array[5, 12])), Budget,
        Gen.Select(Coverage, Coverage), Gen.Select(People, People, People, (w, m, p) => new Beneficiaries(w, m, p)),
        (key, goals, name, targets, budget, place, people) => new ReportProject
        {
            Number = 1,
            Key = key,
            SdgTargets = goals,
            Name = name,
            Targets = targets,
            Budget = budget,
            Municipality = place.Item1,
            Locality = place.Item2,
            Beneficiaries = people,
        });

    private static readonly Gen<Opening> Openings = Gen.Select(
        Gen.Frequency((20, Gen.Const(0)), (3, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Const(3))),
        Text(1, 120), Text(1, 120), Text(1, 60), PrintedBudget, PrintedBudget, Gen.Bool,
        (depth, function, subfunction, type, functionTotals, totals, prints) => new Opening(
            depth, $"FUNCIÓN {function}", $"SUBFUNCIÓN {subfunction}", $"PROYECTOS DE {type}:", prints ? functionTotals : null, totals));

    private static readonly Gen<DeviationExplanation> Explanation = Gen.Select(
        Key, Text(1, 300), Gen.Frequency((4, Text(1, 900)), (1, Text(2_000, 9_000))),
        (key, name, text) => new DeviationExplanation(key, name, text));

    /// <summary>Mostly small reports, some of a page or ten, now and then four hundred projects.</summary>
    public static Gen<ProgressReport> Any { get; } = Gen.Frequency((80, Of(1, 6)), (15, Of(7, 40)), (4, Of(41, 150)), (1, Of(400, 400)));

    /// <summary>Reports with so many projects.</summary>
    public static Gen<ProgressReport> Of(int fewest, int most) => Gen.Select(
        Gen.Select(Openings, Project).Array[fewest, most], PrintedBudget, Gen.Bool, Explanation.Array[0, 4], Gen.Int[2019, 2030], Gen.Int[1, 4],
        (projects, totals, hasTotals, explanations, year, quarter) => new ProgressReport
        {
            Entity = Entity,
            Period = new FiscalPeriod(year, quarter),
            PrintedTotals = hasTotals ? totals : null,
            Functions = Tree(projects),
            Explanations = explanations,
        });

    /// <summary>Texts of words parted by single spaces, so many characters long.</summary>
    public static Gen<string> Text(int shortest, int longest) => Gen.Select(
        Gen.Int[shortest, longest], Word.Array[1 + (shortest / 4), 1 + (longest / 4)],
        (length, words) =>
        {
            var text = string.Join(' ', words);
            return text.Length <= length ? text : text[..length].TrimEnd();
        });

    private static List<ReportFunction> Tree((Opening Opening, ReportProject Project)[] projects)
    {
        var functions = new List<ReportFunction>();
        List<ReportSubfunction> subfunctions = [];
        List<ReportProjectType> types = [];
        List<ReportProject> current = [];
        foreach (var ((depth, function, subfunction, type, functionTotals, totals), project) in projects)
        {
            if (depth == 3 || functions.Count == 0)
            {
                functions.Add(new ReportFunction(function, functionTotals, subfunctions = []));
            }

            if (depth >= 2 || subfunctions.Count == 0)
            {
                subfunctions.Add(new ReportSubfunction(subfunction, totals, types = []));
            }

            if (depth >= 1 || types.Count == 0)
            {
                types.Add(new ReportProjectType(type, current = []));
            }

            current.Add(project with { Number = 1 + functions.Sum(f => f.Projects.Count()) });
        }

        return functions;
    }

    /// <summary>What a project opens before itself: 0 nothing, 1 a type, 2 a subfunction, 3 a function.</summary>
    private sealed record Opening(int Depth, string Function, string Subfunction, string Type, BudgetFigures? FunctionTotals, BudgetFigures? Totals);
}
