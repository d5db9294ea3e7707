using Avance.Planning;
using Avance.Progress;

namespace Avance.UnitTests.Building;

/// <summary>
/// Makes small reports in a line or two. What is not said is ordinary: a project with half its life behind it, on pace,
/// in which no rule finds anything.
/// </summary>
internal sealed class ReportBuilder(int year = 2023, int quarter = 3)
{
    private readonly List<ReportProject> _projects = [];
    private readonly List<DeviationExplanation> _explanations = [];
    private readonly List<ReportFunction> _functions = [];
    private readonly List<ReportSubfunction> _subfunctions = [];
    private int _number;

    /// <summary>A target: twelve actions a year, nine done, and the rate that follows.</summary>
    public static ReportTarget Target(
        decimal? original = 12.00m, decimal? revised = 12.00m, decimal? achieved = 9.00m, string description = "Acciones realizadas", string unit = "Acción")
    {
        var target = new ReportTarget(description, unit, original, revised, achieved, null);
        return target with { PrintedRate = target.FulfilmentRate };
    }

    /// <summary>Amounts in pesos; null is an absent figure.</summary>
    public static BudgetFigures Pesos(decimal? approved, decimal? revised, decimal? accrued) => new(Peso(approved), Peso(revised), Peso(accrued));

    /// <summary>A project, on pace unless said otherwise.</summary>
    public ReportBuilder Project(
        string key = "A001",
        string? name = null,
        BudgetFigures? budget = null,
        IReadOnlyList<ReportTarget>? targets = null,
        Beneficiaries? people = null,
        string municipality = "Cobertura Estatal",
        string locality = "Cobertura Estatal",
        string sdg = "16.7")
    {
        _number++;
        _projects.Add(new ReportProject
        {
            Number = _number,
            Key = key,
            SdgTargets = sdg.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Name = name ?? $"PROYECTO DE PRUEBA {_number}",
            Targets = targets ?? [Target()],
            Budget = budget ?? Pesos(100m, 100m, 75m),
            Municipality = municipality,
            Locality = locality,
            Beneficiaries = people ?? new(10 + _number, 10, 20 + _number),
        });
        return this;
    }

    /// <summary>An explanation, long enough to say something.</summary>
    public ReportBuilder Explain(string key, string? text = null, string name = "") => With(new DeviationExplanation(
        key, name, text ?? "La contratación se aplazó por falta de proveedores y se cumplirá en el cuarto trimestre."));

    /// <summary>Closes a subfunction with the projects so far.</summary>
    public ReportBuilder Subfunction(string name = "ORGANIZACIÓN DE PROCESOS ELECTORALES", BudgetFigures? totals = null)
    {
        _subfunctions.Add(new ReportSubfunction(name, totals, [new ReportProjectType("PROYECTOS DE GASTO CORRIENTE:", [.. _projects])]));
        _projects.Clear();
        return this;
    }

    /// <summary>Closes a function with the subfunctions so far.</summary>
    public ReportBuilder Function(string name = "COORDINACIÓN DE LA POLÍTICA DE GOBIERNO", BudgetFigures? totals = null)
    {
        if (_projects.Count > 0 || _subfunctions.Count == 0)
        {
            Subfunction();
        }

        _functions.Add(new ReportFunction(name, totals, [.. _subfunctions]));
        _subfunctions.Clear();
        return this;
    }

    /// <summary>The report.</summary>
    public ProgressReport Build(BudgetFigures? totals = null)
    {
        if (_projects.Count > 0 || _subfunctions.Count > 0 || _functions.Count == 0)
        {
            Function();
        }

        return new ProgressReport
        {
            Entity = new PublicEntity("IEPC", "Instituto de Elecciones y Participación Ciudadana"),
            Period = new FiscalPeriod(year, quarter),
            PrintedTotals = totals,
            Functions = _functions,
            Explanations = _explanations,
        };
    }

    private static Money? Peso(decimal? pesos) => pesos is { } amount ? Money.FromPesos(amount) : null;

    private ReportBuilder With(DeviationExplanation explanation)
    {
        _explanations.Add(explanation);
        return this;
    }
}
