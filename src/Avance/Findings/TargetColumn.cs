using Avance.Progress;

namespace Avance.Findings;

/// <summary>A column of target quantities.</summary>
/// <param name="Id">English name in camelCase.</param>
/// <param name="Name">Name in a sentence.</param>
/// <param name="Quantity">The column of a target.</param>
internal sealed record TargetColumn(string Id, LocalizedText Name, Func<ReportTarget, decimal?> Quantity)
{
    public static IReadOnlyList<TargetColumn> All { get; } =
    [
        new("original", new("meta programada", "original target"), t => t.Original),
        new("revised", new("meta modificada", "revised target"), t => t.Revised),
        new("achieved", new("meta alcanzada", "achieved value"), t => t.Achieved),
    ];
}
