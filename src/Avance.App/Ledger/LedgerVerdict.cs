namespace Avance.App.Ledger;

/// <summary>What became of a document offered to the ledger.</summary>
public enum LedgerStatus
{
    /// <summary>It was posted.</summary>
    Posted,

    /// <summary>The same document of the same source was posted before; nothing was posted again.</summary>
    AlreadyPosted,

    /// <summary>A rule says no; nothing of it was posted.</summary>
    Refused,
}

/// <summary>The ledger's answer to one document.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Sequence">Its number within the office's year, once posted; 0 when refused.</param>
/// <param name="RuleId">The rule that refused it: <c>AVP-051</c>; null when none did.</param>
/// <param name="Text">Why it was refused, and what to do; null when it was not.</param>
/// <param name="Entry">Index of the entry that the refusal is about; null when it is about the document.</param>
/// <param name="Warnings">What does not hold together in figures of third parties, which are taken as they are.</param>
public sealed record LedgerVerdict(LedgerStatus Status, long Sequence, string? RuleId, LocalizedText? Text, int? Entry, IReadOnlyList<LedgerWarning> Warnings)
{
    internal static LedgerVerdict Posted(long sequence, IReadOnlyList<LedgerWarning> warnings) => new(LedgerStatus.Posted, sequence, null, null, null, warnings);

    internal static LedgerVerdict Already(long sequence) => new(LedgerStatus.AlreadyPosted, sequence, null, null, null, []);

    internal static LedgerVerdict Refused(string ruleId, LocalizedText text, int? entry = null) => new(LedgerStatus.Refused, 0, ruleId, text, entry, []);

    /// <summary>Nothing when the document is on record.</summary>
    /// <exception cref="RuleViolationException">It was refused.</exception>
    internal void ThrowIfRefused()
    {
        if (Status == LedgerStatus.Refused)
        {
            throw new RuleViolationException(RuleId!, Text!);
        }
    }
}

/// <summary>Something that does not hold together in a third party's figures.</summary>
/// <param name="RuleId">The rule that would refuse it in figures of one's own.</param>
/// <param name="LineId">The budget line.</param>
/// <param name="Text">What does not hold.</param>
public sealed record LedgerWarning(string RuleId, Guid LineId, LocalizedText Text);
