using System.Text.RegularExpressions;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.UnitTests.Documentation;

/// <summary>What holds for every page of the documentation, and where the pages are.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string[] Sections = ["## Status", "## Context", "## Decision", "## Consequences"];

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = RepositoryRoot.Path;

    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));

    private static IEnumerable<string> Decisions =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs", "decisions"), "0*.md").Order(StringComparer.Ordinal);

    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        var broken =
            from page in Pages
            from match in Link().Matches(File.ReadAllText(page))
            let target = match.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
            select $"{Path.GetRelativePath(Root, page)} → {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_decision_has_its_sections_fits_a_page_and_is_in_the_index()
    {
        var index = File.ReadAllText(Path.Combine(Root, "docs", "decisions", "README.md"));

        Assert.NotEmpty(Decisions);
        Assert.All(Decisions, path =>
        {
            var lines = File.ReadAllLines(path);
            Assert.StartsWith($"# {Path.GetFileName(path)[..4]} ", lines[0], StringComparison.Ordinal);
            Assert.Equal(Sections, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
            Assert.InRange(lines.Length, 10, 80);
            Assert.Contains($"({Path.GetFileName(path)})", index, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
