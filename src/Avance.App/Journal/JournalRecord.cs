namespace Avance.App.Journal;

/// <summary>
/// One change, as the journal of an entity keeps it. Each record holds the hash of the one before, so that none can be
/// altered, removed or slipped in without breaking the chain.
/// </summary>
/// <param name="Sequence">1 for the entity's first record, and so on without a gap.</param>
/// <param name="RecordedAt">When, UTC, to the microsecond.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done: <c>report.imported</c>, <c>report.replaced</c>.</param>
/// <param name="Subject">To what: <c>report 2023-Q3</c>.</param>
/// <param name="OldValue">How it was before, as JSON; empty when there was nothing.</param>
/// <param name="NewValue">How it is since, as JSON.</param>
/// <param name="PreviousHash">Hash of the record before, lower-case hexadecimal; of zeros for the first.</param>
/// <param name="Hash">SHA-256 of this record and of the hash before it, lower-case hexadecimal.</param>
public sealed record JournalRecord(
    long Sequence,
    DateTimeOffset RecordedAt,
    string Actor,
    string Action,
    string Subject,
    string OldValue,
    string NewValue,
    string PreviousHash,
    string Hash);

/// <summary>Where a journal stops being trustworthy.</summary>
/// <param name="Sequence">The first record that does not hold.</param>
/// <param name="Explanation">What is wrong with it.</param>
public sealed record JournalBreak(long Sequence, LocalizedText Explanation);
