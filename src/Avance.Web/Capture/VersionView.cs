using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>A frozen version of a sheet, beside the one that it follows.</summary>
/// <param name="Request">Who looks.</param>
/// <param name="File">The sheet that it is of.</param>
/// <param name="Version">The version.</param>
/// <param name="Base">What it is compared with: the last one signed before it, or the one before; null for the first.</param>
/// <param name="Form">What a reviewer types.</param>
public sealed record VersionView(WorkRequest Request, SheetFile File, SheetVersion Version, SheetVersion? Base, Form Form)
{
    internal const string RemarkPrefix = "remark.";

    /// <summary>Carries the state in which the sheet was seen.</summary>
    internal static readonly Field Seen = new("state", new("Estado visto", "State seen"));

    internal static readonly Field Note = new("note", new("Motivo de la devolución, o nota", "Reason for returning it, or note"), new("Para devolver es necesario; con él van las observaciones escritas junto a cada cifra.", "Needed to return it; the remarks written beside each figure go with it."));

    /// <summary>Who reads.</summary>
    public Site Site => Request.Site;

    /// <summary>The unit's code.</summary>
    public string Unit => File.Unit.Code;

    /// <summary>The quarter.</summary>
    public int Quarter => File.Period.Period.Quarter;

    /// <summary>Whether it is the version that the sheet stands at.</summary>
    public bool IsLast => Version.Number == File.Sheet.Version;

    /// <summary>How it stands, with the class of its mark; what other version counts where it does not.</summary>
    public (string Mark, LocalizedText Text) Standing
    {
        get
        {
            var (sheet, isSigned) = (File.Sheet, File.Sheet.Authorised == Version.Number);
            return IsLast && (isSigned || sheet.State != SheetState.Authorised) ? (sheet.State.Mark(), Words.Capital(sheet.State.Name()))
                : isSigned ? (SheetState.Authorised.Mark(), new("Autorizada: es la que vale", "Authorised: the one that counts"))
                : IsLast ? (SheetState.Returned.Mark(), new($"Sin autorizar: se dejó la versión {sheet.Authorised}", $"Not authorised: version {sheet.Authorised} was let stand"))
                : ("", new($"La sustituyó la versión {After(sheet)}.", $"Version {After(sheet)} took its place."));
        }
    }

    /// <summary>Whether this person typed any of it: then another has to review and sign it (AVP-069).</summary>
    public bool IsOwn => Version.Authors.Contains(Request.Actor, StringComparer.Ordinal);

    /// <summary>Whether this person may approve it now.</summary>
    public bool MayApprove => IsBefore(SheetAct.Approve) && Request.Can(Act.ReviewCapture);

    /// <summary>Whether this person may send it back now.</summary>
    public bool MayReturn => IsBefore(SheetAct.Return) && Request.Can(Act.ReturnCapture, Unit);

    /// <summary>Whether it is shown with boxes for remarks and a decision.</summary>
    public bool TakesDecision => MayReturn && !IsOwn;

    /// <summary>What a reviewer had written when somebody was faster, and has no box any more.</summary>
    public IReadOnlyList<(LocalizedText About, string Text)> Unsaved => TakesDecision ? [] :
    [
        .. new[] { (Note.Label, Form.Typed(Note)) }.Where(static n => n.Item2.Trim().Length > 0),
        .. ReadRemarks(Form).Select(r => (Sheet.Label(r.About), r.Text)),
    ];

    /// <summary>Whether this person may sign it now.</summary>
    public bool MayAuthorise => IsBefore(SheetAct.Authorise) && Request.Can(Act.AuthoriseCapture, Unit);

    /// <summary>What it says, read.</summary>
    public SheetContent Content => field ??= Read(Version);

    /// <summary>What is wrong with it, or worth a look.</summary>
    public SheetCheck Check => field ??= SheetChecker.Check(Content, File.Ground);

    /// <summary>Its targets.</summary>
    public IReadOnlyList<TargetRow> Targets => field ??= TargetRow.All(Content, File.Ground);

    /// <summary>Its places that are figures of targets, with what they said before.</summary>
    public IEnumerable<(TargetRow Row, string Was, string Is)> Figures => Targets.Select(row => (row, Was(row.Achieved), Version.Content.Value(row.Achieved)));

    /// <summary>The people served by each project, with what was told before.</summary>
    public IEnumerable<(ProjectCapture Project, ProjectCapture? Was)> Served => Content.Projects.Select(p => (p, BaseContent?.Projects.FirstOrDefault(b => b.Project.Id == p.Project.Id)));

    /// <summary>How many places it changes of what it is compared with.</summary>
    public int Changes => Version.Content.Cells.Count(c => !IsAnswer(c.Address) && c.Value != Was(c.Address));

    /// <summary>The remarks of the return that led to it, with the answers that it has; none when a reopening led to it.</summary>
    public IEnumerable<(Remark Remark, string Answer)> Answers
    {
        get
        {
            var before = File.Steps.LastOrDefault(s => s.Act is SheetAct.Return or SheetAct.Reopen && s.Version < Version.Number);
            return File.Remarks.Where(r => r.Step == before?.Number).Select(r => (r, Version.Content.Value(r.AnsweredAt)));
        }
    }

    /// <summary>The remarks that were made about it when it was sent back.</summary>
    public IEnumerable<Remark> Remarks
    {
        get
        {
            var steps = File.Steps.Where(s => s.Act == SheetAct.Return && s.Version == Version.Number).Select(static s => s.Number).ToHashSet();
            return File.Remarks.Where(r => steps.Contains(r.Step));
        }
    }

    /// <summary>The sheet, for its words about places.</summary>
    public SheetView Sheet => field ??= new(Request, File);

    /// <summary>What stood in a place in the version that it is compared with; empty when nothing did.</summary>
    public string Was(CellAddress address) => Base?.Content.Value(address) ?? "";

    /// <summary>The box for a remark about a place.</summary>
    internal static Field RemarkField(CellAddress address) => new(RemarkPrefix + address.Name(), new("Observación", "Remark"));

    /// <summary>The state in which the sheet was seen by who sends a form; where it does not say, that in which it waits for review.</summary>
    internal static SheetState StateSeen(Form form) => Enum.TryParse<SheetState>(form.Typed(Seen), ignoreCase: true, out var seen) ? seen : SheetState.Submitted;

    /// <summary>The remarks that a form has.</summary>
    internal static List<NewRemark> ReadRemarks(Form form) =>
    [
        .. form.Names.Where(static n => n.StartsWith(RemarkPrefix, StringComparison.Ordinal))
            .Select(n => (IsPlace: CellNames.TryRead(n[RemarkPrefix.Length..], out var about), About: about, Text: form.Typed(new Field(n, new(n, n))).Trim()))
            .Where(static r => r.IsPlace && r.Text.Length > 0)
            .Select(static r => new NewRemark(r.About, r.Text)),
    ];

    private bool IsBefore(SheetAct act) => File.Period.IsOpen && IsLast && SheetSteps.Find(File.Sheet.State, act) is not null;

    private SheetContent? BaseContent => field ??= Base is null ? null : Read(Base);

    private SheetContent Read(SheetVersion version) => SheetReading.Read(File.Content.Projects.Select(static p => p.Project), Quarter, version.Content.Cells.ToDictionary(static c => c.Address));

    /// <summary>The version that took its place: the signed one where that came after it.</summary>
    private int After(CaptureSheet sheet) => sheet.Authorised > Version.Number ? sheet.Authorised : sheet.Version;

    private static bool IsAnswer(CellAddress address) => CaptureField.Split(address.Field).Name == CaptureField.Answer;
}
