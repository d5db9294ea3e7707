namespace Avance.Findings;

/// <summary>What an explanation cites.</summary>
public enum ProseLinkKind
{
    /// <summary>A project, by its name.</summary>
    Project,

    /// <summary>An amount of money or another printed figure.</summary>
    Figure,
}

/// <summary>Which figure of a report a cited number is.</summary>
public enum CitedFigure
{
    /// <summary>Approved budget.</summary>
    Approved,

    /// <summary>Revised budget.</summary>
    Revised,

    /// <summary>Accrued expenditure.</summary>
    Accrued,

    /// <summary>Revised less approved, whatever its sign.</summary>
    NetChange,

    /// <summary>Revised less accrued: what is left to spend.</summary>
    Unspent,

    /// <summary>A quantity or percentage of a target.</summary>
    Target,

    /// <summary>A printed total of the report.</summary>
    Total,
}

/// <summary>What a citation points to.</summary>
/// <param name="ProjectNumber">Position of the project; 0 for a total of the report.</param>
/// <param name="Key">Its printed key; empty for a total.</param>
/// <param name="Figure">Which of its figures; null when the project itself is cited.</param>
public sealed record ProseReference(int ProjectNumber, string Key, CitedFigure? Figure);

/// <summary>A place in an explanation that cites a project or a figure, tied to what it means.</summary>
public sealed record ProseLink
{
    /// <summary>0-based position of the explanation in <see cref="Progress.ProgressReport.Explanations"/>.</summary>
    public required int Explanation { get; init; }

    /// <summary>0-based position of the citation in the explanation's text.</summary>
    public required int Start { get; init; }

    /// <summary>The citation as written.</summary>
    public required string Text { get; init; }

    /// <summary>What it cites.</summary>
    public required ProseLinkKind Kind { get; init; }

    /// <summary>
    /// Whether it says exactly what the report says. A project cited under another spelling is linked, inexactly, to the
    /// one meant; an amount is either found or has no references.
    /// </summary>
    public required bool IsExact { get; init; }

    /// <summary>The value of a cited figure; null for a project.</summary>
    public decimal? Value { get; init; }

    /// <summary>What it points to, likeliest first; empty when nothing in the report fits.</summary>
    public required IReadOnlyList<ProseReference> References { get; init; }
}
