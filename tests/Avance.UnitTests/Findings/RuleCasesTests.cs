using Avance.Findings;
using Avance.Progress;
using Avance.UnitTests.Building;
using Xunit;
using static Avance.UnitTests.Building.ReportBuilder;

namespace Avance.UnitTests.Findings;

/// <summary>
/// Each rule with reports that break it, that keep it, that stand on its boundary, and that lack a figure. The expected
/// findings are named by their subject; none means that the rule must say nothing.
/// </summary>
public sealed class RuleCasesTests
{
    private const string Subfunction = "ORGANIZACIÓN DE PROCESOS ELECTORALES";
    private const string Function = "COORDINACIÓN DE LA POLÍTICA DE GOBIERNO";
    private const string About = "Justificación de A001";

    private static readonly Case[] Cases =
    [
        new("AVP-001", "sum equals total", Report().Project().Project().Subfunction(totals: Pesos(200m, 200m, 150m)).Build()),
        new("AVP-001", "one centavo less", Report().Project().Project().Subfunction(totals: Pesos(200m, 200.01m, 150m)).Build(), Subfunction),
        new("AVP-001", "all columns", Report().Project().Subfunction(totals: Pesos(1m, 2m, 3m)).Build(), Subfunction, Subfunction, Subfunction),
        new("AVP-001", "absent part", Report().Project(budget: Pesos(null, 100m, 75m)).Subfunction(totals: Pesos(999m, 100m, 75m)).Build()),
        new("AVP-001", "absent total", Report().Project().Subfunction(totals: Pesos(100m, null, 75m)).Build()),
        new("AVP-001", "tolerance", Report().Project().Subfunction(totals: Pesos(100m, 100.99m, 75m)).Build(), new CheckSettings { SmallestDifference = new(100) }),
        new("AVP-001", "at the tolerance", Report().Project().Subfunction(totals: Pesos(100m, 101m, 75m)).Build(), new CheckSettings { SmallestDifference = new(100) }, Subfunction),

        new("AVP-002", "function and entity add up", TwoSubfunctions(Pesos(200m, 200m, 150m)).Build(Pesos(200m, 200m, 150m))),
        new("AVP-002", "function differs", TwoSubfunctions(Pesos(200m, 200m, 151m)).Build(), Function),
        new("AVP-002", "entity differs", TwoSubfunctions(null).Build(Pesos(201m, 200m, 150m)), "IEPC"),
        new("AVP-002", "nothing printed", TwoSubfunctions(null).Build()),
        new("AVP-002", "absent project", Report().Project(budget: Pesos(null, null, null)).Build(Pesos(1m, 1m, 1m))),

        new("AVP-003", "rate follows", With(Target())),
        new("AVP-003", "rate differs", With(Target() with { PrintedRate = 75.01m }), "A001 (1), meta 1"),
        new("AVP-003", "rounded up at the tie", With(Target(revised: 800m, achieved: 1m) with { PrintedRate = 0.13m })),
        new("AVP-003", "rounded down at the tie", With(Target(revised: 800m, achieved: 1m) with { PrintedRate = 0.12m }), "A001 (1), meta 1"),
        new("AVP-003", "ties to even tolerated", With(Target(revised: 800m, achieved: 1m) with { PrintedRate = 0.12m }), new CheckSettings { RateTolerance = 0.01m }),
        new("AVP-003", "absent rate", With(Target() with { PrintedRate = null })),
        new("AVP-003", "absent quantity", With(Target(achieved: null) with { PrintedRate = 75m })),
        new("AVP-003", "zero of zero is 0.00", With(Target(revised: 0m, achieved: 0m) with { PrintedRate = 0m })),

        new("AVP-004", "adds up", People(3, 4, 7)),
        new("AVP-004", "one too many", People(3, 4, 8), "A001 (1)"),
        new("AVP-004", "absent", People(3, null, 8)),

        new("AVP-005", "accrued equals revised", Money(100m, 100m, 100m)),
        new("AVP-005", "a centavo above", Money(100m, 100m, 100.01m), "A001 (1)"),
        new("AVP-005", "absent revised", Money(100m, null, 100.01m)),

        new("AVP-008", "zeros", Report().Project(budget: Pesos(0m, 0m, 0m), targets: [Target(0m, 0m, 0m)], people: new(0, 0, 0)).Build()),
        new("AVP-008", "every field", Report().Project(budget: Pesos(-0.01m, -1m, -1m), targets: [Target(-1m, -1m, -1m)], people: new(-1, -1, -2)).Build(),
            "A001 (1)", "A001 (1)", "A001 (1)", "A001 (1), meta 1", "A001 (1), meta 1", "A001 (1), meta 1", "A001 (1)", "A001 (1)", "A001 (1)"),
        new("AVP-008", "absent", Report().Project(budget: Pesos(null, null, null), targets: [Target(null, null, null)], people: default(Beneficiaries)).Build()),

        new("AVP-011", "different keys", Report().Project("A001").Project("A002").Build()),
        new("AVP-011", "three times", Report().Project("A001").Project("A002").Project("A001").Project("A001").Build(), "A001 (1), A001 (3) y A001 (4)"),

        new("AVP-012", "one name, two keys", Report().Project("A001", "Gestión  electoral").Project("E001", "GESTION ELECTORAL").Build(), "A001 (1) y E001 (2)"),
        new("AVP-012", "one name, one key", Report().Project("A001", "GESTIÓN").Project("A001", "GESTIÓN").Build()),
        new("AVP-012", "blank names", Report().Project("A001", "").Project("E001", "").Build()),

        new("AVP-013", "whole amount moved", Twins(Pesos(500m, 0m, 0m), Pesos(0m, 500m, 0m)), "A001 (1) y E001 (2)"),
        new("AVP-013", "a centavo less", Twins(Pesos(500m, 0m, 0m), Pesos(0m, 499.99m, 0m))),
        new("AVP-013", "origin keeps money", Twins(Pesos(500m, 1m, 0m), Pesos(0m, 500m, 0m))),
        new("AVP-013", "both at zero", Twins(Pesos(0m, 0m, 0m), Pesos(0m, 0m, 0m))),
        new("AVP-013", "absent", Twins(Pesos(null, 0m, 0m), Pesos(0m, null, 0m))),

        new("AVP-014", "no progress", With(Target(achieved: 0m)), "A001 (1), meta 1"),
        new("AVP-014", "explained", Report().Project(targets: [Target(achieved: 0m)]).Explain("A001").Build()),
        new("AVP-014", "explained with nothing", Report().Project(targets: [Target(achieved: 0m)]).Explain("A001", " ").Build(), "A001 (1), meta 1"),
        new("AVP-014", "another is explained", Report().Project(targets: [Target(achieved: 0m)]).Explain("A002").Build(), "A001 (1), meta 1"),
        new("AVP-014", "zero target", With(Target(revised: 0m, achieved: 0m))),
        new("AVP-014", "absent progress", With(Target(achieved: null))),
        new("AVP-014", "repeated key, explained by name", Repeated().Explain("A001", name: "Segundo proyecto").Build(), "A001 (1), meta 1"),
        new("AVP-014", "repeated key, name resembles the first", Repeated().Explain("A001", name: "Primer proyecto bis").Build(), "A001 (2), meta 1"),
        new("AVP-014", "repeated key, name resembles none", Repeated().Explain("A001", name: "Otra cosa").Build()),

        new("AVP-015", "exactly one hundred", With(Target(achieved: 12m))),
        new("AVP-015", "over one hundred", With(Target(achieved: 13m)), "A001 (1), meta 1"),
        new("AVP-015", "explained", Report().Project(targets: [Target(achieved: 13m)]).Explain("A001").Build()),
        new("AVP-015", "within the tolerance", With(Target(achieved: 13m)), new CheckSettings { OverFulfilmentTolerance = 10m }),
        new("AVP-015", "absent", With(Target(revised: null, achieved: 13m))),

        new("AVP-016", "at the limit", With(Target(100m, 100m, 65m))),
        new("AVP-016", "below the limit", With(Target(100m, 100m, 64.99m)), "A001 (1), meta 1"),
        new("AVP-016", "zero is another rule", With(Target(achieved: 0m))),
        new("AVP-016", "first quarter", Report(1).Project(targets: [Target(100m, 100m, 15m), Target(100m, 100m, 14m)]).Build(), "A001 (1), meta 2"),
        new("AVP-016", "explained", Report().Project(targets: [Target(100m, 100m, 1m)]).Explain("A001").Build()),

        new("AVP-017", "spending, all targets at zero", Report().Project(targets: [Target(achieved: 0m), Target(achieved: 0m)]).Build(), "A001 (1)"),
        new("AVP-017", "one target moves", Report().Project(targets: [Target(achieved: 0m), Target()]).Build()),
        new("AVP-017", "one target unknown", Report().Project(targets: [Target(achieved: 0m), Target(achieved: null)]).Build()),
        new("AVP-017", "no targets", Report().Project(targets: []).Build()),
        new("AVP-017", "no spending", Report().Project(budget: Pesos(100m, 100m, 0m), targets: [Target(achieved: 0m)]).Build()),

        new("AVP-018", "progress without spending", Money(100m, 100m, 0m), "A001 (1)"),
        new("AVP-018", "a centavo", Money(100m, 100m, 0.01m)),
        new("AVP-018", "absent", Money(100m, 100m, null)),

        new("AVP-019", "twenty-five points", Money(100m, 100m, 50m)),
        new("AVP-019", "over twenty-five points", Money(100m, 100m, 49.99m), "A001 (1)"),
        new("AVP-019", "the mean is not capped", Report().Project(targets: [Target(achieved: 24m), Target(achieved: 0m)]).Build()),
        new("AVP-019", "one rate unknown", Report().Project(budget: Pesos(100m, 100m, 1m), targets: [Target(), Target(achieved: null)]).Build()),
        new("AVP-019", "no budget", Money(100m, 0m, 0m)),

        new("AVP-020", "no budget, targets kept", Money(100m, 0m, 0m), "A001 (1)"),
        new("AVP-020", "no budget, targets at zero", Report().Project(budget: Pesos(100m, 0m, 0m), targets: [Target(revised: 0m, achieved: 0m)]).Build()),
        new("AVP-020", "absent", Money(100m, null, 0m)),

        new("AVP-021", "exactly five per cent", Money(100m, 5m, 5m)),
        new("AVP-021", "under five per cent", Money(100m, 4.99m, 4m), "A001 (1)"),
        new("AVP-021", "nothing left", Money(100m, 0m, 0m)),
        new("AVP-021", "absent", Money(null, 4.99m, 4m)),

        new("AVP-022", "born by amendment", Money(0m, 100m, 75m), "A001 (1)"),
        new("AVP-022", "original target at zero", Report().Project(budget: Pesos(0m, 100m, 75m), targets: [Target(original: 0m)]).Build()),
        new("AVP-022", "absent approved", Money(null, 100m, 75m)),

        new("AVP-023", "exactly twenty-five per cent", Money(100m, 125m, 90m)),
        new("AVP-023", "over twenty-five per cent", Money(100m, 125.01m, 90m), "A001 (1)"),
        new("AVP-023", "over by falling", Money(100m, 74.99m, 60m), "A001 (1)"),
        new("AVP-023", "explained all the same", Report().Project(budget: Pesos(100m, 150m, 90m)).Explain("A001").Build(), "A001 (1)"),
        new("AVP-023", "some target unknown", Report().Project(budget: Pesos(100m, 150m, 90m), targets: [Target(), Target(original: null)]).Build()),
        new("AVP-023", "target amended without explanation", With(Target(original: 11m)), "A001 (1), meta 1"),
        new("AVP-023", "target amended with explanation", Report().Project(budget: Pesos(100m, 150m, 90m), targets: [Target(original: 11m)]).Explain("A001").Build()),

        new("AVP-024", "budgets amended, targets not", Report().Project(budget: Pesos(100m, 101m, 75m)).Project().Build(), "IEPC"),
        new("AVP-024", "one target amended", Report().Project(budget: Pesos(100m, 101m, 75m)).Project(targets: [Target(original: 11m)]).Build()),
        new("AVP-024", "nothing amended", Report().Project().Build()),
        new("AVP-024", "targets unknown", Report().Project(budget: Pesos(100m, 101m, 75m), targets: [Target(original: null)]).Build()),

        new("AVP-025", "copied", Report().Project(people: new(1, 2, 3)).Project().Project(people: new(1, 2, 3)).Build(), "A001 (1) y A001 (3)"),
        new("AVP-025", "zeros are not copies", Report().Project(people: new(0, 0, 0)).Project(people: new(0, 0, 0)).Build()),
        new("AVP-025", "absent is not a copy", Report().Project(people: new(1, null, 3)).Project(people: new(1, null, 3)).Build()),
        new("AVP-025", "one differs", Report().Project(people: new(1, 2, 3)).Project(people: new(2, 1, 3)).Build()),

        new("AVP-026", "progress for nobody", People(0, 0, 0), "A001 (1)"),
        new("AVP-026", "progress for somebody", People(1, 0, 1)),
        new("AVP-026", "absent", People(null, null, null)),

        new("AVP-027", "people without progress", With(Target(achieved: 0m)), "A001 (1)"),
        new("AVP-027", "progress unknown", With(Target(achieved: null))),
        new("AVP-027", "nobody", Report().Project(targets: [Target(achieved: 0m)], people: new(0, 0, 0)).Build()),

        new("AVP-028", "all of Chiapas", People(2_837_881, 2_705_947, 5_543_828)),
        new("AVP-028", "one woman more", People(2_837_882, 0, 2_837_882), "A001 (1)"),
        new("AVP-028", "one man more", People(null, 2_705_948, null), "A001 (1)"),
        new("AVP-028", "a municipality", Report().Project(people: new(2_000_000, 0, 2_000_000), municipality: "TUXTLA GUTIERREZ", locality: "").Build(), "A001 (1)"),
        new("AVP-028", "unknown place", Report().Project(people: new(9_000_000, 0, 9_000_000), municipality: "Macondo", locality: "").Build()),

        new("AVP-029", "women only", People(35, 0, 35), "A001 (1)"),
        new("AVP-029", "men only", People(0, 35, 35), "A001 (1)"),
        new("AVP-029", "nobody", People(0, 0, 0)),
        new("AVP-029", "absent", People(35, null, 35)),

        new("AVP-030", "known", Place("SAN CRISTÓBAL DE LAS CASAS", "")),
        new("AVP-030", "unknown", Place("Macondo", ""), "A001 (1)"),
        new("AVP-030", "literal", Place("Cobertura Estatal", "Cobertura Estatal")),
        new("AVP-030", "blank", Place("", "")),

        new("AVP-031", "locality with state coverage", Place("COBERTURA ESTATAL", "Copoya"), "A001 (1)"),
        new("AVP-031", "locality with municipality", Place("Tuxtla Gutiérrez", "Copoya")),
        new("AVP-031", "blank locality", Place("Cobertura Estatal", "")),

        new("AVP-032", "letters and tens", Report().Project(sdg: "16.10 1.A 5.c").Build()),
        new("AVP-032", "does not exist", Report().Project(sdg: "16.7 16.13 18.1").Build(), "A001 (1)", "A001 (1)"),
        new("AVP-033", "not aligned", Report().Project(sdg: "").Build(), "A001 (1)"),
        new("AVP-033", "aligned", Report().Project().Build()),

        new("AVP-035", "percentage of actions", With(Target(description: "PORCENTAJE de acciones")), "A001 (1), meta 1"),
        new("AVP-035", "percentage of percentage", With(Target(description: "Porcentaje de acciones", unit: "Porcentaje"))),
        new("AVP-035", "percentage sign", With(Target(description: "Porcentaje de acciones", unit: "%"))),
        new("AVP-035", "no unit", With(Target(description: "Porcentaje de acciones", unit: ""))),
        new("AVP-035", "another word", With(Target(description: "Porcentajes acumulados"))),

        new("AVP-036", "cut name", Report().Project(name: "SISTEMA DE CALIDAD (SEGUNDA").Explain("A001", name: "Sistema de Calidad (Segunda Etapa)").Build(), "A001 (1)"),
        new("AVP-036", "same name", Report().Project(name: "SISTEMA").Explain("A001", name: "Sistema").Build()),
        new("AVP-036", "no name", Report().Project(name: "SISTEMA").Explain("A001").Build()),

        new("AVP-037", "misspelt", Cites("se pasó al proyecto Sistema integral de la información geográfica."), About),
        new("AVP-037", "exact but for case and accents", Cites("se pasó al proyecto «Sistema integral de informacion geográfica»; después")),
        new("AVP-037", "quoted and unknown", Cites("se pasó al proyecto «Puentes y caminos rurales» del estado"), About),
        new("AVP-037", "name of another", Report().Project(name: "UNO").Explain("A001", name: "Otro distinto").Build(), About),
        new("AVP-037", "no name cited", Cites("el proyecto no registra avance. El Proyecto Ejecutivo sigue en revisión.")),

        new("AVP-038", "found", Cites("se transfirieron 75.00 pesos y $100.00 al área")),
        new("AVP-038", "not found", Cites("se transfirieron $ 1,234.56 al área y 1 234.57 a otra"), About, About),
        new("AVP-038", "not money", Cites("con el acuerdo 005/2023, la norma 54001:2019, 12.50 % y 1,500 personas")),

        new("AVP-039", "short", Report().Project().Explain("A001", "Sin comentarios.").Build(), About),
        new("AVP-039", "one character too few", Report().Project().Explain("A001", new string('x', 49)).Build(), About),
        new("AVP-039", "just enough", Report().Project().Explain("A001", new string('x', 50)).Build()),
        new("AVP-039", "repeated", Report().Project().Explain("A001").Build(), [Report(2).Project().Explain("A001").Build()], About),
        new("AVP-039", "another project's words", Report().Project().Explain("A001").Build(), [Report(2).Project("A002").Explain("A002").Build()]),
        new("AVP-039", "repeated from two quarters ago", Report().Project().Explain("A001").Build(),
            [Report(2).Project().Build(), Report(1).Project().Explain("A001").Build()]),

        new("AVP-040", "no such project", Report().Project().Explain("A009").Build(), "Justificación de A009"),
        new("AVP-040", "its project", Report().Project().Explain("A001").Build()),

        new("AVP-042", "went down", With(Target(achieved: 9m)), [Before(2, Target(achieved: 10m))], "A001 (1), meta 1"),
        new("AVP-042", "stayed", With(Target(achieved: 9m)), [Before(2, Target(achieved: 9m))]),
        new("AVP-042", "another year", With(Target(achieved: 9m)), [new ReportBuilder(2022, 4).Project().Build()]),
        new("AVP-042", "unknown then", With(Target(achieved: 9m)), [Before(2, Target(achieved: null))]),
        new("AVP-042", "moved place", Report().Project(targets: [Target(description: "Uno", achieved: 1m), Target(description: "Dos", achieved: 9m)]).Build(),
            [Before(2, Target(description: "DOS", achieved: 8m), Target(description: "uno", achieved: 3m))], "A001 (1), meta 1"),
        new("AVP-042", "a later report is no past", With(Target(achieved: 9m)), [Before(4, Target(achieved: 12m))]),

        new("AVP-043", "went down", Money(100m, 100m, 75m), [Report(2).Project(budget: Pesos(100m, 100m, 75.01m)).Build()], "A001 (1)"),
        new("AVP-043", "stayed", Money(100m, 100m, 75m), [Report(2).Project().Build()]),
        new("AVP-043", "renamed, key stands once", Report().Project(name: "NUEVO NOMBRE").Build(), [Report(2).Project(budget: Pesos(100m, 100m, 80m)).Build()], "A001 (1)"),
        new("AVP-043", "renamed, key repeated", Report().Project(name: "NUEVO").Project(name: "OTRO").Build(), [Report(2).Project(budget: Pesos(100m, 100m, 80m)).Build()]),

        new("AVP-044", "approved changed", Money(101m, 100m, 75m), [Report(2).Project().Build()], "A001 (1)"),
        new("AVP-044", "approved kept", Money(100m, 90m, 75m), [Report(2).Project().Build()]),
        new("AVP-044", "absent then", Money(101m, 100m, 75m), [Report(2).Project(budget: Pesos(null, 100m, 50m)).Build()]),

        new("AVP-045", "original changed", With(Target(original: 13m)), [Before(2, Target())], "A001 (1), meta 1"),
        new("AVP-045", "revised changed", With(Target(revised: 13m)), [Before(2, Target())]),

        new("AVP-048", "progress on zero", With(Target(revised: 0m, achieved: 1m)), "A001 (1), meta 1"),
        new("AVP-048", "zero on zero", With(Target(revised: 0m, achieved: 0m))),
        new("AVP-048", "absent", With(Target(revised: null, achieved: 1m))),

        new("AVP-049", "half a meeting", With(Target(achieved: 9.50m, unit: "Reuniones")), "A001 (1), meta 1"),
        new("AVP-049", "half a kilometre", With(Target(achieved: 9.50m, unit: "Kilómetro"))),
        new("AVP-049", "whole", With(Target(achieved: 9.00m))),

        new("AVP-060", "known", Report().Project().Build()),
        new("AVP-060", "unknown function", Report().Project().Function("COORDINACIÓN DE LO DEMÁS").Build(), "COORDINACIÓN DE LO DEMÁS"),
        new("AVP-060", "subfunction of another function", Report().Project().Subfunction("DERECHOS HUMANOS").Build(), "DERECHOS HUMANOS"),
        new("AVP-060", "before the classification", new ReportBuilder(2009, 4).Project().Function("COORDINACIÓN DE LO DEMÁS").Build()),

        new("AVP-065", "three reports", With(Target(achieved: 13m)), [Before(2, Target(achieved: 13m)), Before(1, Target(achieved: 13m))], "A001 (1), meta 1"),
        new("AVP-065", "two reports", With(Target(achieved: 13m)), [Before(2, Target(achieved: 13m)), Before(1, Target())]),
        new("AVP-065", "not any more", With(Target()), [Before(2, Target(achieved: 13m)), Before(1, Target(achieved: 13m))]),

        new("AVP-066", "exactly forty per cent", Shares(40m, 30m, 30m)),
        new("AVP-066", "over forty per cent", Shares(40.01m, 30m, 29.99m), "A001 (1)"),
        new("AVP-066", "too few to tell", Shares(60m, 40m)),
        new("AVP-066", "absent", Shares(60m, 20m, null)),

        new("AVP-067", "exactly forty per cent", Money(100m, 100m, 40m)),
        new("AVP-067", "under forty per cent", Money(100m, 100m, 39.99m), "A001 (1)"),
        new("AVP-067", "first quarter", Report(1).Project(budget: Pesos(100m, 100m, 13.33m)).Project(budget: Pesos(100m, 100m, 13.34m)).Build(), "A001 (1)"),
        new("AVP-067", "fourth quarter", Report(4).Project(budget: Pesos(100m, 100m, 53.33m)).Project(budget: Pesos(100m, 100m, 53.34m)).Build(), "A001 (1)"),
        new("AVP-067", "no budget", Money(100m, 0m, 0m)),

        new("AVP-068", "last day", Report().Project().Build(), new DateOnly(2023, 10, 30)),
        new("AVP-068", "a day late", Report().Project().Build(), new DateOnly(2023, 10, 31), "IEPC"),
        new("AVP-068", "unknown day", Report().Project().Build()),
    ];

