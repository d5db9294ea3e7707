using System.Globalization;
using Avance.Planning;

namespace Avance.Cli;

/// <summary>A plan as tables for people.</summary>
internal static class PlanText
{
    public static void WriteTree(Terminal terminal, AnnualPlan plan)
    {
        var indicators = plan.Projects.Sum(p => p.Indicators.Count);
        terminal.Line($"{plan.Entity.Name} · {Title(terminal, plan.Year)}");
        terminal.Line(string.Join(" · ",
            terminal.Count(plan.Units.Count, new("unidad", "unit"), new("unidades", "units")),
            terminal.Count(plan.Projects.Count, new("proyecto", "project"), new("proyectos", "projects")),
            terminal.Count(indicators, new("indicador", "indicator"), new("indicadores", "indicators"))));
        terminal.Line("");
        var table = new TextTable(terminal.Say("Clave", "Key"), terminal.Say("Unidad de medida", "Unit of measure"), terminal.Say("Meta anual", "Annual target"), terminal.Say("Nombre", "Name")).Right(2);
        foreach (var (unit, depth) in plan.UnitTree())
        {
            table.Add(Indented(depth, unit.Code), "", "", unit.Name);
            foreach (var project in plan.Projects.Where(p => p.UnitCode == unit.Code))
            {
                table.Add(Indented(depth + 1, project.Address), "", "", project.Name + Marks(terminal, project));
                foreach (var indicator in project.Indicators)
                {
                    table.Add(
                        Indented(depth + 2, string.Create(CultureInfo.InvariantCulture, $"{indicator.Position}")),
                        indicator.UnitOfMeasure,
                        Figure.Print(indicator.AnnualTarget ?? indicator.CalendarTarget),
                        indicator.Name);
                }
            }
        }

        table.Write(terminal.Output);
    }

    public static void WriteProject(Terminal terminal, AnnualPlan plan, PlannedProject project)
    {
        terminal.Line($"{project.Address} {project.Name}{Marks(terminal, project)}");
        terminal.Line("");
        var about = new TextTable(terminal.Say("Dato", "Field"), terminal.Say("Valor", "Value"));
        about.Add(terminal.Say("Ente y año", "Entity and year"), $"{plan.Entity.Name} · {Title(terminal, plan.Year)}");
        about.Add(terminal.Say("Unidad", "Unit"), $"{project.UnitCode} {plan.Unit(project.UnitCode)?.Name}");
        about.Add(terminal.Say("Programa", "Programme"), $"{project.ProgrammeCode} {plan.Programme(project.ProgrammeCode)?.Name}");
        about.Add(terminal.Say("Tipo", "Type"), terminal.Say(PlanWords.ProjectTypes.Text(project.Type)));
        about.Add(terminal.Say("Subfunción", "Subfunction"), project.Subfunction);
        about.Add(terminal.Say("Metas ODS", "SDG targets"), string.Join(' ', project.SdgTargets));
        about.Add(terminal.Say("Alineación", "Alignment"), project.PlanAlignment);
        about.Add(terminal.Say("Objetivo", "Objective"), project.Objective);
        about.Add(terminal.Say("Cobertura", "Coverage"), $"{project.Municipality} · {project.Locality}");
        about.Add(terminal.Say("Beneficiarios", "Beneficiaries"), $"{terminal.Say(PlanWords.BeneficiaryTypes.Text(project.BeneficiaryType))} · {terminal.Say(PlanWords.BeneficiaryAccumulations.Text(project.BeneficiaryAccumulation))} · {terminal.Say("mujeres", "women")} {Figure.Print(project.PopulationWomen)} · {terminal.Say("hombres", "men")} {Figure.Print(project.PopulationMen)}");
        about.Write(terminal.Output);
        foreach (var indicator in project.Indicators)
        {
            terminal.Line("");
            WriteIndicator(terminal, indicator);
        }
    }

    public static void WriteProblems(Terminal terminal, IReadOnlyList<PlanProblem> problems)
    {
        if (problems.Count == 0)
        {
            terminal.Line(terminal.Say("El plan puede aprobarse: nada que aclarar.", "The plan can be approved: nothing to clear up."));
            return;
        }

        var table = new TextTable(terminal.Say("Regla", "Rule"), terminal.Say("Impide", "Stops"), terminal.Say("Problema", "Problem"));
        foreach (var problem in problems)
        {
            table.Add(
                problem.RuleId,
                problem.BlocksApproval ? terminal.Say("aprobar", "approval") : terminal.Say("nada", "nothing"),
                $"{terminal.Say(problem.Message)} {terminal.Say(problem.Remedy)}");
        }

        table.Write(terminal.Output, 140);
        var blocking = problems.Count(p => p.BlocksApproval);
        terminal.Line("");
        terminal.Line(blocking == 0
            ? terminal.Say("El plan puede aprobarse; los avisos no lo impiden.", "The plan can be approved; warnings do not stop it.")
            : terminal.Say($"Impiden aprobarlo: {blocking}.", $"In the way of approving it: {blocking}."));
    }

    /// <summary>The year and its state: «2024, abierto, cerrado hasta marzo».</summary>
    public static string Title(Terminal terminal, FiscalYear year) =>
        string.Create(CultureInfo.InvariantCulture, $"{year.Year}, {terminal.Say(year.State.Name())}")
        + (year.State == PlanState.Open && year.ClosedThrough > 0 ? terminal.Say($", cerrado hasta {MonthName.Name(year.ClosedThrough).Spanish}", $", closed through {MonthName.Name(year.ClosedThrough).English}") : "");

    private static void WriteIndicator(Terminal terminal, Indicator indicator)
    {
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{indicator.Position}. {indicator.Name}"));
        terminal.Line($"   {string.Join(" · ",
            terminal.Say(PlanWords.Levels.Text(indicator.Level)),
            terminal.Say(PlanWords.Dimensions.Text(indicator.Dimension)),
            terminal.Say(PlanWords.Types.Text(indicator.Type)),
            terminal.Say(PlanWords.Frequencies.Text(indicator.Frequency)),
            terminal.Say(PlanWords.Directions.Text(indicator.Direction)),
            terminal.Say(PlanWords.Accumulations.Text(indicator.Accumulation)))}");
        var table = new TextTable([.. Enumerable.Range(1, 12).Select(m => terminal.Say(MonthName.Abbreviation(m))), terminal.Say("Año", "Year"), terminal.Say("Unidad de medida", "Unit of measure")]);
        for (var column = 0; column <= 12; column++)
        {
            table.Right(column);
        }

        table.Add([.. indicator.Calendar.Select(q => q?.ToString("0.####", CultureInfo.InvariantCulture) ?? ""), Figure.Print(indicator.AnnualTarget ?? indicator.CalendarTarget), indicator.UnitOfMeasure]);
        table.Write(terminal.Output);
    }

    private static string Marks(Terminal terminal, PlannedProject project) =>
        (project.AddedByAmendment ? terminal.Say(" (nació por adecuación)", " (added by amendment)") : "") + (project.Closed ? terminal.Say(" (cerrado)", " (closed)") : "");

    private static string Indented(int depth, string text) => new string(' ', depth * 2) + text;
}
