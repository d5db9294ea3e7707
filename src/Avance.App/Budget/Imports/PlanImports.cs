using System.Globalization;
using Avance.App.Planning;
using Avance.Planning;

namespace Avance.App.Budget.Imports;

/// <summary>What the four tables of the plan have in common: each row is by itself, and is put into the plan or given back.</summary>
internal abstract class PlanImport(ImportContext context, ImportForm form, MappedTable table) : ImportHandler
{
    private readonly PlanDraft _plan = PlanDraft.Take(context.Session, context.EntityCode, context.Year, context.Actor, context.Now);

    /// <summary>The plan as it stands. Posting thread.</summary>
    protected AnnualPlan Plan => _plan.Plan;

    /// <summary>The plan in hand. Posting thread.</summary>
    protected PlanDraft Hand => _plan;

    public sealed override bool Continues(RowReader row, Draft draft) => false;

    public sealed override string NumberOf(RowReader row) => row.Table.Row.Line.ToString(CultureInfo.InvariantCulture);

    public sealed override void Read(RowReader row, Draft draft, bool isFirst) => draft.Content = Content(row);

    public sealed override void End(Draft draft)
    {
    }

    public sealed override IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound) => [.. sound.Select(Post)];

    /// <summary>What a row says. Reading thread.</summary>
    protected abstract object Content(RowReader row);

    /// <summary>Puts it into the plan, and tells whether that changed anything. Posting thread.</summary>
    protected abstract (IReadOnlyList<PlanProblem> Problems, bool IsNew) Put(object content);

    private DraftOutcome Post(Draft draft)
    {
        var (problems, isNew) = Put(draft.Content!);
        foreach (var problem in problems)
        {
            var said = new RowProblem(problem.RuleId, Column(problem.Field), "", problem.Message, problem.Remedy);
            if (problem.BlocksSaving)
            {
                draft.Add(0, said);
            }
            else
            {
                draft.Warn(0, said);
            }
        }

        return !draft.IsSound ? DraftOutcome.Refused : isNew ? DraftOutcome.Posted : DraftOutcome.AlreadyPosted;
    }

    private int Column(string field)
    {
        for (var i = 0; i < form.Fields.Count; i++)
        {
            if (form.Fields[i].Name == field)
            {
                return table.Column(i);
            }
        }

        return 0;
    }
}

/// <summary>Responsible units (<c>unidades</c>).</summary>
internal sealed class UnitsImport(ImportContext context, ImportForm form, MappedTable table) : PlanImport(context, form, table)
{
    private readonly int _code = form.IndexOf("clave"), _name = form.IndexOf("nombre"), _parent = form.IndexOf("depende_de");

    protected override object Content(RowReader row) => new ResponsibleUnit(row.Text(_code), row.Text(_name), row.Text(_parent) is { Length: > 0 } parent ? parent : null, 0);

    protected override (IReadOnlyList<PlanProblem> Problems, bool IsNew) Put(object content)
    {
        var unit = (ResponsibleUnit)content;
        var before = Plan.Unit(unit.Code);
        var problems = Hand.Put(unit with { Version = before?.Version ?? 0 });
        return (problems, !ReferenceEquals(Plan.Unit(unit.Code), before));
    }
}

/// <summary>Budget programmes (<c>programas</c>).</summary>
internal sealed class ProgrammesImport(ImportContext context, ImportForm form, MappedTable table) : PlanImport(context, form, table)
{
    private readonly int _code = form.IndexOf("clave"), _name = form.IndexOf("nombre");

    protected override object Content(RowReader row) => new BudgetProgramme(row.Text(_code), row.Text(_name));

    protected override (IReadOnlyList<PlanProblem> Problems, bool IsNew) Put(object content)
    {
        var programme = (BudgetProgramme)content;
        var before = Plan.Programme(programme.Code);
        var problems = Hand.Put(programme with { Version = before?.Version ?? 0 });
        return (problems, !ReferenceEquals(Plan.Programme(programme.Code), before));
    }
}

/// <summary>Projects (<c>proyectos</c>).</summary>
internal sealed class ProjectsImport(ImportContext context, ImportForm form, MappedTable table) : PlanImport(context, form, table)
{
    private readonly PlanWordReader _words = new(form);
    private readonly Avance.App.Ledger.IdentitySequence _identities = context.Writer.Identities;
    private readonly int _position = form.IndexOf("orden"), _unit = form.IndexOf("unidad"), _key = form.IndexOf("clave"), _name = form.IndexOf("nombre"), _programme = form.IndexOf("programa");
    private readonly int _subfunction = form.IndexOf("subfuncion"), _sdg = form.IndexOf("ods"), _alignment = form.IndexOf("alineacion"), _objective = form.IndexOf("objetivo");
    private readonly int _municipality = form.IndexOf("municipio"), _locality = form.IndexOf("localidad"), _women = form.IndexOf("poblacion_mujeres"), _men = form.IndexOf("poblacion_hombres");

