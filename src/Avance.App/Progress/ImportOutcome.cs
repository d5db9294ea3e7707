using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>How an import ended.</summary>
public enum ImportStatus
{
    /// <summary>The file has problems; nothing was written.</summary>
    Rejected,

    /// <summary>A dry run found nothing against importing; nothing was written.</summary>
    Valid,

    /// <summary>It is the period's first version.</summary>
    Imported,

    /// <summary>The database already says exactly this; nothing was written.</summary>
    Unchanged,

    /// <summary>It is a new version; the earlier ones stay.</summary>
    Replaced,
}

/// <summary>What came of an import.</summary>
public sealed record ImportOutcome
{
    /// <summary>How it ended.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>Everything wrong with the file, in its order; empty unless rejected.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>How many problems were found beyond those listed.</summary>
    public int UnlistedProblems { get; init; }

    /// <summary>The report as the file says it; null when rejected.</summary>
    public ProgressReport? Report { get; init; }

    /// <summary>The version that now holds; null when rejected or when a dry run found none.</summary>
    public ReportVersion? Version { get; init; }

    /// <summary>
    /// Whether the file is, byte for byte, the one that <see cref="Version"/> came from. When unchanged and not the same
    /// file, a different file says the same.
    /// </summary>
    public bool SameFile { get; init; }
}
