namespace Avance.App.Budget.Imports;

/// <summary>What to import, whose it is, and how.</summary>
public sealed record ImportTableCommand
{
    /// <summary>Where the file is.</summary>
    public required string Path { get; init; }

    /// <summary>The file's name, as people know it.</summary>
    public required string FileName { get; init; }

    /// <summary>Code of the office.</summary>
    public required string EntityCode { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>How the file is read.</summary>
    public required ImportMapping Mapping { get; init; }

    /// <summary>Who imports, for the record.</summary>
    public required string Actor { get; init; }

    /// <summary>Whether to do everything and then keep nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Whether the documents without problems are recorded although others have some; otherwise one problem refuses the whole
    /// file.
    /// </summary>
    public bool ValidOnly { get; init; }

    /// <summary>Where the refused rows are written; null to write them nowhere.</summary>
    public string? RejectsPath { get; init; }

    /// <summary>How many of the first rows are told as they were understood.</summary>
    public int PreviewRows { get; init; }

    /// <summary>Told how far it has come, now and then; called on the thread that imports.</summary>
    public Action<ImportProgress>? Progress { get; init; }
}

/// <summary>How far an import has come.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Documents">Documents judged.</param>
/// <param name="Refused">Documents refused.</param>
public sealed record ImportProgress(long Rows, long Documents, long Refused);

/// <summary>How an import ended. Names are stored, in lower case; they never change.</summary>
public enum ImportState
{
    /// <summary>Something was recorded, or everything was on record already.</summary>
    Applied,

    /// <summary>Problems refused the file; nothing was recorded.</summary>
    Refused,

    /// <summary>Somebody stopped it; nothing was recorded.</summary>
    Cancelled,

    /// <summary>It was only tried; nothing was recorded.</summary>
    Tried,
}

/// <summary>What came of an import.</summary>
public sealed record ImportTableOutcome
{
    /// <summary>How it ended.</summary>
    public required ImportState State { get; init; }

    /// <summary>Rows of data in the file.</summary>
    public long Rows { get; init; }

    /// <summary>Documents in the file; rows, for tables of the plan.</summary>
    public long Documents { get; init; }

    /// <summary>Documents recorded; those that would have been, when nothing was kept.</summary>
    public long Posted { get; init; }

    /// <summary>Documents that were on record already.</summary>
    public long AlreadyPosted { get; init; }

    /// <summary>Documents refused.</summary>
    public long Refused { get; init; }

    /// <summary>Rows of the refused documents.</summary>
    public long RefusedRows { get; init; }

    /// <summary>Documents or rows in which something is odd.</summary>
    public long WarningCount { get; init; }

    /// <summary>What is wrong, in the order of the file; the first thousand.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>How many problems were found beyond those listed.</summary>
    public int UnlistedProblems { get; init; }

    /// <summary>What is odd; the first thousand.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>What the rows add up to by project and stage, as understood.</summary>
    public IReadOnlyList<ProjectTotals> Totals { get; init; } = [];

    /// <summary>The first rows as they were understood.</summary>
    public IReadOnlyList<PreviewRow> Preview { get; init; } = [];

    /// <summary>SHA-256 of the file, lower-case hexadecimal; empty when it could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Whether the file as a whole cannot be read; its reason is the only problem.</summary>
    public bool IsUnreadable { get; init; }
}
