using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>A step that an amendment took.</summary>
/// <param name="State">What it became.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="Actor">Who took it.</param>
/// <param name="Remark">What they said about it; may be empty.</param>
public sealed record AmendmentStepTaken(AmendmentState State, DateTimeOffset RecordedAt, string Actor, string Remark);

/// <summary>A file that supports an amendment. It is kept as it came and never changes.</summary>
/// <param name="Number">1 for the amendment's first, and so on.</param>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">What it is, by its content: <c>application/pdf</c>.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="RecordedAt">When it was added, UTC.</param>
/// <param name="Actor">Who added it.</param>
public sealed record AmendmentAttachment(int Number, string Name, string MediaType, string Sha256, long Bytes, DateTimeOffset RecordedAt, string Actor);

/// <summary>An amendment in a list.</summary>
/// <param name="Amendment">The amendment without its lines and targets.</param>
/// <param name="Increases">What its lines add.</param>
/// <param name="Decreases">What its lines take, as a positive amount.</param>
/// <param name="Lines">How many lines of money it has.</param>
/// <param name="Targets">How many lines of targets.</param>
/// <param name="WasApplied">Whether it moved figures, also when it was cancelled afterwards.</param>
public sealed record AmendmentSummary(Amendment Amendment, Money Increases, Money Decreases, int Lines, int Targets, bool WasApplied);

/// <summary>An amendment with all that belongs to it.</summary>
/// <param name="Entity">Code of the office.</param>
/// <param name="Amendment">The amendment.</param>
/// <param name="Steps">The steps that it took, oldest first.</param>
/// <param name="Attachments">Its files.</param>
/// <param name="Document">Number of the ledger's document that applied it; null before that.</param>
/// <param name="Reversal">Number of the ledger's document that undid it; null when none did.</param>
public sealed record AmendmentFile(
    string Entity,
    Amendment Amendment,
    IReadOnlyList<AmendmentStepTaken> Steps,
    IReadOnlyList<AmendmentAttachment> Attachments,
    long? Document,
    long? Reversal)
{
    /// <summary>
    /// What anyone may read of it: nothing before it was applied; afterwards all but the names of those who only prepared it.
    /// </summary>
    public AmendmentFile? Published => Document is null ? null : this with
    {
        Steps = [.. Steps.Select(static s => s.State is AmendmentState.Applied or AmendmentState.Cancelled ? s : s with { Actor = "" })],
        Attachments = [.. Attachments.Select(static a => a with { Actor = "" })],
    };
}

/// <summary>What became of what was asked of an amendment.</summary>
/// <param name="Amendment">The amendment as it stands now: changed when nothing blocked, and as it was before when something did.</param>
/// <param name="Problems">Everything that does not hold; when none blocks, they are warnings.</param>
public sealed record AmendmentOutcome(Amendment Amendment, IReadOnlyList<AmendmentProblem> Problems)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Problems.All(p => !p.Blocks);
}

/// <summary>A step asked of an amendment.</summary>
public sealed record AmendmentMove
{
    /// <summary>The state that it should come to.</summary>
    public required AmendmentState To { get; init; }

    /// <summary>The version that the person saw; null to move whatever there is.</summary>
    public int? Version { get; init; }

    /// <summary>Why; some steps ask for it.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Number of the agreement, when this step brings it; of a cancellation, the one that orders it.</summary>
    public string? Agreement { get; init; }

    /// <summary>Number of the treasury's letter, when this step brings it.</summary>
    public string? OfficeNumber { get; init; }

    /// <summary>The day from which a reversal counts; by default the day on which it is asked for.</summary>
    public DateOnly? EffectiveOn { get; init; }
}
