using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.UnitTests.Budget;

/// <summary>
/// An office with three projects, A008 and E003 in unit 06 and A008 again in unit 07, and an amendment of it that holds: it
/// moves 1 000.00 from A008 to E003 in October. Tests change one thing and see what is said.
/// </summary>
internal static class AmendmentBuilder
{
    public const string Origin = "06-R101-A008-21101-1-16";
    public const string Destination = "06-R101-E003-33401-1-16";
    public const string Salaries = "06-R101-A008-11301-1-16";
    public const string Earmarked = "07-R101-A008-21101-1-26";
    public const string Statement = "Los talleres se imparten igual con otro proveedor.";

    private static readonly Guid[] ProjectIds = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public static Amendment Holds { get; } = new()
    {
        Id = new(9, 0, 0, new byte[8]),
        Year = 2023,
        Type = AmendmentType.Transfer,
        EffectiveOn = new(2023, 10, 2),
        UnitCode = "06",
        Agreement = "IEPC/JGE-A/005/2023",
        LegalBasis = "Normas presupuestarias, art. 12",
        Justification = "Certificación de la norma ISO.",
        TargetsUnchanged = Statement,
        Lines = [new(Origin, 10, Pesos(-1_000)), new(Destination, 10, Pesos(1_000))],
    };

    public static AmendmentContext Context { get; } = new()
    {
        Year = 2023,
        IsOpen = true,
        ClosedThrough = 6,
        Lines = new[]
        {
            Line(Origin, 0, "2000", false, approved: 1_200, committed: 200),
            Line(Destination, 1, "3000", false, approved: 0, committed: 0),
            Line(Salaries, 0, "1000", false, approved: 9_000, committed: 9_000),
            Line(Earmarked, 2, "2000", true, approved: 5_000, committed: 0),
        }.ToDictionary(l => l.Key),
        RefusedLines = new Dictionary<string, LocalizedText> { ["06-NADA"] = new("La clave «06-NADA» tiene 2 segmentos y lleva 6.", "«06-NADA» has 2 segments, not 6.") },
        Projects = new[]
        {
            new AmendableProject(ProjectIds[0], "06", "A008", "Administración", new(Pesos(120_000), Pesos(120_000))),
            new AmendableProject(ProjectIds[1], "06", "E003", "Sistema de gestión de calidad", new(Pesos(0), Pesos(0))),
            new AmendableProject(ProjectIds[2], "07", "A008", "Contraloría", new(Pesos(60_000), Pesos(60_000))),
        }.ToDictionary(p => p.Id),
        Chapters = new Dictionary<string, BudgetTotal> { ["2000"] = new(Pesos(100_000), Pesos(100_000)), ["3000"] = new(Pesos(80_000), Pesos(80_000)) },
        Total = new(Pesos(180_000), Pesos(180_000)),
        Indicators = new Dictionary<AmendableIndicatorKey, AmendableIndicator>
        {
            [new("06", "E003", 1)] = new(new(7, 0, 0, new byte[8]), ProjectIds[1], "Porcentaje de auditorías", "Auditoría", AccumulationRule.Sum, MeasurementFrequency.Quarterly, Targets()),
            [new("06", "A008", 1)] = new(new(8, 0, 0, new byte[8]), ProjectIds[0], "Porcentaje de informes", "Informe", AccumulationRule.Sum, MeasurementFrequency.Quarterly, Targets([.. Enumerable.Repeat<decimal?>(2, 12)], [.. Enumerable.Repeat<decimal?>(2, 9)])),
        },
    };

    public static Money Pesos(decimal pesos) => Money.FromPesos(pesos);

    /// <summary>A line with the same amounts in each month.</summary>
    private static AmendableLine Line(string key, int project, string chapter, bool isEarmarked, decimal approved, decimal committed)
    {
        var balance = new LineBalance();
        for (var month = 1; month <= 12; month++)
        {
            balance.Add(BudgetStage.Approved, month, Pesos(approved));
            balance.Add(BudgetStage.Committed, month, Pesos(committed));
        }

        return new(key, ProjectIds[project], chapter, isEarmarked, IsNew: approved == 0, balance);
    }

    /// <summary>The same office, where A008 covers 80, 85, 90 and 95 % at the end of each quarter and reached the first three.</summary>
    public static AmendmentContext Coverage(AccumulationRule rule) => Context with
    {
        Indicators = new Dictionary<AmendableIndicatorKey, AmendableIndicator>
        {
            [new("06", "A008", 1)] = new(new(8, 0, 0, new byte[8]), ProjectIds[0], "Cobertura", "Porcentaje", rule, MeasurementFrequency.Quarterly, Targets(
                [null, null, 80, null, null, 85, null, null, 90, null, null, 95], [null, null, 80, null, null, 85, null, null, 90])),
        },
    };

    /// <summary>Twelve months programmed, of which some are achieved.</summary>
    public static TargetBalance Targets(decimal?[]? original = null, decimal?[]? achieved = null)
    {
        var balance = new TargetBalance();
        Add(TargetStage.Original, original ?? []);
        Add(TargetStage.Achieved, achieved ?? []);
        return balance;

        void Add(TargetStage stage, decimal?[] months)
        {
            for (var i = 0; i < months.Length; i++)
            {
                if (months[i] is { } quantity)
                {
                    balance.Add(stage, i + 1, quantity);
                }
            }
        }
    }
}
