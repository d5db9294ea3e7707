namespace Avance.Capture;

/// <summary>A unit's sheet of a quarter: what it promises to tell of its projects, and where that stands.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueOn">Its deadline: its own, or that of the period.</param>
/// <param name="HasOwnDeadline">Whether the unit was given a deadline of its own.</param>
/// <param name="Version">Number of the last frozen version; 0 while there is none.</param>
/// <param name="Edits">How many times anything was written in it: what was read at the same count still holds.</param>
/// <param name="Authorised">Number of the version whose figures are in the ledger; 0 while none is.</param>
public sealed record CaptureSheet(string Unit, SheetState State, DateOnly DueOn, bool HasOwnDeadline, int Version, long Edits, int Authorised);

/// <summary>A step that a sheet took.</summary>
/// <param name="Number">1 for its first, and so on.</param>
/// <param name="Act">What was done.</param>
/// <param name="Version">The version that it was about; 0 for none.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, or a word to the next person; may be empty.</param>
/// <param name="Document">Number of the ledger's document that it posted; null for none.</param>
public sealed record TakenStep(int Number, SheetAct Act, int Version, string Actor, DateTimeOffset At, string Reason, long? Document);

/// <summary>What a reviewer asks to have mended.</summary>
/// <param name="Number">Its number within the sheet, which its answer bears.</param>
/// <param name="Step">Number of the step that sent the sheet back with it.</param>
/// <param name="About">The figure that it is about; an empty field for a project or an indicator as a whole.</param>
/// <param name="Text">What is wrong.</param>
public sealed record Remark(int Number, int Step, CellAddress About, string Text)
{
    /// <summary>Where it is answered.</summary>
    public CellAddress AnsweredAt => new(About.Subject, CaptureField.Row(CaptureField.Answer, Number));
}

/// <summary>A remark that is being made.</summary>
/// <param name="About">The figure that it is about.</param>
/// <param name="Text">What is wrong.</param>
public readonly record struct NewRemark(CellAddress About, string Text);

/// <summary>A version of a sheet, frozen when it was submitted.</summary>
/// <param name="Number">1 for the first, and so on.</param>
/// <param name="Actor">Who submitted it.</param>
/// <param name="At">When.</param>
/// <param name="Sha256">Fingerprint of its content, lower-case hexadecimal, which the journal has too.</param>
/// <param name="Content">What it says.</param>
public sealed record SheetVersion(int Number, string Actor, DateTimeOffset At, string Sha256, FrozenSheet Content)
{
    /// <summary>Who sent it and everyone who wrote any of it or supplied its files (AVP-069: none of them reviews or signs it).</summary>
    public IEnumerable<string> Authors => Content.Writers.Append(Actor).Distinct(StringComparer.Ordinal);
}

/// <summary>What a frozen version says: every place that was written, who wrote it, and the evidence of that moment.</summary>
/// <param name="Cells">What was written, in the order of the sheet.</param>
/// <param name="Evidence">The files that supported it.</param>
/// <param name="Plan">Fingerprint of the unit's part of the plan at that moment, which says what its figures count as.</param>
public sealed record FrozenSheet(IReadOnlyList<CaptureCell> Cells, IReadOnlyList<FrozenEvidence> Evidence, string Plan)
{
    /// <summary>Everyone who wrote any of it or supplied its files.</summary>
    public IEnumerable<string> Writers => Cells.Select(static c => c.Actor).Concat(Evidence.Select(static e => e.Actor)).Distinct(StringComparer.Ordinal);

    /// <summary>What stood in a place; empty when nothing did.</summary>
    public string Value(CellAddress address) => Cells.FirstOrDefault(c => c.Address == address)?.Value ?? "";
}

/// <summary>A file that supported a frozen version.</summary>
/// <param name="Number">Its number within the sheet.</param>
/// <param name="Subject">The indicator or project that it supports.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Fingerprint of its content, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Actor">Who supplied it.</param>
public sealed record FrozenEvidence(int Number, Guid Subject, string Name, string Sha256, long Bytes, string Actor);
