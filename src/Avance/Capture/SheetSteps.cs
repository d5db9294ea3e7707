using Avance.Access;

namespace Avance.Capture;

/// <summary>Where a unit's sheet of a quarter stands. Names are stored in lower case; they never change.</summary>
public enum SheetState
{
    /// <summary>The unit is writing it.</summary>
    Capturing,

    /// <summary>A version was frozen and waits for review.</summary>
    Submitted,

    /// <summary>Sent back with remarks: the unit is writing its next version.</summary>
    Returned,

    /// <summary>Reviewed and found good; it waits for the signature of the unit's head.</summary>
    Approved,

    /// <summary>Signed: its figures are in the ledger.</summary>
    Authorised,

    /// <summary>Declared missing by planning: the quarter closes without it.</summary>
    Missing,
}

/// <summary>What may be done with a sheet. Names are stored in lower case; they never change.</summary>
public enum SheetAct
{
    /// <summary>The unit freezes a version and sends it.</summary>
    Submit,

    /// <summary>It is sent back, with what has to be mended.</summary>
    Return,

    /// <summary>Review finds it good.</summary>
    Approve,

    /// <summary>The unit's head signs it.</summary>
    Authorise,

    /// <summary>Planning declares that it did not come.</summary>
    DeclareMissing,

    /// <summary>A closed quarter is opened again for this unit.</summary>
    Reopen,

    /// <summary>Planning takes back that it did not come.</summary>
    Readmit,

    /// <summary>Planning lets stand what was signed before the reopening.</summary>
    LetStand,
}

/// <summary>A step that a sheet may take.</summary>
/// <param name="From">From this state.</param>
/// <param name="Act">By this act.</param>
/// <param name="To">To this state.</param>
/// <param name="NeedsReason">Whether it has to say why.</param>
public sealed record SheetStep(SheetState From, SheetAct Act, SheetState To, bool NeedsReason);

/// <summary>
/// The way of a sheet through its quarter, as one table: captured, submitted, reviewed, signed. What was signed changes only in a
/// quarter that was opened again, and by a new version.
/// </summary>
public static class SheetSteps
{
    /// <summary>Every step there is.</summary>
    public static IReadOnlyList<SheetStep> All { get; } =
    [
        new(SheetState.Capturing, SheetAct.Submit, SheetState.Submitted, false),
        new(SheetState.Returned, SheetAct.Submit, SheetState.Submitted, false),
        new(SheetState.Submitted, SheetAct.Approve, SheetState.Approved, false),
        new(SheetState.Submitted, SheetAct.Return, SheetState.Returned, true),
        new(SheetState.Approved, SheetAct.Return, SheetState.Returned, true),
        new(SheetState.Approved, SheetAct.Authorise, SheetState.Authorised, false),
        new(SheetState.Capturing, SheetAct.DeclareMissing, SheetState.Missing, true),
        new(SheetState.Returned, SheetAct.DeclareMissing, SheetState.Missing, true),
        new(SheetState.Submitted, SheetAct.DeclareMissing, SheetState.Missing, true),
        new(SheetState.Approved, SheetAct.DeclareMissing, SheetState.Missing, true),
        new(SheetState.Authorised, SheetAct.Reopen, SheetState.Returned, true),
        new(SheetState.Missing, SheetAct.Reopen, SheetState.Capturing, true),
        new(SheetState.Missing, SheetAct.Readmit, SheetState.Capturing, true),
        new(SheetState.Returned, SheetAct.LetStand, SheetState.Authorised, true),
    ];

    /// <summary>The step that an act takes from a state; null when there is none.</summary>
    public static SheetStep? Find(SheetState from, SheetAct act) => All.FirstOrDefault(step => step.From == from && step.Act == act);

    /// <summary>Whether the unit may write in it.</summary>
    public static bool IsWritable(this SheetState state) => state is SheetState.Capturing or SheetState.Returned;

    /// <summary>Whether nothing more is expected of it before the quarter closes.</summary>
    public static bool IsSettled(this SheetState state) => state is SheetState.Authorised or SheetState.Missing;

    /// <summary>What a sheet waits for: the act that carries it on; null when nothing more is expected of it.</summary>
    public static Act? Awaits(this SheetState state) => state switch
    {
        SheetState.Capturing or SheetState.Returned => Act.WriteCapture,
        SheetState.Submitted => Act.ReviewCapture,
        SheetState.Approved => Act.AuthoriseCapture,
        _ => null,
    };

    /// <summary>The state as people say it.</summary>
    public static LocalizedText Name(this SheetState state) => state switch
    {
        SheetState.Capturing => new("en captura", "being captured"),
        SheetState.Submitted => new("enviada a revisión", "submitted for review"),
        SheetState.Returned => new("devuelta", "returned"),
        SheetState.Approved => new("aprobada, por firmar", "approved, to be signed"),
        SheetState.Authorised => new("autorizada", "authorised"),
        _ => new("declarada faltante", "declared missing"),
    };

    /// <summary>What was done, as people say it.</summary>
    public static LocalizedText Name(this SheetAct act) => act switch
    {
        SheetAct.Submit => new("enviada", "submitted"),
        SheetAct.Return => new("devuelta", "returned"),
        SheetAct.Approve => new("aprobada", "approved"),
        SheetAct.Authorise => new("autorizada", "authorised"),
        SheetAct.DeclareMissing => new("declarada faltante", "declared missing"),
        SheetAct.Readmit => new("readmitida", "readmitted"),
        SheetAct.LetStand => new("confirmada sin cambios", "let stand"),
        _ => new("reabierta", "reopened"),
    };

    /// <summary>The word under which a state is stored.</summary>
    public static string Code(this SheetState state) => state.ToString().ToLowerInvariant();

    /// <summary>The word under which an act is stored.</summary>
    public static string Code(this SheetAct act) => act.ToString().ToLowerInvariant();

    /// <summary>The state of a stored word.</summary>
    public static SheetState StateOf(string code) => Enum.Parse<SheetState>(code, ignoreCase: true);

    /// <summary>The act of a stored word.</summary>
    public static SheetAct ActOf(string code) => Enum.Parse<SheetAct>(code, ignoreCase: true);
}
