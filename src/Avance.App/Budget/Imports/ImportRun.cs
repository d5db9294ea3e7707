namespace Avance.App.Budget.Imports;

/// <summary>An import on record.</summary>
/// <param name="Number">1 for the office's first, and so on.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Actor">Who imported.</param>
/// <param name="Kind">What the rows were.</param>
/// <param name="Mapping">The mapping's name.</param>
/// <param name="FileName">The file's name, as people know it.</param>
/// <param name="Sha256">SHA-256 of the file; empty when it could not be read.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="State">How it ended.</param>
/// <param name="Counts">What was counted.</param>
public sealed record ImportRun(
    long Number, int Year, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Actor, ImportKind Kind, string Mapping, string FileName, string Sha256, long Bytes, ImportState State, ImportCounts Counts);

/// <summary>What an import counted.</summary>
/// <param name="Rows">Rows of data.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Posted">Documents recorded.</param>
/// <param name="AlreadyPosted">Documents that were on record already.</param>
/// <param name="Refused">Documents refused.</param>
/// <param name="Warnings">Documents in which something was odd.</param>
public sealed record ImportCounts(long Rows, long Documents, long Posted, long AlreadyPosted, long Refused, long Warnings);
