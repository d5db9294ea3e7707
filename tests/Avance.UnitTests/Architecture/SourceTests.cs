using Avance.UnitTests.Building;
using Xunit;

namespace Avance.UnitTests.Architecture;

/// <summary>What the source itself promises: small files, nothing unfinished, nothing silenced, nothing loose in the root.</summary>
public sealed class SourceTests
{
    private static readonly string Root = RepositoryRoot.Path;

    private static readonly string[] RootFiles =
    [
        ".editorconfig", ".gitattributes", ".gitignore", "Avance.slnx", "BannedSymbols.txt", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props",
        "Directory.Packages.props", "LICENSE", "Makefile", "README.es.md", "README.md", "SECURITY.md", "global.json",
    ];

    public static TheoryData<string> SilencingWords { get; } = new("TO" + "DO", "FIX" + "ME", "HA" + "CK", "#reg" + "ion", "#prag" + "ma", "NotImplemented" + "Exception", "No" + "Warn", "Suppress" + "Message");

    [Fact]
    public void Files_are_small_enough_to_read_at_once() =>
        Assert.Empty(Sources()
            .Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(f => f.lines > 400)
            .Select(f => $"{Relative(f.path)}: {f.lines} lines"));

    [Theory]
    [MemberData(nameof(SilencingWords))]
    public void Nothing_is_unfinished_or_silenced(string word) =>
        Assert.Empty(Sources().Where(path => File.ReadAllText(path).Contains(word, StringComparison.Ordinal)).Select(Relative));

    [Fact]
    public void Nothing_lies_loose_in_the_root() =>
        Assert.Empty(Directory.EnumerateFiles(Root).Select(Path.GetFileName).Where(name => name is not ".git").Except(RootFiles));

    [Fact]
    public void Every_rule_has_a_file_named_after_it() =>
        Assert.All(Avance.Findings.RuleCatalogue.All.Where(r => r.Application == Avance.Findings.RuleApplication.Report), rule =>
            Assert.Single(Directory.EnumerateFiles(Path.Combine(Root, "src", "Avance", "Findings", "Rules"), $"Avp{rule.Id[4..]}*.cs")));

    /// <summary>The one part of the style of the code that the compiler does not check.</summary>
    [Fact]
    public void What_a_file_uses_stands_in_order_and_the_framework_first() =>
        Assert.Empty(Sources()
            .Where(path => Path.GetExtension(path) == ".cs")
            .Where(path => !IsInOrder([.. File.ReadLines(path).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal)).Where(line => line.StartsWith("using ", StringComparison.Ordinal))]))
            .Select(Relative));

    [Theory]
    [InlineData(true, "using System.Text;", "using Avance.Budget;", "using static Avance.Texts;", "using Kind = Avance.Budget.Kind;")]
    [InlineData(true, "using System;", "using System.IO;", "using Avance;", "using Avance.App.Access;", "using Avance.Budget;")]
    [InlineData(false, "using Avance.Budget;", "using System.Text;")]
    [InlineData(false, "using Avance.Budget;", "using Avance.Access;")]
    [InlineData(false, "using static Avance.Texts;", "using Avance.Budget;")]
    public void Order_is_told_from_disorder(bool isInOrder, params string[] uses) => Assert.Equal(isInOrder, IsInOrder(uses));

    private static bool IsInOrder(string[] uses) => uses.SequenceEqual(uses
        .OrderBy(line => line.Contains('=', StringComparison.Ordinal) ? 2 : line.StartsWith("using static ", StringComparison.Ordinal) ? 1 : 0)
        .ThenBy(line => !line.StartsWith("using System;", StringComparison.Ordinal) && !line.StartsWith("using System.", StringComparison.Ordinal))
        .ThenBy(line => line.TrimEnd(';'), StringComparer.OrdinalIgnoreCase));

    private static readonly string[] SourceFolders = ["src", "tests", "bench"];

    private static IEnumerable<string> Sources() => SourceFolders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".cs" or ".razor" or ".css" or ".csproj" or ".sql");

    private static string Relative(string path) => Path.GetRelativePath(Root, path);
}
