using System.Diagnostics;
using Avance.Findings;
using Avance.Progress;
using Avance.UnitTests.Building;
using CsCheck;
using Xunit;
using static Avance.UnitTests.Building.ReportBuilder;

namespace Avance.UnitTests.Findings;

public sealed class AnyReportTests
{
    [Fact]
    public void No_report_breaks_a_rule() => Gen.Select(ReportGen.Any, ReportGen.Any, Gen.Bool).Sample(
        (report, other, followsItself) =>
        {
            var before = (followsItself ? report : other) with { Period = new FiscalPeriod(report.Period.Year - (report.Period.Quarter == 1 ? 1 : 0), 1) };
            var result = ReportChecker.Check(new CheckContext { Report = report, History = [before, other], PublishedOn = new DateOnly(report.Period.Year + 1, 6, 1) });
            Assert.All(result.Findings, f => AssertWellFormed(f, report));
            Assert.All(result.Links, l => Assert.Equal(l.Text, report.Explanations[l.Explanation].Text.Substring(l.Start, l.Text.Length)));
            Assert.All(result.Transfers, t => Assert.True(t.Amount > Money.Zero));
        },
        iter: 500);

    [Fact]
    public void A_report_without_figures_gives_no_finding_about_figures()
    {
        var absent = new ReportTarget("Acciones", "Acción", null, null, null, null);
        var report = new ReportBuilder()
            .Project("A001", budget: Pesos(null, null, null), targets: [absent], people: default(Beneficiaries))
            .Project("A002", budget: Pesos(null, null, null), targets: [absent], people: default(Beneficiaries))
            .Project("A003", budget: Pesos(null, null, null), targets: [], people: default(Beneficiaries), municipality: "", locality: "")
            .Subfunction(totals: Pesos(1m, 1m, 1m)).Function(totals: Pesos(2m, 2m, 2m)).Build(Pesos(2m, 2m, 2m));
        Assert.Equal(["AVP-002", "AVP-002", "AVP-002"], ReportChecker.Check(new CheckContext { Report = report, History = [report] }).Findings.Select(f => f.RuleId));
    }

    [Fact]
    public void Checking_twice_finds_the_same() => ReportGen.Any.Sample(
        report => Assert.Equal(Told(report), Told(report)),
        iter: 100);

    /// <summary>
    /// Reports made so that anything compared with everything would show: one key, one name but for a word, equal amounts,
    /// and an explanation for each project that misspells another's name. Eight times the projects take about eight times
    /// as long; were anything quadratic, sixty-four.
    /// </summary>
    [Fact]
    public void The_worst_report_is_checked_in_linear_time()
    {
        Worst(1_000);
        var (small, large) = (Worst(2_000), Worst(16_000));
        Assert.True(large < small * 32, $"{small} for 2 000 projects, {large} for 16 000");
    }

    private static TimeSpan Worst(int projects)
    {
        var report = new ReportBuilder();
        for (var i = 0; i < projects; i++)
        {
            report.Project("A001", i % 2 == 0 ? "GESTIÓN DE LA CALIDAD" : $"GESTIÓN DE LA CALIDAD ELECTORAL {i}", Pesos(100m, 200m, 10m), people: new(1, 2, 3));
            report.Explain("A001", $"se pasó al proyecto Gestión de Calidad Electorales y a «la gestión de otra calidad {i}» por 123,456.78 pesos", "Gestión de la calidad");
        }

        var built = report.Build();
        var history = built with { Period = new FiscalPeriod(2023, 2) };
        var clock = Stopwatch.StartNew();
        Assert.True(ReportChecker.Check(new CheckContext { Report = built, History = [history] }).Findings.Count > projects);
        return clock.Elapsed;
    }

    private static void AssertWellFormed(Finding finding, ProgressReport report)
    {
        var numbers = report.Projects.Select(p => p.Number).ToHashSet();
        Assert.NotNull(RuleCatalogue.Find(finding.RuleId));
        Assert.All(finding.ProjectNumbers, n => Assert.Contains(n, numbers));
        Assert.Equal(finding.Figures.Count, finding.Figures.Select(f => f.Name).Distinct().Count());
        Assert.NotEmpty(finding.Message.Spanish);
        Assert.NotEmpty(finding.Message.English);
        if (finding.TargetNumber is { } target)
        {
            Assert.InRange(target, 1, report.Projects.Single(p => p.Number == finding.ProjectNumbers[0]).Targets.Count);
        }
    }

    private static string Told(ProgressReport report) =>
        string.Join('\n', ReportChecker.Check(new CheckContext { Report = report }).Findings.Select(f => $"{f.RuleId} {f.Subject.Spanish} {f.Message.English}"));
}
