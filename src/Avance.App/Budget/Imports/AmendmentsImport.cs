using Avance.Budget;
using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>Amendments (<c>adecuaciones</c>): the rows of a folio carry money, targets or both.</summary>
internal sealed class AmendmentsImport(ImportContext context, ImportForm form, MappedTable table) : ImportHandler
{
    private readonly int _folio = form.IndexOf("folio"), _type = form.IndexOf("tipo"), _scope = form.IndexOf("alcance"), _day = form.IndexOf("fecha"), _unit = form.IndexOf("unidad"), _agreement = form.IndexOf("acuerdo");
    private readonly int _office = form.IndexOf("oficio"), _basis = form.IndexOf("fundamento"), _income = form.IndexOf("origen_ingreso"), _authority = form.IndexOf("autorizacion_especial"), _why = form.IndexOf("justificacion"), _unchanged = form.IndexOf("sin_cambio_de_metas");
    private readonly int _key = form.IndexOf("clave_presupuestaria"), _month = form.IndexOf("mes"), _amount = form.IndexOf("importe");
    private readonly int _targetUnit = form.IndexOf("unidad_meta"), _targetProject = form.IndexOf("proyecto_meta"), _indicator = form.IndexOf("indicador_meta"), _targetMonth = form.IndexOf("mes_meta"), _quantity = form.IndexOf("cantidad_meta");
    private readonly List<AmendmentLine> _lines = [];
    private readonly List<AmendmentTarget> _targets = [];
    private readonly List<int> _lineRows = [];
    private readonly List<int> _targetRows = [];
    private Amendment? _header;

    public override bool Continues(RowReader row, Draft draft) => row.Table[_folio].SequenceEqual(draft.Id);

    public override string NumberOf(RowReader row) => row.Table[_folio].ToString();

    public override void Read(RowReader row, Draft draft, bool isFirst)
    {
        if (isFirst)
        {
            _lines.Clear();
            _targets.Clear();
            _lineRows.Clear();
            _targetRows.Clear();
            _header = Header(row);
        }
        else if (row.Problems is null && Header(row) is var again && again != _header)
        {
            row.Add(RowProblems.DiffersWithin(row.Table.Column(_folio), draft.Id, "tipo, alcance, fecha, unidad, acuerdo, oficio, fundamento, origen_ingreso, autorizacion_especial, justificacion, sin_cambio_de_metas"));
        }

        ReadLine(row, draft.RowCount);
        ReadTarget(row, draft.RowCount);
        if (row.Problems is null && (_lineRows.Count == 0 || _lineRows[^1] != draft.RowCount) && (_targetRows.Count == 0 || _targetRows[^1] != draft.RowCount))
        {
            row.Add(RowProblems.Missing(row.Table.Column(_amount), row.Form.Fields[_amount].Name));
        }
    }

    public override void End(Draft draft) =>
        draft.Content = new Parts(_header! with { Lines = [.. _lines], Targets = [.. _targets] }, [.. _lineRows], [.. _targetRows]);

    public override IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound) => [.. sound.Select(Post)];

    private DraftOutcome Post(Draft draft)
    {
        var parts = (Parts)draft.Content!;
        var entered = AmendmentEntry.Enter(
            context.Session, context.Writer, context.EntityId, parts.Amendment, new(context.Mapping.DocumentSource, context.Mapping.ThirdParty), context.Actor, context.Now);
        foreach (var problem in entered.Problems)
        {
            var row = problem.Part switch
            {
                AmendmentPart.Line when problem.Number > 0 => parts.LineRows[problem.Number - 1],
                AmendmentPart.Target when problem.Number > 0 => parts.TargetRows[problem.Number - 1],
                _ => 0,
            };
            var column = problem.Part switch { AmendmentPart.Line => table.Column(_key), AmendmentPart.Target => table.Column(_quantity), _ => 0 };
            var said = new RowProblem(problem.RuleId, column, "", problem.Text, problem.Remedy);
            if (entered.Status == LedgerRefused)
            {
                draft.Add(row, said);
            }
            else
            {
                draft.Warn(row, said);
            }
        }

        return entered.Status switch
        {
            LedgerRefused => DraftOutcome.Refused,
            Avance.App.Ledger.LedgerStatus.AlreadyPosted => DraftOutcome.AlreadyPosted,
            _ => DraftOutcome.Posted,
        };
    }

    private const Avance.App.Ledger.LedgerStatus LedgerRefused = Avance.App.Ledger.LedgerStatus.Refused;

    private Amendment Header(RowReader row)
    {
        var type = row.Text(_type, 60);
        if (!AmendmentWords.TryRead(type, out AmendmentType kind) && type.Length > 0)
        {
            row.Add(RowProblems.NotAWord(row.Table.Column(_type), type, "tipo", "ampliacion, reduccion, traspaso, recalendarizacion, reclasificacion, cierre"));
        }

        var scope = row.Text(_scope, 60);
        if (!AmendmentWords.TryRead(scope, out AmendmentScope reach) && scope.Length > 0)
        {
            row.Add(RowProblems.NotAWord(row.Table.Column(_scope), scope, "alcance", "interna, externa"));
        }

        return new()
        {
            Id = default,
            Year = context.Year,
            Folio = row.Text(_folio, 60),
            Type = kind,
            Scope = reach,
            EffectiveOn = row.Day(_day),
            UnitCode = row.Text(_unit, 40),
            Agreement = row.Text(_agreement),
            OfficeNumber = row.Text(_office),
            LegalBasis = row.Text(_basis, 1_000),
            Justification = row.Text(_why, 4_000),
            IncomeSource = row.Text(_income, 1_000),
            SpecialAuthority = row.Text(_authority, 1_000),
            TargetsUnchanged = row.Text(_unchanged, 2_000),
        };
    }

    private void ReadLine(RowReader row, int number)
    {
        var (key, month, amount) = (row.Text(_key, 200), row.Month(_month), row.Amount(_amount));
        if (key.Length == 0 && amount is null)
        {
            return;
        }

        Need(row, _key, key.Length > 0);
        Need(row, _month, month is not null);
        Need(row, _amount, amount is not null);
        if (row.Problems is null)
        {
            _lines.Add(new(key, month!.Value, amount!.Value));
            _lineRows.Add(number);
            Totals.Of(key).Add(amount.Value.IsNegative ? BudgetStage.Decrease : BudgetStage.Increase, amount.Value.IsNegative ? -amount.Value : amount.Value);
        }
    }

    private void ReadTarget(RowReader row, int number)
    {
        var (unit, project, indicator, month, quantity) = (row.Text(_targetUnit, 40), row.Text(_targetProject, 40), row.Count(_indicator, 1, 1000), row.Month(_targetMonth), row.Quantity(_quantity));
        if (unit.Length == 0 && project.Length == 0 && quantity is null)
        {
            return;
        }

        Need(row, _targetUnit, unit.Length > 0);
        Need(row, _targetProject, project.Length > 0);
        Need(row, _indicator, indicator is not null);
        Need(row, _targetMonth, month is not null);
        Need(row, _quantity, quantity is not null);
        if (row.Problems is null)
        {
            _targets.Add(new(unit, project, (int)indicator!.Value, month!.Value, quantity!.Value));
            _targetRows.Add(number);
        }
    }

    private static void Need(RowReader row, int field, bool isThere)
    {
        if (!isThere && row.Problems is null)
        {
            row.Add(RowProblems.Missing(row.Table.Column(field), row.Form.Fields[field].Name));
        }
    }

    private sealed record Parts(Amendment Amendment, int[] LineRows, int[] TargetRows);
}
