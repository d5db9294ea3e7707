using Avance.App.Ledger;
using Avance.Budget;
using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>The approved budget (<c>aprobado</c>): a row is a line with its twelve months. Lines that are new are made.</summary>
internal sealed class ApprovedImport : LedgerImport
{
    private const int Months = 12;

    private readonly int _authority, _key, _january;
    private readonly BudgetKeyLayout _layout;
    private readonly Dictionary<string, BudgetLine> _lines;
    private readonly Dictionary<Guid, BudgetLine> _new = [];
    private readonly HashSet<Guid> _written = [];
    private readonly Dictionary<string, Guid> _projects;
    private readonly IdentitySequence _identities;
    private readonly List<BudgetEntry> _entries = [];
    private readonly List<int> _rows = [];
    private DateOnly? _day;
    private string _text = "";

    public ApprovedImport(ImportContext context, ImportForm form)
        : base(context, form)
    {
        (_authority, _key, _january) = (form.IndexOf("autoridad"), form.IndexOf("clave_presupuestaria"), form.IndexOf("ene"));
        _layout = BudgetLines.Layout(context.Session, context.EntityId, context.Year);
        _lines = BudgetLines.Load(context.Session, context.EntityId, context.Year);
        _projects = Projects(context.Session, context.EntityId, context.Year);
        _identities = context.Writer.Identities;
    }

    public override void Read(RowReader row, Draft draft, bool isFirst)
    {
        if (isFirst)
        {
            _entries.Clear();
            _rows.Clear();
            _day = null;
            RequireNumber(row);
            _text = row.Text(_authority);
        }

        _day = Day(row, _day);
        var line = Line(row);
        var (first, told) = (_entries.Count, 0);
        for (var month = 1; month <= Months; month++)
        {
            if (row.Amount(_january + month - 1) is { } amount && line is not null)
            {
                told = told == 0 ? month : told;
                if (amount != Money.Zero)
                {
                    Add(line, month, amount, draft.RowCount);
                }
            }
        }

        if (told == 0 && row.Problems is null)
        {
            row.Add(RowProblems.Missing(row.Table.Column(_january), "ene…dic"));
        }
        else if (_entries.Count == first && line is not null)
        {
            // A line of zeros says that nothing was approved, which is not the same as saying nothing.
            Add(line, told, Money.Zero, draft.RowCount);
        }
    }

    public override void End(Draft draft)
    {
        draft.EntryRows = [.. _rows];
        draft.Content = new LedgerDocument
        {
            Id = _identities.Next(),
            Kind = DocumentKind.Budget,
            Folio = draft.Id,
            Source = Context.Mapping.DocumentSource,
            SourceDocumentId = draft.Id,
            EffectiveOn = _day ?? default,
            Description = "Presupuesto aprobado",
            Authority = _text,
            ThirdParty = Context.Mapping.ThirdParty,
            Entries = draft.IsSound ? [.. _entries] : [],
        };
    }

    protected override void Prepare(IReadOnlyList<Draft> sound)
    {
        foreach (var entry in sound.SelectMany(static d => ((LedgerDocument)d.Content!).Entries))
        {
            BudgetLine? line;
            lock (_new)
            {
                _new.TryGetValue(entry.LineId, out line);
            }

            if (line is not null && _written.Add(line.Id))
            {
                BudgetLines.Add(Context.Session, Context.EntityId, Context.Year, line);
            }
        }
    }

    private void Add(BudgetLine line, int month, Money amount, int row)
    {
        _entries.Add(new(line.Id, month, BudgetStage.Approved, amount));
        _rows.Add(row);
        Totals.Of(ProjectOf(line, _layout)).Add(BudgetStage.Approved, amount);
    }

    private BudgetLine? Line(RowReader row)
    {
        var key = row.Text(_key, 200);
        if (key.Length == 0 || _lines.TryGetValue(key, out var line))
        {
            return key.Length == 0 ? null : _lines[key];
        }

        if (!_layout.TryParse(key, Context.Year, out var codes, out var problem))
        {
            row.Add(RowProblems.BadKey(row.Table.Column(_key), key, problem!));
            return null;
        }

        // As printed, without the spaces that a spreadsheet put around its parts.
        var printed = string.Join(BudgetKeyLayout.Separator, codes);
        if (_lines.TryGetValue(printed, out line))
        {
            return line;
        }

        line = new(_identities.Next(), printed, null, codes);
        if (_projects.TryGetValue(ProjectOf(line, _layout), out var project))
        {
            line = line with { ProjectId = project };
        }
        else if (!Context.Mapping.ThirdParty && _layout.IndexOf(KeySegment.Unit) is >= 0 and var unit && _layout.IndexOf(KeySegment.Project) is >= 0 and var code)
        {
            row.Add(RowProblems.UnknownProject(row.Table.Column(_key), Address(codes[unit], codes[code]), Context.Year));
            return null;
        }

        _lines.Add(printed, line);
        lock (_new)
        {
            _new.Add(line.Id, line);
        }

        return line;
    }
}
