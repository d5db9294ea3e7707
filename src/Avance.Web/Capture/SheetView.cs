using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Findings;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>A unit's sheet as its page shows it.</summary>
/// <param name="Request">Who works.</param>
/// <param name="File">The sheet.</param>
public sealed record SheetView(WorkRequest Request, SheetFile File)
{
    private static readonly IReadOnlyDictionary<CellAddress, CaptureCell?> None = new Dictionary<CellAddress, CaptureCell?>();

    /// <summary>What was sent and not kept; null when all was.</summary>
    public Form? Sent { get; init; }

    /// <summary>Places where somebody else wrote meanwhile, with what stands there.</summary>
    public IReadOnlyDictionary<CellAddress, CaptureCell?> Conflicts { get; init; } = None;

    /// <summary>The project that was given one more row of people served.</summary>
    public Guid ExtraRow { get; init; }

    /// <summary>What others did since this person last looked.</summary>
    public SheetNews News { get; init; } = new([], []);

    /// <summary>Who reads.</summary>
    public Site Site => Request.Site;

    /// <summary>The unit's code.</summary>
    public string Unit => File.Unit.Code;

    /// <summary>The quarter.</summary>
    public int Quarter => File.Period.Period.Quarter;

    /// <summary>The page's heading.</summary>
    public string Title => $"{Unit} {File.Unit.Name}";

    /// <summary>Whether this person may write in it now.</summary>
    public bool IsWritable => File.Period.IsOpen && File.Sheet.State.IsWritable() && Request.Today() >= File.Period.OpensOn && Request.Can(Act.WriteCapture, Unit);

    /// <summary>Its targets.</summary>
    public IReadOnlyList<TargetRow> Targets => field ??= TargetRow.All(File.Content, File.Ground);

    /// <summary>Its projects with the people that they served.</summary>
    public IReadOnlyList<ServedRow> Served => field ??= [.. File.Content.Projects.Select(project =>
    {
        var before = File.Ground.ServedBefore.GetValueOrDefault(project.Project.Id);
        return new ServedRow(project, before, SheetChecker.Served(project, Quarter, before), RowsOf(project.Project.Id));
    })];

    /// <summary>The files that support it, by figure or project.</summary>
    public ILookup<Guid, EvidenceFile> Evidence => field ??= Request.Get<Evidence>().List(Request.Entity, File.Period.Period, Unit)
        .Where(f => File.AuthorisedVersion is not { } authorised || authorised.Content.Evidence.Any(e => e.Number == f.Number)).ToLookup(static f => f.SubjectId);

    /// <summary>What is wrong with each place, or worth a look there. What is only missing yet is told by the cell itself.</summary>
    public ILookup<CellAddress, SheetNote> Notes => field ??= File.Check.Problems.Where(static p => p.RuleId != SheetNote.Missing).Select(static p => (p.Address, Note: SheetNote.Of(p)))
        .Concat(File.Check.Findings.Select(f => (Address: PlaceOf(f), Note: SheetNote.Of(f))))
        .ToLookup(static n => n.Address, static n => n.Note);

    /// <summary>What a project's explanation has to answer.</summary>
    public IEnumerable<SheetNote> Demands(Guid project) => File.Check.Findings.Where(f => f.Project == project && f.Finding.Severity == Severity.NeedsExplanation).Select(SheetNote.Of);

    /// <summary>The remarks of the last return about a place; an empty field asks for those about a subject as a whole.</summary>
    public IEnumerable<Remark> Remarks(Guid subject, params string[] fields) => File.Pending.Where(r => r.About.Subject == subject && fields.Contains(r.About.Field));

    /// <summary>The remarks of the last return that have no answer yet.</summary>
    public IReadOnlyList<Remark> Unanswered => field ??= [.. File.Pending.Where(r => File.Value(r.AnsweredAt).Length == 0)];

    /// <summary>Places that are still blank and should not be.</summary>
    public IReadOnlyList<CellAddress> Missing => field ??= [.. File.Check.Problems.Where(static p => p.RuleId == SheetNote.Missing).Select(static p => p.Address)];

    private HashSet<CellAddress> MissingCells => field ??= [.. Missing];

    /// <summary>Whether another person had typed what was sent: then it is told, and stays out of the boxes.</summary>
    public bool IsOfAnother => Sent?.IsOfAnother(Request.Actor) is true;

    /// <summary>What the sender typed and the sheet does not have. What they left alone is not theirs, whatever was written there meanwhile.</summary>
    public IReadOnlyDictionary<CellAddress, CellEdit> Unsaved => field ??= (Sent is null ? [] : CellNames.Edits(Sent)).Where(IsUnsaved).DistinctBy(static e => e.Address).ToDictionary(static e => e.Address);

    /// <summary>What a place shows: what was typed, when it was not kept; what is kept otherwise.</summary>
    public string Value(CellAddress address) => IsUnsaved(address) ? Unsaved[address].Value : File.Value(address);

    /// <summary>Whether a box holds what was typed and was not kept.</summary>
    public bool IsUnsaved(CellAddress address) => !IsOfAnother && Unsaved.ContainsKey(address);

    /// <summary>
    /// The revisions that the boxes were made from. Where both values are shown it is the other person's: to send it again is to
    /// decide. What was typed and not kept stays with the revision that its person saw.
    /// </summary>
    public string Seen => CellNames.Revisions(File.Cells.Keys.Select(a => (a, SeenAt(a))).Where(static s => s.Item2 > 0));

