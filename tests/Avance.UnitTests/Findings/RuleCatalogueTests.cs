using Avance.Findings;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.UnitTests.Findings;

public sealed class RuleCatalogueTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 70).Select(n => $"AVP-{n:000}")];

    /// <summary>Rules whose data no published report carries.</summary>
    private static readonly string[] Awaiting =
    [
        "AVP-056", "AVP-057", "AVP-058", "AVP-059", "AVP-062", "AVP-063",
    ];

    [Fact]
    public void Holds_every_rule_once_and_in_order() => Assert.Equal(Ids, RuleCatalogue.All.Select(r => r.Id));

    [Fact]
    public void Finds_a_rule_by_its_id_in_either_case()
    {
        Assert.Equal("AVP-011", RuleCatalogue.Find("avp-011")?.Id);
        Assert.Null(RuleCatalogue.Find("AVP-071"));
    }

    [Fact]
    public void Says_which_rules_wait_for_data_and_for_which()
    {
        var waiting = RuleCatalogue.All.Where(r => r.Application == RuleApplication.AwaitsData).ToList();
        Assert.Equal(Awaiting, waiting.Select(r => r.Id));
        Assert.All(waiting, r => Assert.NotNull(r.Requires));
    }

    [Fact]
    public void Says_which_rules_reading_enforces() =>
        Assert.Equal(["AVP-009", "AVP-070"], RuleCatalogue.All.Where(r => r.Application == RuleApplication.Import).Select(r => r.Id));

    [Fact]
    public void Says_which_rules_the_plan_and_the_ledger_keep_and_how()
    {
        Assert.Equal(["AVP-010", "AVP-034", "AVP-061", "AVP-064"], RuleCatalogue.All.Where(r => r.Application == RuleApplication.Plan).Select(r => r.Id));
        Assert.Equal(["AVP-041", "AVP-069"], RuleCatalogue.All.Where(r => r.Application == RuleApplication.Capture).Select(r => r.Id));
        Assert.Equal(["AVP-006", "AVP-007"], RuleCatalogue.All.Where(r => r.Application == RuleApplication.Ledger).Select(r => r.Id));
        Assert.All(RuleCatalogue.All, r => Assert.Equal(r.Application is RuleApplication.Plan or RuleApplication.Ledger or RuleApplication.Amendment or RuleApplication.Capture, r.Kept is not null));
    }

    [Fact]
    public void Says_which_rules_stop_an_amendment() => Assert.Equal(
        ["AVP-046", "AVP-047", "AVP-050", "AVP-051", "AVP-052", "AVP-053", "AVP-054", "AVP-055"],
        RuleCatalogue.All.Where(r => r.Application == RuleApplication.Amendment).Select(r => r.Id));

    [Fact]
    public void Describes_each_rule_in_both_languages() => Assert.All(RuleCatalogue.All, rule =>
    {
        foreach (var text in new[] { rule.Title, rule.Condition, rule.Remedy, rule.Reason, rule.Requires, rule.Kept }.OfType<LocalizedText>())
        {
            Assert.NotEqual(text.Spanish, text.English);
            Assert.True(char.IsUpper(text.Spanish[0]) || text.Spanish[0] is '«', text.Spanish);
            Assert.True(char.IsUpper(text.English[0]) || text.English[0] is '«', text.English);
        }

        Assert.DoesNotContain(".", rule.Title.Spanish, StringComparison.Ordinal);
        Assert.All(new[] { rule.Condition, rule.Remedy, rule.Reason }, t => Assert.EndsWith(".", t.Spanish, StringComparison.Ordinal));
    });

    [Fact]
    public void Keeps_each_rule_that_checks_in_a_file_named_after_its_id()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "src", "Avance", "Findings", "Rules");
        var files = Directory.GetFiles(folder, "Avp*.cs").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).ToList();
        var checking = RuleCatalogue.All.Where(r => r.Application == RuleApplication.Report).ToList();
        Assert.Equal(files, checking.Select(r => r.GetType().Name));
        Assert.All(checking, r => Assert.StartsWith(r.Id.Replace("AVP-", "Avp", StringComparison.Ordinal), r.GetType().Name, StringComparison.Ordinal));
    }
}
