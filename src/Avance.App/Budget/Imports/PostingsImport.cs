using Avance.App.Ledger;
using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>
/// Entries of the accounts (<c>movimientos</c>). The rows that come by the million: nothing is made for a row but its entry.
/// </summary>
internal sealed class PostingsImport : LedgerImport
{
    private readonly Dictionary<string, Target> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Target>.AlternateLookup<ReadOnlySpan<char>> _byKey;
    private readonly Dictionary<string, BudgetStage[]> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BudgetStage[]>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly IdentitySequence _identities;
    private readonly List<BudgetEntry> _entries = [];
    private readonly List<int> _rows = [];
    private readonly int _description, _key, _month, _stage, _amount;
    private DateOnly? _day;
    private string _text = "";

    public PostingsImport(ImportContext context, ImportForm form)
        : base(context, form)
    {
        (_description, _key, _month, _stage, _amount) = (form.IndexOf("descripcion"), form.IndexOf("clave_presupuestaria"), form.IndexOf("mes"), form.IndexOf("momento"), form.IndexOf("importe"));
        var layout = BudgetLines.Layout(context.Session, context.EntityId, context.Year);
        foreach (var line in BudgetLines.Load(context.Session, context.EntityId, context.Year).Values)
        {
            _lines.Add(line.Key, new(line.Id, Totals.Of(ProjectOf(line, layout))));
        }

        _byKey = _lines.GetAlternateLookup<ReadOnlySpan<char>>();
        _byWord = _stages.GetAlternateLookup<ReadOnlySpan<char>>();
        _identities = context.Writer.Identities;

        // Its rows ask nothing of the database but what was read here.
        context.Writer.WriteBehind();
    }

    public override void Read(RowReader row, Draft draft, bool isFirst)
    {
        if (isFirst)
        {
            _entries.Clear();
            _rows.Clear();
            _day = null;
            RequireNumber(row);
            _text = row.Text(_description);
        }

        _day = Day(row, _day);
        var key = row.Table[_key];
        if (!_byKey.TryGetValue(key, out var line))
        {
            row.Add(key.IsEmpty
                ? RowProblems.Missing(row.Table.Column(_key), row.Form.Fields[_key].Name)
                : RowProblems.UnknownLine(row.Table.Column(_key), RowReader.Excerpt(key), Context.Year));
        }

        var stages = Stages(row);
        var month = row.Month(_month) ?? (_day is { Year: > 1 } day ? day.Month : 0);
        var amount = row.Amount(_amount);
        if (amount is null || line is null || row.Problems is not null)
        {
            return;
        }

        foreach (var stage in stages)
        {
            _entries.Add(new(line.Id, month, stage, amount.Value));
            _rows.Add(draft.RowCount);
            line.Sums.Add(stage, amount.Value);
        }
    }

    public override void End(Draft draft)
    {
        draft.EntryRows = _rows.Count == draft.RowCount ? null : [.. _rows];
        draft.Content = new LedgerDocument
        {
            Id = _identities.Next(),
            Kind = DocumentKind.Posting,
            Folio = draft.Id,
            Source = Context.Mapping.DocumentSource,
            SourceDocumentId = draft.Id,
            EffectiveOn = _day ?? default,
            Description = _text,
            ThirdParty = Context.Mapping.ThirdParty,
            Entries = draft.IsSound ? [.. _entries] : [],
        };
    }

    private BudgetStage[] Stages(RowReader row)
    {
        var text = row.Table[_stage];
        if (_byWord.TryGetValue(text, out var known))
        {
            return known;
        }

        var words = text.Length > 100 ? [] : text.ToString().Split('+', StringSplitOptions.TrimEntries);
        var stages = new List<BudgetStage>();
        foreach (var word in words)
        {
            if (LedgerNames.StageOf(word) is { } stage)
            {
                stages.Add(stage);
            }
        }

        if (stages.Count == 0 || stages.Count != words.Length || stages.Distinct().Count() != stages.Count)
        {
            row.Add(text.IsEmpty
                ? RowProblems.Missing(row.Table.Column(_stage), row.Form.Fields[_stage].Name)
                : RowProblems.NotAWord(row.Table.Column(_stage), RowReader.Excerpt(text), row.Form.Fields[_stage].Name, "comprometido, devengado, ejercido, pagado"));
            return [];
        }

        BudgetStage[] found = [.. stages.Order()];
        if (_stages.Count < 100)
        {
            _stages.Add(text.ToString(), found);
        }

        return found;
    }

    /// <summary>A line as postings need it.</summary>
    private sealed record Target(Guid Id, ProjectSums Sums);
}
