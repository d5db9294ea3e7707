using System.Globalization;

namespace Avance.App.Capture;

/// <summary>A file that supports a figure.</summary>
/// <param name="Number">Its number within the sheet, from 1; a number that was removed is not given again.</param>
/// <param name="SubjectId">The indicator or project whose figures it supports.</param>
/// <param name="Name">Its name, as it is shown and offered.</param>
/// <param name="MediaType">What it is, by its content.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="RecordedAt">When it was added, UTC.</param>
/// <param name="Actor">Who added it.</param>
/// <param name="Removal">Who removed it and when; null while it counts.</param>
public sealed record EvidenceFile(
    int Number,
    Guid SubjectId,
    string Name,
    string MediaType,
    string Sha256,
    long Bytes,
    DateTimeOffset RecordedAt,
    string Actor,
    EvidenceRemoval? Removal);

/// <summary>That a file was removed. Its content and what was on record of it stay.</summary>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="Actor">Who.</param>
public sealed record EvidenceRemoval(DateTimeOffset RecordedAt, string Actor);

/// <summary>A file and its content, open to be read once and then closed.</summary>
/// <param name="File">What is on record of it.</param>
/// <param name="Content">Its content.</param>
public sealed record OpenedEvidence(EvidenceFile File, Stream Content);

/// <summary>How much evidence is taken.</summary>
/// <param name="MaxBytes">The largest file.</param>
/// <param name="MostFiles">Most files of one figure at a time.</param>
public sealed record EvidenceLimits(long MaxBytes, int MostFiles)
{
    /// <summary>25 MiB a file and 20 files a figure, unless <c>AVANCE_EVIDENCE_MIB</c> and <c>AVANCE_EVIDENCE_FILES</c> say otherwise.</summary>
    public static EvidenceLimits Default { get; } = new(Setting("AVANCE_EVIDENCE_MIB", 25) << 20, Setting("AVANCE_EVIDENCE_FILES", 20));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is > 0 and <= 1_000 ? said : usual;
}
