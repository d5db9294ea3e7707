using Avance.App.Progress;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>One entry on the way from a printed figure to its documents.</summary>
/// <param name="Sequence">The document's number within the office's year.</param>
/// <param name="Folio">Its folio.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="EffectiveOn">The day from which it counts.</param>
/// <param name="Authority">By what authority.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Of">The budget line's key, or the indicator's name; empty for beneficiaries.</param>
/// <param name="Month">Month of the calendar, 1 to 12; 0 for beneficiaries.</param>
/// <param name="Stage">Which stage, in words.</param>
/// <param name="Amount">What it adds to the figure: pesos, units or people.</param>
public sealed record FigureEntry(
    long Sequence,
    string Folio,
    LocalizedText Kind,
    DateOnly EffectiveOn,
    string Authority,
    string Description,
    string Of,
    int Month,
    LocalizedText Stage,
    decimal Amount);

/// <summary>The chain from a printed figure to the documents behind it.</summary>
public sealed record FigureExplanation
{
    /// <summary>Which figure.</summary>
    public required FigureAddress Address { get; init; }

    /// <summary>The version that prints it.</summary>
    public required ReportVersion Version { get; init; }

    /// <summary>Its project; null for a total.</summary>
    public required ReportProject? Project { get; init; }

    /// <summary>Its target; null for a figure of the project.</summary>
    public required ReportTarget? Target { get; init; }

    /// <summary>The figure as printed; null when it is blank.</summary>
    public required decimal? Printed { get; init; }

    /// <summary>How it follows from entries.</summary>
    public required LocalizedText Formula { get; init; }

    /// <summary>What documents make of it; null when the ledger says nothing of it.</summary>
    public decimal? Computed { get; init; }

    /// <summary>The entries behind it, in the order in which they were posted; the first <see cref="MaxListed"/>.</summary>
    public IReadOnlyList<FigureEntry> Entries { get; init; } = [];

    /// <summary>Whether there are more entries than those listed.</summary>
    public bool HasMore { get; init; }

    /// <summary>
    /// Whether the ledger knows this figure. It may without a single entry: where a project has a budget and nothing accrued,
    /// nothing is the figure.
    /// </summary>
    public bool HasDocuments => Computed is not null || Entries.Count > 0;

    /// <summary>Whether documents make what is printed.</summary>
    public bool Agrees => Computed == Printed;

    /// <summary>The most entries that an explanation lists.</summary>
    public const int MaxListed = 500;
}