    protected override object Content(RowReader row) => new PlannedProject
    {
        Id = default,
        Position = (int)(row.Count(_position, 1, 100_000) ?? 0),
        UnitCode = row.Text(_unit),
        Key = row.Text(_key),
        Name = row.Text(_name),
        ProgrammeCode = row.Text(_programme),
        Type = _words.Read(row, "tipo", PlanWords.ProjectTypes, ProjectType.Current),
        Subfunction = row.Text(_subfunction),
        SdgTargets = row.Text(_sdg).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        PlanAlignment = row.Text(_alignment, 1_000),
        Objective = row.Text(_objective, 2_000),
        Municipality = row.Text(_municipality),
        Locality = row.Text(_locality),
        BeneficiaryType = _words.Read(row, "tipo_beneficiario", PlanWords.BeneficiaryTypes, BeneficiaryType.External),
        BeneficiaryAccumulation = _words.Read(row, "acumulacion_beneficiarios", PlanWords.BeneficiaryAccumulations, AccumulationRule.Last),
        PopulationWomen = row.Count(_women),
        PopulationMen = row.Count(_men),
    };

    protected override (IReadOnlyList<PlanProblem> Problems, bool IsNew) Put(object content)
    {
        var project = (PlannedProject)content;
        var before = Plan.Project(project.UnitCode, project.Key);
        var problems = Hand.Put(project with { Id = before?.Id ?? _identities.Next(), Version = before?.Version ?? 0, AddedByAmendment = before?.AddedByAmendment ?? false });
        return (problems, !ReferenceEquals(Plan.Project(project.UnitCode, project.Key), before));
    }
}

/// <summary>Indicators with their calendar (<c>indicadores</c>).</summary>
internal sealed class IndicatorsImport(ImportContext context, ImportForm form, MappedTable table) : PlanImport(context, form, table)
{
    private const int Months = 12;

    private readonly PlanWordReader _words = new(form);
    private readonly Avance.App.Ledger.IdentitySequence _identities = context.Writer.Identities;
    private readonly int _year = context.Year, _unit = form.IndexOf("unidad"), _project = form.IndexOf("proyecto"), _position = form.IndexOf("orden"), _objective = form.IndexOf("objetivo"), _name = form.IndexOf("nombre");
    private readonly int _measure = form.IndexOf("unidad_medida"), _baseline = form.IndexOf("linea_base"), _numerator = form.IndexOf("numerador"), _denominator = form.IndexOf("denominador");
    private readonly int _means = form.IndexOf("medio_verificacion"), _assumptions = form.IndexOf("supuestos"), _january = form.IndexOf("ene");

    protected override object Content(RowReader row)
    {
        var direction = _words.Read(row, "sentido", PlanWords.Directions, DesiredDirection.Ascending);
        var indicator = new Indicator
        {
            Id = default,
            Position = (int)(row.Count(_position, 1, 10_000) ?? 0),
            Level = _words.Read(row, "nivel", PlanWords.Levels, IndicatorLevel.Activity),
            Objective = row.Text(_objective, 2_000),
            Name = row.Text(_name),
            UnitOfMeasure = row.Text(_measure),
            Dimension = _words.Read(row, "dimension", PlanWords.Dimensions, IndicatorDimension.Effectiveness),
            Type = _words.Read(row, "tipo", PlanWords.Types, IndicatorType.Management),
            Frequency = _words.Read(row, "frecuencia", PlanWords.Frequencies, MeasurementFrequency.Quarterly),
            Direction = direction,
            Baseline = row.Quantity(_baseline),
            Numerator = row.Text(_numerator),
            Denominator = row.Text(_denominator),
            Accumulation = _words.Read(row, "acumulacion", PlanWords.Accumulations, AccumulationRule.Sum),
            Formula = _words.Read(row, "formula", PlanWords.Formulas, Fulfilment.Usual(direction)),
            MeansOfVerification = row.Text(_means, 1_000),
            Assumptions = row.Text(_assumptions, 1_000),
            Calendar = [.. Enumerable.Range(_january, Months).Select(month => row.Quantity(month))],
        };
        return (row.Text(_unit), row.Text(_project), indicator with { AnnualTarget = indicator.CalendarTarget }, row.Table.Column(_project));
    }

    protected override (IReadOnlyList<PlanProblem> Problems, bool IsNew) Put(object content)
    {
        var (unit, key, indicator, _) = ((string, string, Indicator, int))content;
        if (Plan.Project(unit, key) is not { } project)
        {
            var unknown = RowProblems.UnknownProject(0, $"{unit}/{key}", _year);
            return ([new(unknown.Code, PlanGravity.BlocksSaving, "proyecto", unknown.Explanation, unknown.Explanation, unknown.Remedy)], false);
        }

        var before = project.Indicators.FirstOrDefault(i => i.Position == indicator.Position);
        var problems = Hand.Put(project.Id, indicator with { Id = before?.Id ?? _identities.Next(), Version = before?.Version ?? 0, Bands = before?.Bands ?? ThresholdSet.Symmetric });
        return (problems, !ReferenceEquals(Plan.Project(unit, key)!.Indicators.FirstOrDefault(i => i.Position == indicator.Position), before));
    }
}

/// <summary>Reads words of the plan's vocabularies.</summary>
internal sealed class PlanWordReader(ImportForm form)
{
    /// <summary>The value of a field's word; what is usual when the field is blank.</summary>
    public T Read<T>(RowReader row, string field, Vocabulary<T> words, T usual)
        where T : struct, Enum
    {
        var position = form.IndexOf(field);
        var text = row.Text(position, 60);
        if (text.Length == 0 || words.TryRead(text, out var value))
        {
            return text.Length == 0 ? usual : Value(words, text);
        }

        row.Add(RowProblems.NotAWord(row.Table.Column(position), text, field, words.Tokens.Replace("|", ", ", StringComparison.Ordinal)));
        return usual;
    }

    private static T Value<T>(Vocabulary<T> words, string text)
        where T : struct, Enum => words.TryRead(text, out var value) ? value : default;
}
