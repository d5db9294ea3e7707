using Avance.Catalogs;
using Xunit;

namespace Avance.UnitTests.Catalogs;

public sealed class SdgCatalogTests
{
    private static readonly int[] TargetsByGoal = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19];

    [Fact]
    public void Has_17_goals_and_their_169_targets()
    {
        Assert.Equal(Enumerable.Range(1, 17), SdgCatalog.Goals.Select(goal => goal.Number));
        Assert.Equal(TargetsByGoal, SdgCatalog.Targets.CountBy(target => target.Goal).Select(count => count.Value));
        Assert.Equal(169, SdgCatalog.Targets.Count);
    }

    [Fact]
    public void Every_target_has_a_short_title_of_its_own() => Assert.Multiple(
        () => Assert.All(SdgCatalog.Targets, target => Assert.InRange(target.ShortTitle.Length, 10, 80)),
        () => Assert.All(SdgCatalog.Targets, target => Assert.Equal(target.ShortTitle.Trim(), target.ShortTitle)),
        () => Assert.Equal(169, SdgCatalog.Targets.Select(target => FoldedText.Fold(target.ShortTitle)).Distinct().Count()));

    [Fact]
    public void Every_target_is_coded_within_its_goal() =>
        Assert.All(SdgCatalog.Targets, target => Assert.Matches($@"^{target.Goal}\.([1-9][0-9]?|[a-d])$", target.Code));

    [Fact]
    public void Targets_come_in_natural_order()
    {
        Assert.Equal(SdgCatalog.Targets.Select(t => t.Code).Order(CodeOrder.Natural), SdgCatalog.Targets.Select(t => t.Code));
        Assert.Equal(["16.8", "16.9", "16.10", "16.a", "16.b"], SdgCatalog.Targets.Where(t => t.Goal == 16).Select(t => t.Code).Skip(7));
    }

    [Fact]
    public void Finds_a_target_by_its_code()
    {
        Assert.Equal(16, SdgCatalog.Find("16.7")?.Goal);
        Assert.Equal("1.a", SdgCatalog.Find("1.A")?.Code);
        Assert.NotEqual(SdgCatalog.Find("16.1"), SdgCatalog.Find("16.10"));
        Assert.Null(SdgCatalog.Find("16.11"));
        Assert.Null(SdgCatalog.Find("16.70"));
        Assert.Null(SdgCatalog.Find(""));
    }

    [Fact]
    public void Finds_a_goal_by_its_number()
    {
        Assert.Equal("Paz, justicia e instituciones sólidas", SdgCatalog.Goal(16)?.Name);
        Assert.Equal("Climate action", SdgCatalog.Goal(13)?.EnglishName);
        Assert.Null(SdgCatalog.Goal(0));
        Assert.Null(SdgCatalog.Goal(18));
    }

    [Fact]
    public void Every_goal_has_names_and_a_colour_of_its_own()
    {
        Assert.All(SdgCatalog.Goals, goal => Assert.Matches("^#[0-9A-F]{6}$", goal.Color));
        Assert.Equal(17, SdgCatalog.Goals.Select(goal => goal.Color).Distinct().Count());
        Assert.Equal(17, SdgCatalog.Goals.Select(goal => goal.Name).Distinct().Count());
        Assert.Equal(17, SdgCatalog.Goals.Select(goal => goal.EnglishName).Distinct().Count());
    }

    [Fact]
    public void Holds_from_2015_to_2030()
    {
        Assert.False(SdgCatalog.Edition.IsValidIn(2014));
        Assert.True(SdgCatalog.Edition.IsValidIn(2023));
        Assert.False(SdgCatalog.Edition.IsValidIn(2031));
    }

    [Theory]
    [InlineData("16.9", "16.10")]
    [InlineData("2.1", "10.1")]
    [InlineData("16.10", "16.a")]
    [InlineData("16", "16.1")]
    [InlineData("007", "7a")]
    [InlineData("07", "8")]
    [InlineData("A002", "A010")]
    [InlineData(null, "1")]
    public void Orders_codes_as_people_do(string? before, string after)
    {
        Assert.True(CodeOrder.Natural.Compare(before, after) < 0);
        Assert.True(CodeOrder.Natural.Compare(after, before) > 0);
        Assert.Equal(0, CodeOrder.Natural.Compare(after, after));
    }
}
