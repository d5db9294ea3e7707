using Avance.App.Ledger;
using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>What the three tables of progress have in common: documents about projects of the plan.</summary>
internal abstract class ProgressImport : LedgerImport
{
    private readonly int _unit, _project;
    private readonly IdentitySequence _identities;
    private DateOnly? _day;

    protected ProgressImport(ImportContext context, ImportForm form)
        : base(context, form)
    {
        (_unit, _project) = (form.IndexOf("unidad"), form.IndexOf("proyecto"));
        _identities = context.Writer.Identities;
        PlanProjects = Projects(context.Session, context.EntityId, context.Year);
    }

    /// <summary>The plan's projects by unit and key.</summary>
    protected Dictionary<string, Guid> PlanProjects { get; }

    public sealed override void Read(RowReader row, Draft draft, bool isFirst)
    {
        if (isFirst)
        {
            Begin();
            RequireNumber(row);
            _day = null;
        }

        _day = Day(row, _day);
        var address = Address(row.Text(_unit, 40), row.Text(_project, 40));
        if (row.Problems is null && !PlanProjects.ContainsKey(address))
        {
            row.Add(RowProblems.UnknownProject(row.Table.Column(_project), address, Context.Year));
        }

        Read(row, draft, address);
    }

    public sealed override void End(Draft draft) => draft.Content = Fill(new LedgerDocument
    {
        Id = _identities.Next(),
        Kind = DocumentKind.Progress,
        Folio = draft.Id,
        Source = Context.Mapping.DocumentSource,
        SourceDocumentId = draft.Id,
        EffectiveOn = _day ?? default,
        ThirdParty = Context.Mapping.ThirdParty,
    });

    /// <summary>Forgets the document before.</summary>
    protected abstract void Begin();

    /// <summary>Takes a row in; its project is in the plan unless the row has problems.</summary>
    protected abstract void Read(RowReader row, Draft draft, string address);

    /// <summary>Puts into the document what its rows said.</summary>
    protected abstract LedgerDocument Fill(LedgerDocument document);
}

/// <summary>Targets achieved (<c>alcanzado</c>).</summary>
internal sealed class AchievedImport : ProgressImport
{
    private readonly int _indicator, _month, _quantity;
    private readonly Dictionary<(Guid Project, long Position), Guid> _indicators = [];
    private readonly List<TargetEntry> _targets = [];

    public AchievedImport(ImportContext context, ImportForm form)
        : base(context, form)
    {
        (_indicator, _month, _quantity) = (form.IndexOf("indicador"), form.IndexOf("mes"), form.IndexOf("cantidad"));
        context.Session.Each(
            "SELECT i.project_id, i.position, i.indicator_id FROM indicator i JOIN project p ON p.entity_id = i.entity_id AND p.project_id = i.project_id WHERE i.entity_id = $1 AND p.fiscal_year = $2",
            row => _indicators[(row.Id(0), row.Long(1))] = row.Id(2),
            context.EntityId, context.Year);
    }

    protected override void Begin() => _targets.Clear();

    protected override void Read(RowReader row, Draft draft, string address)
    {
        var (position, month, quantity) = (row.Count(_indicator, 1, 1000), row.Month(_month), row.Quantity(_quantity));
        if (row.Problems is not null)
        {
            return;
        }

        if (_indicators.TryGetValue((PlanProjects[address], position!.Value), out var indicator))
        {
            _targets.Add(new(indicator, month!.Value, TargetStage.Achieved, quantity!.Value));
        }
        else
        {
            row.Add(RowProblems.UnknownIndicator(row.Table.Column(_indicator), address, position.Value));
        }
    }

    protected override LedgerDocument Fill(LedgerDocument document) => document with { Description = "Metas alcanzadas", Targets = [.. _targets] };
}

/// <summary>People served (<c>beneficiarios</c>).</summary>
internal sealed class BeneficiariesImport(ImportContext context, ImportForm form) : ProgressImport(context, form)
{
    private readonly int _quarter = form.IndexOf("trimestre"), _women = form.IndexOf("mujeres"), _men = form.IndexOf("hombres"), _people = form.IndexOf("personas");
    private readonly List<BeneficiaryEntry> _served = [];

    protected override void Begin() => _served.Clear();

    protected override void Read(RowReader row, Draft draft, string address)
    {
        var quarter = row.Count(_quarter, 1, 4);
        var (women, men, people) = (row.Count(_women), row.Count(_men), row.Count(_people));
        if (row.Problems is null)
        {
            _served.Add(new(PlanProjects[address], (int)quarter!.Value, women, men, people ?? women + men));
        }
    }

    protected override LedgerDocument Fill(LedgerDocument document) => document with { Description = "Población atendida", Beneficiaries = [.. _served] };
}

/// <summary>Explanations (<c>justificaciones</c>).</summary>
internal sealed class ExplanationsImport(ImportContext context, ImportForm form) : ProgressImport(context, form)
{
    private readonly int _quarter = form.IndexOf("trimestre"), _name = form.IndexOf("nombre"), _text = form.IndexOf("texto");
    private readonly List<ExplanationEntry> _explanations = [];

    protected override void Begin() => _explanations.Clear();

    protected override void Read(RowReader row, Draft draft, string address)
    {
        var (quarter, name, text) = (row.Count(_quarter, 1, 4), row.Text(_name, 1_000), row.Text(_text, 20_000));
        if (row.Problems is null)
        {
            _explanations.Add(new(PlanProjects[address], (int)quarter!.Value, name, text));
        }
    }

    protected override LedgerDocument Fill(LedgerDocument document) => document with { Description = "Justificaciones", Explanations = [.. _explanations] };
}
