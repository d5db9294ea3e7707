using Avance.Catalogs;

namespace Avance.Planning;

/// <summary>Rules of a project by itself: AVP-008, AVP-010, AVP-032, AVP-033, AVP-060.</summary>
internal static class ProjectRules
{
    private const int SubfunctionLevel = 3;

    public static IEnumerable<PlanProblem> Check(PlannedProject project, AnnualPlan plan) =>
        Identity(project, plan).Concat(Classified(project, plan)).Concat(Aligned(project)).Concat(Texts(project)).Concat(Population(project))
            .Select(problem => problem with { ProjectId = project.Id });

    public static LocalizedText Subject(PlannedProject project) => PlanChecker.Same($"{project.Address} {project.Name}".Trim());

    private static IEnumerable<PlanProblem> Identity(PlannedProject project, AnnualPlan plan)
    {
        var subject = Subject(project);
        if (!PlanChecker.IsCode(project.Key))
        {
            yield return PlanChecker.BadCode(project.Key, subject);
        }

        if (plan.Unit(project.UnitCode) is null)
        {
            yield return new(
                "plan.unit", PlanGravity.BlocksSaving, PlanField.Unit, subject,
                new($"La unidad responsable «{project.UnitCode}» no existe en el plan.", $"Responsible unit «{project.UnitCode}» is not in the plan."),
                new("Elija una unidad del plan, o captúrela primero.", "Choose a unit of the plan, or add it first."));
        }

        foreach (var other in plan.Projects)
        {
            if (other.Id != project.Id && other.UnitCode == project.UnitCode && other.Key == project.Key)
            {
                yield return new(
                    "AVP-010", PlanGravity.BlocksSaving, PlanField.Key, subject,
                    new($"La clave {project.Key} está repetida en la unidad {project.UnitCode}: ya la tiene «{other.Name}».", $"Key {project.Key} stands twice in unit {project.UnitCode}: «{other.Name}» has it already."),
                    new("Cambie la clave de uno de los dos proyectos.", "Change the key of one of the two projects."));
                yield break;
            }
        }
    }

    private static IEnumerable<PlanProblem> Classified(PlannedProject project, AnnualPlan plan)
    {
        var subject = Subject(project);
        if (project.ProgrammeCode.Length == 0)
        {
            yield return new(
                "plan.programme", PlanGravity.Warning, PlanField.Programme, subject,
                new($"{project.Address} no tiene programa presupuestario.", $"{project.Address} has no budget programme."),
                new("Elija el programa al que pertenece.", "Choose the programme that it belongs to."));
        }
        else if (plan.Programme(project.ProgrammeCode) is null)
        {
            yield return new(
                "plan.programme", PlanGravity.BlocksSaving, PlanField.Programme, subject,
                new($"El programa presupuestario «{project.ProgrammeCode}» no existe en el plan.", $"Budget programme «{project.ProgrammeCode}» is not in the plan."),
                new("Elija un programa del plan, o captúrelo primero.", "Choose a programme of the plan, or add it first."));
        }

        if (project.Subfunction.Length == 0)
        {
            yield return new(
                "AVP-060", PlanGravity.BlocksApproval, PlanField.Subfunction, subject,
                new($"{project.Address} no tiene subfunción.", $"{project.Address} has no subfunction."),
                new("Elija una subfunción de la clasificación funcional, como 1.3.6.", "Choose a subfunction of the functional classification, as 1.3.6."));
        }
        else if (Classifications.Functional.IsValidIn(plan.Year.Year) && Classifications.Functional.Find(project.Subfunction) is not { Level: SubfunctionLevel })
        {
            yield return new(
                "AVP-060", PlanGravity.BlocksSaving, PlanField.Subfunction, subject,
                new($"La subfunción «{project.Subfunction}» no está en la clasificación funcional vigente en {plan.Year.Year}.", $"Subfunction «{project.Subfunction}» is not in the functional classification in force in {plan.Year.Year}."),
                new("Escriba sus tres números, como 1.3.6.", "Write its three numbers, as 1.3.6."));
        }
    }

    private static IEnumerable<PlanProblem> Aligned(PlannedProject project)
    {
        var subject = Subject(project);
        foreach (var code in project.SdgTargets)
        {
            if (SdgCatalog.Find(code) is null)
            {
                yield return new(
                    "AVP-032", PlanGravity.BlocksSaving, PlanField.Sdg, subject,
                    new($"La meta ODS «{code}» no existe.", $"SDG target «{code}» does not exist."),
                    new("Escriba el código de la meta, como 16.7 o 1.a; 16.10 no es 16.1.", "Write the target's code, such as 16.7 or 1.a; 16.10 is not 16.1."));
            }
        }

        if (project.SdgTargets.Count == 0 || project.PlanAlignment.Length == 0)
        {
            var isGoal = project.SdgTargets.Count == 0;
            yield return new(
                "AVP-033", PlanGravity.Warning, isGoal ? PlanField.Sdg : PlanField.Alignment, subject,
                new(
                    $"{project.Address} carece de alineación{(isGoal ? " a los Objetivos de Desarrollo Sostenible" : " al plan de gobierno o institucional")}.",
                    $"{project.Address} is not aligned to {(isGoal ? "the Sustainable Development Goals" : "the government's or the institution's plan")}."),
                new("Diga a qué meta y a qué objetivo del plan contribuye.", "Say to which target and to which objective of the plan it contributes."));
        }
    }

    private static IEnumerable<PlanProblem> Texts(PlannedProject project)
    {
        var subject = Subject(project);
        return PlanChecker.OneLine(project.Name, PlanField.Name, PlanChecker.LongestName, true, subject)
            .Concat(PlanChecker.OneLine(project.PlanAlignment, PlanField.Alignment, 1000, false, subject))
            .Concat(PlanChecker.OneLine(project.Objective, "objetivo", 2000, false, subject))
            .Concat(PlanChecker.OneLine(project.Municipality, "municipio", 200, false, subject))
            .Concat(PlanChecker.OneLine(project.Locality, "localidad", 200, false, subject));
    }

    private static IEnumerable<PlanProblem> Population(PlannedProject project)
    {
        foreach (var (count, field) in new[] { (project.PopulationWomen, PlanField.Women), (project.PopulationMen, PlanField.Men) })
        {
            if (count is < 0 or > 1_000_000_000)
            {
                yield return new(
                    "AVP-008", PlanGravity.BlocksSaving, field, Subject(project),
                    new($"La población no puede ser {Figure.Print(count)}.", $"The population cannot be {Figure.Print(count)}."),
                    new("Escriba un número de personas, o nada si no se conoce.", "Write a number of people, or nothing when it is not known."));
            }
        }
    }
}
