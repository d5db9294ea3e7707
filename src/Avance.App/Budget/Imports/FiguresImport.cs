using System.Globalization;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Budget.Imports;

/// <summary>
/// A third party's table (<c>cifras</c>), taken as it is: what is odd is told, and nothing is invented for what is blank. Each
/// row becomes a line of the budget and a document, and what it says of unit, programme and project becomes the plan.
/// </summary>
internal sealed class FiguresImport : ImportHandler
{
    private static readonly (string Word, ProjectType Value)[] Types = [("corriente", ProjectType.Current), ("inversion", ProjectType.Investment)];

    private readonly ImportContext _context;
    private readonly ImportForm _form;
    private readonly FigurePlan _plan;
    private readonly BudgetKeyLayout _layout;
    private readonly Dictionary<string, BudgetLine> _lines;
    private readonly HashSet<Guid> _before;
    private readonly Dictionary<Guid, string> _given = [];

    public FiguresImport(ImportContext context, ImportForm form, MappedTable table)
    {
        (_context, _form) = (context, form);
        _plan = new(context);
        _lines = BudgetLines.Load(context.Session, context.EntityId, context.Year);
        _before = _lines.Values.Select(static line => line.Id).ToHashSet();
        _layout = FigureLayout.Of(table.Mapping);
        if (!_layout.Segments.Select(static s => s.Code).SequenceEqual(BudgetLines.Layout(context.Session, context.EntityId, context.Year).Segments.Select(static s => s.Code)))
        {
            BudgetLines.SetLayout(context.Session, context.EntityId, context.Year, _layout, context.Actor, StoredMoment.Of(context.Now));
        }
    }

    public override bool Continues(RowReader row, Draft draft) => false;

    public override string NumberOf(RowReader row) => row.Table.Row.Line.ToString(CultureInfo.InvariantCulture);

    public override void Read(RowReader row, Draft draft, bool isFirst)
    {
        var day = row.Day(At("fecha")) ?? new DateOnly(_context.Year, 12, 31);
        var figure = new FigureRow
        {
            Key = row.Text(At("clave_presupuestaria"), 200),
            CutOff = row.Text(At("corte"), 40),
            Day = day,
            Month = row.Month(At("mes")) ?? day.Month,
            Approved = row.Amount(At("aprobado")),
            Revised = row.Amount(At("modificado")),
            Committed = row.Amount(At("comprometido")),
            Accrued = row.Amount(At("devengado")),
            PaymentOrdered = row.Amount(At("ejercido")),
            Paid = row.Amount(At("pagado")),
            Unit = Pair(row, "unidad"),
            Parent = Pair(row, "unidad_padre"),
            Programme = Pair(row, "programa"),
            Project = Pair(row, "proyecto"),
            Type = row.Word(At("tipo"), Types),
            Subfunction = row.Text(At("subfuncion"), 20),
            Municipality = FigureRow.Tidy(row.Text(At("municipio"))),
            Locality = FigureRow.Tidy(row.Text(At("localidad"))),
            Population = row.Count(At("poblacion")),
            UnitOfMeasure = FigureRow.Tidy(row.Text(At("unidad_medida"), 100)),
            PhysicalProgress = row.Quantity(At("avance_fisico"), round: true),
            Observations = row.Text(At("observaciones"), 20_000),
        };
        if (row.Problems is null && !_layout.TryParse(figure.Key, _context.Year, out _, out var problem))
        {
            row.Add(RowProblems.BadKey(row.Table.Column(At("clave_presupuestaria")), figure.Key, problem!));
        }

        draft.Content = figure;
        if (row.Problems is not null)
        {
            return;
        }

        foreach (var odd in figure.Oddities())
        {
            draft.Warn(0, odd);
        }

        foreach (var entry in figure.Entries(default))
        {
            Totals.Of(figure.Unit.Code.Length > 0 && figure.Project.Code.Length > 0 ? $"{figure.Unit.Code}/{figure.Project.Code}" : figure.Key).Add(entry.Stage, entry.Amount);
        }
    }

    public override void End(Draft draft)
    {
    }

