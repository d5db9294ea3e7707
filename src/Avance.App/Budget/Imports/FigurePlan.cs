using System.Globalization;
using Avance.App.Planning;
using Avance.Planning;

namespace Avance.App.Budget.Imports;

/// <summary>
/// The plan that third-party figures bring with them: units, programmes and projects as far as rows tell them, made when they
/// are new. Names without a code get one. Posting thread.
/// </summary>
internal sealed class FigurePlan(ImportContext context)
{
    private readonly PlanDraft _plan = PlanDraft.Take(context.Session, context.EntityCode, context.Year, context.Actor, context.Now);
    private readonly Dictionary<string, FigureProject> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _programmes = new(StringComparer.Ordinal);

    /// <summary>The project of a row; null when the mapping tells none. What the plan refuses is left with the draft.</summary>
    public FigureProject? Project(FigureRow row, Draft draft)
    {
        if (row.Project.Code.Length == 0)
        {
            return null;
        }

        var unit = Unit(row, draft);
        if (!draft.IsSound)
        {
            return null;
        }

        var address = $"{unit}/{row.Project.Code}";
        if (!_projects.TryGetValue(address, out var known))
        {
            var before = _plan.Plan.Project(unit, row.Project.Code);
            var project = before ?? Make(row, unit);
            if (before is null && !Sound(_plan.Put(project), draft))
            {
                return null;
            }

            known = new(project.Id, _plan.Plan.Project(unit, row.Project.Code)!.Indicators is [var first, ..] ? first.Id : null);
            _projects.Add(address, known);
        }

        if (known.Indicator is null && row.UnitOfMeasure.Length > 0)
        {
            known = Measured(known, row.UnitOfMeasure, draft);
            _projects[address] = known;
        }

        return known;
    }

    private PlannedProject Make(FigureRow row, string unit) => new()
    {
        Id = context.Writer.Identities.Next(),
        Key = row.Project.Code,
        Name = row.Project.Name.Length > 0 ? row.Project.Name : row.Project.Code,
        UnitCode = unit,
        ProgrammeCode = Programme(row.Programme),
        Type = row.Type,
        Subfunction = row.Subfunction,
        Municipality = row.Municipality,
        Locality = row.Locality,
        AddedByAmendment = _plan.Plan.Year.State != PlanState.Draft,
    };

    private FigureProject Measured(FigureProject project, string unitOfMeasure, Draft draft)
    {
        var indicator = new Indicator
        {
            Id = context.Writer.Identities.Next(),
            Name = "Avance físico (% reportado)",
            UnitOfMeasure = unitOfMeasure,
            Accumulation = AccumulationRule.Last,
        };
        return Sound(_plan.Put(project.Id, indicator), draft) ? project with { Indicator = indicator.Id } : project;
    }

    private string Unit(FigureRow row, Draft draft)
    {
        var name = row.Unit.Name.Length > 0 ? row.Unit.Name : row.Unit.Code;
        var known = row.Unit.Code.Length > 0 ? row.Unit.Code : FoldedText.Fold(name);
        if (_units.TryGetValue(known, out var code))
        {
            return code;
        }

        code = row.Unit.Code.Length > 0 ? row.Unit.Code
            : _plan.Plan.Units.FirstOrDefault(u => FoldedText.Same(u.Name, name))?.Code ?? Free();
        var parent = row.Parent.Code.Length > 0 ? row.Parent.Code : null;
        if (parent is not null && _plan.Plan.Unit(parent) is null)
        {
            Sound(_plan.Put(new ResponsibleUnit(parent, row.Parent.Name.Length > 0 ? row.Parent.Name : parent, null, 0)), draft);
        }

        if (_plan.Plan.Unit(code) is null)
        {
            Sound(_plan.Put(new ResponsibleUnit(code, name, parent, 0)), draft);
        }

        if (draft.IsSound)
        {
            _units.Add(known, code);
        }

        return code;
    }

    private string Free()
    {
        var number = _plan.Plan.Units.Count + 1;
        while (_plan.Plan.Unit(Code(number)) is not null)
        {
            number++;
        }

        return Code(number);

        static string Code(int number) => number.ToString("000", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A letter and three digits, from a code in parts (<c>8.P.2</c>) or from the words that a name begins with
    /// (<c>I012 FAFEF</c>); none when it is not a programme of the classification.
    /// </summary>
    private string Programme((string Code, string Name) told)
    {
        var parts = told.Code.Split('.');
        var first = told.Name.Split(' ')[0];
        var code = parts.Length >= 2 ? parts[^2] + parts[^1].PadLeft(3, '0') : told.Code.Length > 0 ? told.Code : first;
        if (code.Length != 4 || _programmes.Contains(code) || _plan.Plan.Programme(code) is not null)
        {
            return code.Length == 4 ? code : "";
        }

        if (_plan.Put(new BudgetProgramme(code, told.Name.Length > 0 ? told.Name : code)).Any(p => p.BlocksSaving))
        {
            return "";
        }

        _programmes.Add(code);
        return code;
    }

    /// <summary>Whether the plan took it; what it only finds wanting is for the plan's own check to tell.</summary>
    private static bool Sound(IReadOnlyList<PlanProblem> problems, Draft draft)
    {
        foreach (var problem in problems.Where(p => p.BlocksSaving))
        {
            draft.Add(0, new(problem.RuleId, 0, "", problem.Message, problem.Remedy));
        }

        return draft.IsSound;
    }
}

/// <summary>A project of third-party figures.</summary>
/// <param name="Id">Its identity in the plan.</param>
/// <param name="Indicator">The indicator of its physical progress; null when none is told.</param>
internal sealed record FigureProject(Guid Id, Guid? Indicator);