    /// <summary>How a place stands, in a word or two.</summary>
    public (string Class, LocalizedText Text) State(CellAddress address) =>
        Conflicts.ContainsKey(address) ? ("cell-conflict", new("en conflicto", "in conflict"))
        : IsUnsaved(address) ? ("cell-wrong", new("sin guardar", "not saved"))
        : Notes[address].Any(static n => n.Severity == Severity.Error) ? ("cell-wrong", Kept(address, new("por corregir", "to correct")))
        : File.Value(address).Length > 0 ? ("cell-kept", Kept(address, new("guardado", "kept")))
        : MissingCells.Contains(address) ? ("cell-blank", new("por capturar", "to be captured"))
        : ("cell-blank", new("", ""));

    /// <summary>A place in words, for lists: whose, and what of it.</summary>
    public LocalizedText Label(CellAddress address)
    {
        var field = CaptureField.Name(address.Field);
        var about = Targets.FirstOrDefault(t => t.Indicator.Id == address.Subject) is { } target ? $"{target.Project.Key} «{target.Indicator.Name}»"
            : Served.FirstOrDefault(s => s.Project.Id == address.Subject)?.Project.Key ?? "";
        return address.Field.Length == 0 && about.Length > 0 ? new(about, about) : about.Length == 0 ? Words.Capital(field) : new($"{about}, {field.Spanish}", $"{about}, {field.English}");
    }

    /// <summary>Where a remark, a finding or a problem leads on the page.</summary>
    public string Anchor(CellAddress address) => "#" + (address.Subject == Guid.Empty ? "sheet" : address.Field.Length == 0 ? PlaceOf(address.Subject).Name() : address.Name());

    /// <summary>Where a note about a place is answered: what asks for an explanation, in the explanation of the project.</summary>
    public CellAddress MendedAt(CellAddress address, SheetNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Severity == Severity.NeedsExplanation && Targets.FirstOrDefault(t => t.Indicator.Id == address.Subject) is { } target ? new(target.Project.Id, CaptureField.Cause) : address;
    }

    /// <summary>Where a finding is shown.</summary>
    public static CellAddress PlaceOf(SheetFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Indicator is { } indicator ? new(indicator, CaptureField.Achieved) : new(finding.Project, CaptureField.Cause);
    }

    private CellAddress PlaceOf(Guid subject) => new(subject, Targets.Any(t => t.Indicator.Id == subject) ? CaptureField.Achieved : CaptureField.Cause);

    private int SeenAt(CellAddress address) =>
        Conflicts.TryGetValue(address, out var theirs) ? theirs?.Revision ?? 0
        : IsUnsaved(address) ? Unsaved[address].Base
        : File.Revision(address);

    private bool IsUnsaved(CellEdit edit)
    {
        var (address, value, seen) = (edit.Address, edit.Value.Trim(), edit.Base);
        return Conflicts.Count > 0 ? Conflicts.ContainsKey(address) : value != File.Value(address) && (seen == File.Revision(address) || value != Was(address, seen));
    }

    /// <summary>What a place said at a revision.</summary>
    private string? Was(CellAddress address, int revision) => revision == 0 ? ""
        : Request.Get<CaptureQueries>().History(Request.Entity, File.Period.Period, Unit, address).FirstOrDefault(c => c.Revision == revision)?.Value;

    private LocalizedText Kept(CellAddress address, LocalizedText word)
    {
        // A rule may ask for what was never written: an effect where there is a cause.
        if (!File.Cells.TryGetValue(address, out var cell))
        {
            return word;
        }

        var by = $"{CaptureWords.Who(cell.Actor)}, {Words.Day(Request.DayOf(cell.At))}";
        return new($"{word.Spanish} · {by}", $"{word.English} · {by}");
    }

    private int RowsOf(Guid project)
    {
        var written = File.Cells.Keys.Concat(Sent?.Names.Select(static n => CellNames.TryRead(n, out var a) ? a : default) ?? [])
            .Where(a => a.Subject == project).Select(static a => CaptureField.Split(a.Field)).Where(static f => f.Name != CaptureField.Answer).Select(static f => f.Row);
        return Math.Min(CaptureField.MaxPlaces, Math.Max(1, written.DefaultIfEmpty().Max()) + (ExtraRow == project ? 1 : 0));
    }
}

/// <summary>Something that a page says beside a place, or in the list above.</summary>
/// <param name="RuleId">The rule that says it.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Text">What it says.</param>
/// <param name="Blocks">Whether the sheet cannot be submitted with it.</param>
public sealed record SheetNote(string RuleId, Severity Severity, LocalizedText Text, bool Blocks)
{
    /// <summary>The problem of a place that is blank and should not be.</summary>
    internal const string Missing = "capture.missing";

    /// <summary>Whether it is a rule of the catalogue, which has a page.</summary>
    public bool HasPage => RuleCatalogue.Find(RuleId) is not null;

    /// <summary>Why the rule exists; null for what is no rule of the catalogue.</summary>
    public LocalizedText? Reason => RuleCatalogue.Find(RuleId)?.Reason;

    /// <summary>That an explanation was written, where it asks for one.</summary>
    internal string Answered(Site site) => Severity == Severity.NeedsExplanation && !Blocks ? site.Text(" (justificado)", " (explained)") : "";

    internal static SheetNote Of(CellProblem problem) => new(problem.RuleId, problem.Severity, problem.Text, problem.Severity == Severity.Error);

    internal static SheetNote Of(SheetFinding finding) => new(finding.Finding.RuleId, finding.Finding.Severity, finding.Finding.Message, finding.Blocks);
}