    public override IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound)
    {
        var outcomes = new DraftOutcome[sound.Count];
        var documents = new List<LedgerDocument>(sound.Count);
        var places = new List<int>(sound.Count);
        for (var i = 0; i < sound.Count; i++)
        {
            var document = Document((FigureRow)sound[i].Content!, sound[i]);
            if (document is not null && Repeats(document) is { } problem)
            {
                sound[i].Add(0, problem);
            }

            if (sound[i].IsSound && document is not null)
            {
                documents.Add(document);
                places.Add(i);
            }
            else
            {
                outcomes[i] = sound[i].IsSound ? DraftOutcome.Posted : DraftOutcome.Refused;
            }
        }

        var verdicts = _context.Writer.Accept(documents);
        for (var i = 0; i < verdicts.Count; i++)
        {
            // What the ledger finds odd is left out: it takes a stage that is not told for zero.
            var (verdict, place) = (verdicts[i], places[i]);
            outcomes[place] = verdict.Status switch
            {
                LedgerStatus.Posted => DraftOutcome.Posted,
                LedgerStatus.AlreadyPosted => DraftOutcome.AlreadyPosted,
                _ => DraftOutcome.Refused,
            };
            if (verdict.Status == LedgerStatus.Refused)
            {
                sound[place].Add(0, RowProblems.Refused(verdict.RuleId!, verdict.Text!));
            }
        }

        return outcomes;
    }

    /// <summary>
    /// What is wrong when the line has figures of another row already, of this file or of an earlier one: those of a row are of
    /// the whole year so far, and would be counted twice.
    /// </summary>
    private RowProblem? Repeats(LedgerDocument document)
    {
        if (document.Entries.Count == 0)
        {
            return null;
        }

        var line = document.Entries[0].LineId;
        if (!_given.TryAdd(line, document.SourceDocumentId))
        {
            return _given[line] == document.SourceDocumentId ? RowProblems.RepeatedKey(document.Folio) : RowProblems.SecondCutOff(document.Folio);
        }

        return _before.Contains(line) && _context.Writer.Balance(line) is { } balance && document.Entries.Any(entry => balance.Through(entry.Stage) != Money.Zero) && !_context.Writer.IsOnRecord(document)
            ? RowProblems.SecondCutOff(document.Folio)
            : null;
    }

    private LedgerDocument? Document(FigureRow figure, Draft draft)
    {
        var project = _plan.Project(figure, draft);
        if (!draft.IsSound)
        {
            return null;
        }

        var quarter = (figure.Month + 2) / 3;
        var document = new LedgerDocument
        {
            Id = _context.Writer.Identities.Next(),
            Kind = DocumentKind.Posting,
            Folio = figure.Key,
            Source = _context.Mapping.DocumentSource,
            SourceDocumentId = figure.CutOff.Length > 0 ? $"{figure.CutOff}/{figure.Key}" : figure.Key,
            EffectiveOn = figure.Day,
            Description = figure.Project.Name,
            ThirdParty = _context.Mapping.ThirdParty,
            Entries = figure.Entries(Line(figure.Key, project?.Id)),
            Targets = project?.Indicator is { } indicator && figure.PhysicalProgress is { } progress ? [new(indicator, figure.Month, TargetStage.Achieved, progress)] : [],
            Beneficiaries = project is not null && figure.Population is { } people ? [new(project.Id, quarter, null, null, people)] : [],
            Explanations = project is not null && figure.Observations.Length > 0 ? [new(project.Id, quarter, figure.Project.Name, figure.Observations)] : [],
        };
        return document.Entries.Count + document.Targets.Count + document.Beneficiaries.Count + document.Explanations.Count > 0 ? document : null;
    }

    private Guid Line(string key, Guid? project)
    {
        if (!_lines.TryGetValue(key, out var line))
        {
            line = new(_context.Writer.Identities.Next(), key, project, key.Split(BudgetKeyLayout.Separator));
            BudgetLines.Add(_context.Session, _context.EntityId, _context.Year, line);
            _lines.Add(key, line);
        }

        return line.Id;
    }

    private (string Code, string Name) Pair(RowReader row, string field) =>
        (row.Text(At(field), 60).Replace('-', '.'), FigureRow.Tidy(row.Text(At(field + "_nombre"))));

    private int At(string field) => _form.IndexOf(field);
}

/// <summary>The structure of a third party's keys, from the columns that its mapping joins.</summary>
internal static class FigureLayout
{
    private static readonly (string Field, string Segment)[] Known = [("unidad", KeySegment.Unit), ("programa", KeySegment.Programme), ("proyecto", KeySegment.Project)];

    public static BudgetKeyLayout Of(ImportMapping mapping) => new([.. mapping.Fields["clave_presupuestaria"].Columns.Distinct().Select(column =>
        new KeySegment(Segment(mapping, column), new(column, column), 0, null))]);

    /// <summary>A column that alone says unit, programme or project is that part of the key; any other bears its own name.</summary>
    private static string Segment(ImportMapping mapping, string column)
    {
        foreach (var (field, segment) in Known)
        {
            if (mapping.Fields.TryGetValue(field, out var source) && source.Columns.Count == 1 && source.Columns[0] == column)
            {
                return segment;
            }
        }

        return FoldedText.Fold(column).Replace(' ', '_');
    }
}
