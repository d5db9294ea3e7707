using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Avance.App.Progress;
using Avance.Cli;
using Avance.Documents;
using Avance.Web;
using Xunit;

namespace Avance.UnitTests.Architecture;

/// <summary>
/// The two tables of docs/architecture.md, read off the compiled assemblies: which project may know which, and which
/// module may know which. A module is a folder name, the same in every project.
/// </summary>
public sealed class ModuleTests
{
    private static readonly string[] Projects = ["Avance", "Avance.App", "Avance.Documents", "Avance.Web", "Avance.Cli"];

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader()
        .LoadAssemblies(typeof(Money).Assembly, typeof(ImportReport).Assembly, typeof(ReportWriter).Assembly, typeof(WebHost).Assembly, typeof(Terminal).Assembly)
        .Build();

    /// <summary>A module, and those that it may know beside itself. Access and Journal may be known by all.</summary>
    public static TheoryData<string, string[]> Modules { get; } = new()
    {
        { "Catalogs", [] },
        { "Access", ["Catalogs", "Planning"] },
        { "Planning", ["Catalogs"] },
        { "Budget", ["Catalogs", "Planning"] },
        { "Progress", ["Catalogs", "Planning"] },
        { "Findings", ["Catalogs", "Planning", "Budget", "Progress"] },
        { "Reporting", ["Catalogs", "Planning", "Budget", "Progress", "Findings"] },
        { "Capture", ["Catalogs", "Planning", "Budget", "Progress", "Findings", "Reporting"] },
        { "Publishing", ["Catalogs", "Planning", "Budget", "Progress", "Findings", "Reporting"] },
    };

    /// <summary>What serves every module.</summary>
    private const string Serving = "Access";

    public static TheoryData<string, string[]> Directions { get; } = new()
    {
        { "Avance", [] },
        { "Avance.App", ["Avance"] },
        { "Avance.Documents", ["Avance"] },
        { "Avance.Web", ["Avance", "Avance.App", "Avance.Documents"] },
        { "Avance.Cli", ["Avance", "Avance.App", "Avance.Documents", "Avance.Web"] },
    };

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_knows_only_those_below_it(string module, string[] allowed)
    {
        var modules = Modules.Select(row => row.Data.Item1).ToHashSet();
        Assert.Empty(Dependencies()
            .Where(d => ModuleOf(d.From) == module)
            .Where(d => ModuleOf(d.To) is { } other && modules.Contains(other) && other != Serving && other != module && !allowed.Contains(other))
            .Select(d => $"{d.From} → {d.To}").Distinct());
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void A_project_knows_only_those_below_it(string project, string[] allowed) =>
        Assert.Empty(Dependencies()
            .Where(d => ProjectOf(d.From) == project)
            .Where(d => ProjectOf(d.To) is { } other && other != project && !allowed.Contains(other))
            .Select(d => $"{d.From} → {d.To}").Distinct());

    [Fact]
    public void The_domain_knows_no_package_no_file_and_no_clock() =>
        Assert.Empty(Code.Types.Where(t => ProjectOf(t) == "Avance").SelectMany(t => t.Dependencies).Select(d => d.Target.FullName)
            .Where(name => (!name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Avance.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
                || name.StartsWith("System.Net", StringComparison.Ordinal) || name is "System.IO.File" or "System.IO.FileStream" or "System.TimeProvider")
            .Distinct());

    private static IEnumerable<(IType From, IType To)> Dependencies() =>
        Code.Types.SelectMany(type => type.Dependencies.Select(d => (type, d.Target)));

    private static string? ProjectOf(IType type) => Projects.Where(p => NamespaceOf(type) == p || NamespaceOf(type).StartsWith(p + ".", StringComparison.Ordinal)).MaxBy(p => p.Length);

    private static string NamespaceOf(IType type) => type.Namespace?.FullName ?? "";

    private static string? ModuleOf(IType type)
    {
        var project = ProjectOf(type);
        var rest = project is null || NamespaceOf(type).Length == project.Length ? "" : NamespaceOf(type)[(project.Length + 1)..];
        return rest.Length == 0 ? null : rest.Split('.')[0];
    }
}
