using Avance.App.Importing;
using Avance.Planning;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>One version of a published report as the database keeps it. A version is never changed, only followed.</summary>
/// <param name="Entity">Who reports.</param>
/// <param name="Period">The quarter reported.</param>
/// <param name="Version">1 for the first import of the period, one more for each replacement.</param>
/// <param name="ReportId">Its identity, ordered by time.</param>
/// <param name="ImportedAt">When it was imported, UTC.</param>
/// <param name="PublishedOn">The day it was published, when known.</param>
/// <param name="SourceName">Name of the file it came from.</param>
/// <param name="SourceFormat">Format of that file.</param>
/// <param name="SourceSha256">SHA-256 of that file, lower-case hexadecimal.</param>
/// <param name="SourceBytes">Size of that file in bytes.</param>
public sealed record ReportVersion(
    PublicEntity Entity,
    FiscalPeriod Period,
    int Version,
    Guid ReportId,
    DateTimeOffset ImportedAt,
    DateOnly? PublishedOn,
    string SourceName,
    SourceFormat SourceFormat,
    string SourceSha256,
    long SourceBytes);

/// <summary>A version and what it says.</summary>
/// <param name="Version">Which version, and where it came from.</param>
/// <param name="Report">The report.</param>
public sealed record StoredReport(ReportVersion Version, ProgressReport Report);
