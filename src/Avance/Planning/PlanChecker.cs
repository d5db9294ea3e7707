using Avance.Catalogs;

namespace Avance.Planning;

/// <summary>The rules of a plan: of each row by itself when it is saved, and of the whole when it is approved.</summary>
public static class PlanChecker
{
    /// <summary>Everything that does not hold together in a plan: what blocks first, then in printed order.</summary>
    public static IReadOnlyList<PlanProblem> Check(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problems = new List<PlanProblem>();
        if (plan.Projects.Count == 0)
        {
            problems.Add(new(
                "plan.empty", PlanGravity.BlocksApproval, "", Same($"{plan.Entity.Code} {plan.Year.Year}"),
                new("El plan no tiene proyectos.", "The plan has no projects."),
                new("Capture o importe los proyectos del año.", "Add or import the year's projects.")));
        }

        foreach (var unit in plan.Units)
        {
            problems.AddRange(UnitRules.Check(unit, plan));
        }

        foreach (var programme in plan.Programmes)
        {
            problems.AddRange(ProgrammeRules.Check(programme, plan));
        }

        foreach (var project in plan.Projects)
        {
            problems.AddRange(ProjectRules.Check(project, plan));
            foreach (var indicator in project.Indicators)
            {
                problems.AddRange(IndicatorRules.Check(indicator, project, plan.Year.Year));
            }

            problems.AddRange(FrameworkRules.Check(project));
        }

        problems.AddRange(UnitsOfMeasureRule.Check(plan));
        return [.. problems.OrderByDescending(problem => problem.Gravity)];
    }

    /// <summary>What does not hold in a unit, within its plan.</summary>
    public static IReadOnlyList<PlanProblem> Check(ResponsibleUnit unit, AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. UnitRules.Check(unit, plan)];
    }

    /// <summary>What does not hold in a programme, within its plan.</summary>
    public static IReadOnlyList<PlanProblem> Check(BudgetProgramme programme, AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. ProgrammeRules.Check(programme, plan)];
    }

    /// <summary>What does not hold in a project by itself, its indicators apart, within its plan.</summary>
    public static IReadOnlyList<PlanProblem> Check(PlannedProject project, AnnualPlan plan) => [.. ProjectRules.Check(project, plan)];

    /// <summary>What does not hold in an indicator of a project.</summary>
    public static IReadOnlyList<PlanProblem> Check(Indicator indicator, PlannedProject project, int year) => [.. IndicatorRules.Check(indicator, project, year)];

    /// <summary>
    /// Whether a code will do for a unit or a project: letters without accents, digits, points and underscores, 24 at most.
    /// The hyphen parts the segments of a budget key, and the slash a unit from a project.
    /// </summary>
    public static bool IsCode(string? code) => code is { Length: > 0 and <= 24 } && code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_');

    internal static LocalizedText Same(string text) => new(text, text);

    internal static IEnumerable<PlanProblem> OneLine(string text, string field, int longest, bool isRequired, LocalizedText subject)
    {
        if (isRequired && string.IsNullOrWhiteSpace(text))
        {
            yield return new(
                "plan.required", PlanGravity.BlocksSaving, field, subject,
                new($"Falta {Said(field).Spanish}.", $"{Said(field).English} is missing."),
                new("Escríbalo.", "Write it."));
        }
        else if (text.Length > longest || text.Any(char.IsControl))
        {
            yield return new(
                "plan.text", PlanGravity.BlocksSaving, field, subject,
                new($"No sirve como {Said(field).Spanish}: {text.Length} caracteres, o signos que no se imprimen.", $"Will not do as {Said(field).English}: {text.Length} characters, or signs that do not print."),
                new($"Escríbalo en una línea, de {longest} caracteres como máximo.", $"Write it in one line, of at most {longest} characters."));
        }
    }

    internal static PlanProblem BadCode(string code, LocalizedText subject) => new(
        "plan.code", PlanGravity.BlocksSaving, PlanField.Key, subject,
        new($"«{code}» no sirve de clave.", $"«{code}» will not do as a key."),
        new("Use letras sin acento, dígitos, puntos y guiones bajos, 24 como máximo, sin espacios ni guiones.", "Use letters without accents, digits, points and underscores, 24 at most, without spaces or hyphens."));

    private static LocalizedText Said(string field) => field switch
    {
        PlanField.Key => new("la clave", "the key"),
        PlanField.Name => new("el nombre", "the name"),
        PlanField.UnitOfMeasure => new("la unidad de medida", "the unit of measure"),
        PlanField.Alignment => new("la alineación", "the alignment"),
        _ => new($"«{field}»", $"«{field}»"),
    };

    /// <summary>The longest name of anything.</summary>
    internal const int LongestName = 500;
}

