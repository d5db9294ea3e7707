using Avance.Planning;

namespace Avance.App.Progress;

/// <summary>What to import, whose it is, and how to treat what is there already.</summary>
public sealed record ImportReportCommand
{
    /// <summary>The whole file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The file's name, as people know it.</summary>
    public required string SourceName { get; init; }

    /// <summary>Who reports. Unknown codes are taken in; the name is kept with each version.</summary>
    public required PublicEntity Entity { get; init; }

    /// <summary>The quarter reported.</summary>
    public required FiscalPeriod Period { get; init; }

    /// <summary>Whether to read and judge only, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether a different report of the same period becomes its next version. Earlier versions stay.</summary>
    public bool Replace { get; init; }

    /// <summary>The day the report was published, when known.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Who asks, for the journal.</summary>
    public required string Actor { get; init; }
}