    public static TheoryData<string> Names { get; } = [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_what_breaks_the_rule_and_nothing_else(string name)
    {
        var (rule, _, context, subjects) = Cases.Single(c => c.Name == name);
        var findings = RuleCatalogue.Find(rule)!.Check(context).ToList();
        Assert.Equal(subjects, findings.Select(f => f.Subject.Spanish));
        Assert.All(findings, f => Assert.Equal(rule, f.RuleId));
        Assert.All(findings, f => Assert.NotEqual(f.Message.Spanish, f.Message.English));
    }

    [Fact]
    public void Every_rule_that_checks_is_seen_both_speaking_and_silent()
    {
        var checking = RuleCatalogue.All.Where(r => r.Application == RuleApplication.Report).Select(r => r.Id).ToList();
        Assert.Equal(checking, Cases.Where(c => c.Subjects.Length > 0).Select(c => c.Rule).Distinct());
        Assert.Equal(checking, Cases.Where(c => c.Subjects.Length == 0).Select(c => c.Rule).Distinct());
    }

    [Fact]
    public void An_ordinary_report_has_no_findings() =>
        Assert.Empty(ReportChecker.Check(new CheckContext { Report = Report().Project("A001").Project("A002").Project("A003").Build() }).Findings);

    private static ReportBuilder Report(int quarter = 3) => new(quarter: quarter);

    private static ProgressReport With(ReportTarget target) => Report().Project(targets: [target]).Build();

    private static ProgressReport Before(int quarter, params ReportTarget[] targets) => Report(quarter).Project(targets: targets).Build();

    private static ProgressReport Money(decimal? approved, decimal? revised, decimal? accrued) => Report().Project(budget: Pesos(approved, revised, accrued)).Build();

    private static ProgressReport People(long? women, long? men, long? people) => Report().Project(people: new(women, men, people)).Build();

    private static ProgressReport Place(string municipality, string locality) => Report().Project(municipality: municipality, locality: locality).Build();

    private static ProgressReport Twins(BudgetFigures first, BudgetFigures second) =>
        Report().Project("A001", "GESTIÓN", first).Project("E001", "Gestión", second).Build();

    private static ProgressReport Shares(params decimal?[] revised) =>
        revised.Aggregate(Report(), (report, amount) => report.Project(budget: Pesos(amount, amount, amount))).Build();

    private static ProgressReport Cites(string text) => Report()
        .Project("A001", "PROMOCIÓN").Project("A002", "SISTEMA INTEGRAL DE INFORMACIÓN GEOGRÁFICA").Explain("A001", text + new string('.', 50)).Build();

    private static ReportBuilder Repeated() => Report()
        .Project("A001", "PRIMER PROYECTO", targets: [Target(achieved: 0m)]).Project("A001", "SEGUNDO PROYECTO", targets: [Target(achieved: 0m)]);

    private static ReportBuilder TwoSubfunctions(BudgetFigures? totals) =>
        Report().Project().Subfunction().Project().Subfunction("OTROS", Pesos(100m, 100m, 75m)).Function(totals: totals);

    private sealed record Case(string Rule, string What, CheckContext Context, string[] Subjects)
    {
        public Case(string rule, string what, ProgressReport report, params string[] subjects)
            : this(rule, what, new CheckContext { Report = report }, subjects)
        {
        }

        public Case(string rule, string what, ProgressReport report, CheckSettings settings, params string[] subjects)
            : this(rule, what, new CheckContext { Report = report, Settings = settings }, subjects)
        {
        }

        public Case(string rule, string what, ProgressReport report, ProgressReport[] history, params string[] subjects)
            : this(rule, what, new CheckContext { Report = report, History = history }, subjects)
        {
        }

        public Case(string rule, string what, ProgressReport report, DateOnly publishedOn, params string[] subjects)
            : this(rule, what, new CheckContext { Report = report, PublishedOn = publishedOn }, subjects)
        {
        }

        public string Name => $"{Rule} {What}";
    }
}
