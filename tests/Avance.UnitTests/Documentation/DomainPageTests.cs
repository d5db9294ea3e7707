using System.Text.RegularExpressions;
using Xunit;

namespace Avance.UnitTests.Documentation;

public sealed partial class DomainPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DocumentsTests.Root, "docs", "domain.md"));

    private static readonly Dictionary<string, Type> Types =
        typeof(Money).Assembly.GetExportedTypes().Where(type => !type.IsNested).ToDictionary(type => type.Name.Split('`')[0]);

    [Fact]
    public void Explains_every_public_type_of_the_domain_library()
    {
        var explained = Identifier().Matches(Page).Select(match => match.Groups["type"].Value).ToHashSet();

        var missing = Types.Keys.Where(name => !explained.Contains(name)).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"docs/domain.md does not mention these public types, in backticks: {string.Join(", ", missing)}");
    }

    [Fact]
    public void The_glossary_names_only_what_exists()
    {
        var section = Between("### In use", "### Decided for what comes next");

        var unknown = Identifier().Matches(section)
            .Where(match => !Exists(match.Groups["type"].Value, match.Groups["member"].Value))
            .Select(match => match.Value)
            .ToList();

        Assert.True(unknown.Count == 0, $"The glossary of docs/domain.md names what the domain library does not have: {string.Join(", ", unknown)}");
    }

    [Fact]
    public void Every_word_of_the_glossary_has_both_languages_a_name_and_a_source()
    {
        var rows = Page[Page.IndexOf("## Glossary", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith('|')).ToList();

        Assert.InRange(rows.Count, 80, 400);
        Assert.All(rows, row =>
        {
            var cells = row.Trim('|').Split('|');
            Assert.Equal(4, cells.Length);
            Assert.All(cells, cell => Assert.NotEmpty(cell.Trim()));
        });
    }

    [Fact]
    public void No_word_of_the_glossary_is_explained_twice()
    {
        var words = Page[Page.IndexOf("## Glossary", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith('|') && line.Contains('`', StringComparison.Ordinal))
            .Select(line => FoldedText.Fold(line.Split('|')[1]));

        Assert.All(words.CountBy(word => word), word => Assert.True(word.Value == 1, $"«{word.Key}» has {word.Value} rows."));
    }

    private static bool Exists(string type, string member) =>
        Types.TryGetValue(type, out var found) && (member.Length == 0 || found.GetMember(member).Length > 0);

    private static string Between(string start, string end)
    {
        var from = Page.IndexOf(start, StringComparison.Ordinal);
        return Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"`(?<type>[A-Z][A-Za-z]+)(\.(?<member>[A-Z]\w+))?`")]
    private static partial Regex Identifier();
}
