using System.Globalization;
using System.Text;
using Avance.Findings;
using Avance.Progress;
using Avance.UnitTests.Importing;
using Xunit;

namespace Avance.UnitTests.Findings;

public sealed class SampleFindingsTests
{
    /// <summary>What each rule finds in the sample: row and key, and the target after a colon. Rules not named find nothing.</summary>
    public static TheoryData<string, string[]> Seed { get; } = new()
    {
        { "AVP-011", ["11 A008 + 15 A008", "13 A015 + 14 A015"] },
        { "AVP-012", ["23 A020 + 24 E018"] },
        { "AVP-013", ["24 E018 + 23 A020"] },
        { "AVP-014", ["6 A005:3", "22 A019:1", "24 E018:1"] },
        { "AVP-015", ["16 A013:1", "16 A013:2", "16 A013:3", "16 A013:4", "17 G001:1", "19 A010:1"] },
        { "AVP-016", ["7 A006:2", "7 A006:3", "7 A006:5", "18 A009:2", "19 A010:4", "23 A020:1", "25 A012:1"] },
        { "AVP-019", ["9 E003", "11 A008", "16 A013", "17 G001", "19 A010", "20 A011", "26 A014"] },
        { "AVP-020", ["22 A019", "24 E018"] },
        { "AVP-021", ["8 E001"] },
        { "AVP-022", ["9 E003", "23 A020"] },
        { "AVP-023", ["2 A002", "4 A017", "6 A005", "8 E001", "10 A007", "12 G002", "14 A015", "19 A010", "20 A011", "22 A019", "24 E018", "25 A012", "26 A014"] },
        { "AVP-024", [""] },
        { "AVP-025", ["9 E003 + 10 A007"] },
        { "AVP-029", ["17 G001"] },
        { "AVP-035", [.. EveryTarget()] },
        { "AVP-036", ["8 E001"] },
        { "AVP-037", ["8 E001 + 9 E003", "8 E001 + 10 A007"] },
        { "AVP-066", ["18 A009"] },
        { "AVP-067", ["8 E001", "9 E003", "17 G001", "23 A020"] },
    };

    private static CheckResult Result { get; } = ReportChecker.Check(new CheckContext { Report = Samples.Report });

    [Theory]
    [MemberData(nameof(Seed))]
    public void Finds_in_the_sample_what_an_analyst_found(string rule, string[] places) =>
        Assert.Equal(places, Result.Findings.Where(f => f.RuleId == rule).Select(Place));

    [Fact]
    public void Finds_nothing_else_in_the_sample() =>
        Assert.Equal(Seed.Select(s => s.Data.Item1), Result.Findings.Select(f => f.RuleId).Distinct());

    [Fact]
    public void Infers_the_two_transfers_of_the_sample_and_no_other() => Assert.Equal(
        [new InferredTransfer(8, "E001", 9, "E003", new Money(850_000_00)), new InferredTransfer(24, "E018", 23, "A020", new Money(211_606_48))],
        Result.Transfers);

    [Fact]
    public void The_findings_are_those_approved() => Snapshot.Matches("Avance.UnitTests/Findings/sample-findings.approved.txt", Write(Samples.Report, Result));

    private static IEnumerable<string> EveryTarget() =>
        Samples.Report.Projects.SelectMany(p => p.Targets.Select((_, i) => $"{p.Number} {p.Key}:{i + 1}"));

    private static string Place(Finding finding)
    {
        var projects = Samples.Report.Projects.ToDictionary(p => p.Number);
        var rows = string.Join(" + ", finding.ProjectNumbers.Select(n => $"{n} {projects[n].Key}"));
        return finding.TargetNumber is { } target ? $"{rows}:{target}" : rows;
    }

    private static string Write(ProgressReport report, CheckResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Entity.Name}, {report.Period.Name.Spanish}: {result.Findings.Count} hallazgos\n");
        foreach (var group in result.Findings.GroupBy(f => f.RuleId))
        {
            var rule = RuleCatalogue.Find(group.Key)!;
            text.Append(CultureInfo.InvariantCulture, $"\n{rule.Id}  {rule.Title.Spanish} ({group.Count()})\n");
            foreach (var finding in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {finding.Subject.Spanish}: {finding.Message.Spanish}\n");
                if (finding.Figures.Count > 0)
                {
                    text.Append("      ").AppendJoin(", ", finding.Figures.Select(f => $"{f.Name} = {(f.Value is { } value ? Figure.Grouped(value, value.Scale) : "")}")).Append('\n');
                }
            }
        }

        text.Append("\nTraspasos inferidos\n");
        foreach (var transfer in result.Transfers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  de {transfer.From} ({transfer.FromNumber}) a {transfer.To} ({transfer.ToNumber}): {transfer.Amount}\n");
        }

        text.Append("\nCitas en las justificaciones\n");
        foreach (var link in result.Links)
        {
            var references = string.Join(", ", link.References.Select(r => $"{r.Key} ({r.ProjectNumber}){(r.Figure is { } figure ? $" {figure}" : "")}"));
            text.Append(CultureInfo.InvariantCulture, $"  {(link.IsExact ? "exacta" : "inexacta")} «{link.Text}» → {references}\n");
        }

        return text.ToString();
    }
}