/// <summary>Rules of a responsible unit.</summary>
internal static class UnitRules
{
    public static IEnumerable<PlanProblem> Check(ResponsibleUnit unit, AnnualPlan plan)
    {
        var subject = new LocalizedText($"Unidad {unit.Code}", $"Unit {unit.Code}");
        if (!PlanChecker.IsCode(unit.Code))
        {
            yield return PlanChecker.BadCode(unit.Code, subject);
        }

        foreach (var problem in PlanChecker.OneLine(unit.Name, PlanField.Name, PlanChecker.LongestName, true, subject))
        {
            yield return problem;
        }

        if (unit.Parent is { } parent && plan.Unit(parent) is null)
        {
            yield return new(
                "plan.unit", PlanGravity.BlocksSaving, PlanField.Parent, subject,
                new($"La unidad {parent}, de la que depende, no existe en el plan.", $"Unit {parent}, which it belongs to, is not in the plan."),
                new("Capture primero esa unidad, o deje en blanco de quién depende.", "Add that unit first, or leave blank whom it belongs to."));
        }
        else if (IsItsOwnAncestor(unit, plan))
        {
            yield return new(
                "plan.unit-circle", PlanGravity.BlocksSaving, PlanField.Parent, subject,
                new($"La unidad {unit.Code} dependería de sí misma.", $"Unit {unit.Code} would belong to itself."),
                new("Elija una unidad que no dependa de esta.", "Choose a unit that does not belong to this one."));
        }
    }

    private static bool IsItsOwnAncestor(ResponsibleUnit unit, AnnualPlan plan)
    {
        var parent = unit.Parent;
        for (var steps = 0; parent is not null && steps <= plan.Units.Count; steps++)
        {
            if (parent == unit.Code)
            {
                return true;
            }

            parent = plan.Unit(parent)?.Parent;
        }

        return false;
    }
}

/// <summary>Rules of a budget programme: AVP-060, AVP-061.</summary>
internal static class ProgrammeRules
{
    public static IEnumerable<PlanProblem> Check(BudgetProgramme programme, AnnualPlan plan)
    {
        var subject = new LocalizedText($"Programa {programme.Code}", $"Programme {programme.Code}");
        foreach (var problem in PlanChecker.OneLine(programme.Name, PlanField.Name, PlanChecker.LongestName, true, subject))
        {
            yield return problem;
        }

        if (programme.Code is not [>= 'A' and <= 'Z', _, _, _] || !programme.Code[1..].All(char.IsAsciiDigit))
        {
            yield return new(
                "plan.code", PlanGravity.BlocksSaving, PlanField.Key, subject,
                new($"«{programme.Code}» no es clave de un programa presupuestario.", $"«{programme.Code}» is no key of a budget programme."),
                new("Escriba la letra de la modalidad y tres dígitos, como R101.", "Write the letter of its category and three digits, as R101."));
        }
        else if (Classifications.Programmatic.Find(programme.Category) is null)
        {
            yield return new(
                "AVP-060", PlanGravity.BlocksSaving, PlanField.Key, subject,
                new($"La modalidad {programme.Category} no está en la clasificación programática vigente en {plan.Year.Year}.", $"Category {programme.Category} is not in the programmatic classification in force in {plan.Year.Year}."),
                new("Use una letra de la clasificación programática del CONAC.", "Use a letter of CONAC's programmatic classification."));
        }
        else if (programme.Category == "A" && !plan.Year.IsFederal)
        {
            yield return new(
                "AVP-061", PlanGravity.BlocksSaving, PlanField.Key, subject,
                new($"El programa {programme.Code} usa la modalidad A, que es exclusiva del Gobierno Federal.", $"Programme {programme.Code} uses category A, which belongs to the federal government alone."),
                new("Elija otra modalidad; la letra A de la clave de un proyecto no es una modalidad.", "Choose another category; the letter A of a project's key is not one."));
        }
    }
}
