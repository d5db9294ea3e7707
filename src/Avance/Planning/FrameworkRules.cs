namespace Avance.Planning;

/// <summary>
/// The shape of a project's results framework: one purpose, and activities under a component. Projects that plan activities
/// alone, as most do, have no framework and are left in peace.
/// </summary>
internal static class FrameworkRules
{
    public static IEnumerable<PlanProblem> Check(PlannedProject project)
    {
        var subject = ProjectRules.Subject(project);
        if (project.Indicators.Count == 0)
        {
            yield return new(
                "plan.indicators", PlanGravity.BlocksApproval, "", subject,
                new($"{project.Address} no tiene indicadores ni metas.", $"{project.Address} has neither indicators nor targets."),
                new("Capture al menos un indicador.", "Add at least one indicator."))
            { ProjectId = project.Id };
            yield break;
        }

        if (project.Indicators.All(indicator => indicator.Level == IndicatorLevel.Activity))
        {
            yield break;
        }

        var purposes = project.Indicators.Where(i => i.Level == IndicatorLevel.Purpose).Select(i => FoldedText.Fold(i.Objective)).Distinct().Count();
        if (purposes != 1)
        {
            yield return new(
                "plan.framework", PlanGravity.Warning, PlanField.Level, subject,
                new($"{project.Address} tiene {purposes} propósitos; la matriz de indicadores lleva exactamente uno.", $"{project.Address} has {purposes} purposes; a results framework has exactly one."),
                new("Deje un solo objetivo en el nivel de propósito.", "Leave a single objective at the level of purpose."))
            { ProjectId = project.Id };
        }

        var hasComponent = false;
        foreach (var indicator in project.Indicators)
        {
            hasComponent |= indicator.Level == IndicatorLevel.Component;
            if (indicator.Level == IndicatorLevel.Activity && !hasComponent)
            {
                yield return new(
                    "plan.framework", PlanGravity.Warning, PlanField.Level, subject,
                    new($"La actividad «{indicator.Name}» no está bajo ningún componente.", $"Activity «{indicator.Name}» is under no component."),
                    new("Ordene cada actividad después de su componente.", "Put each activity after its component."))
                { ProjectId = project.Id, IndicatorId = indicator.Id };
                yield break;
            }
        }
    }
}

/// <summary>AVP-034: an office's units of measure are those that its plan uses; the same unit in two spellings splits it.</summary>
internal static class UnitsOfMeasureRule
{
    public static IEnumerable<PlanProblem> Check(AnnualPlan plan)
    {
        var spellings = plan.Projects.SelectMany(project => project.Indicators)
            .CountBy(indicator => indicator.UnitOfMeasure.Trim())
            .Where(unit => unit.Key.Length > 0)
            .GroupBy(unit => UnitOfMeasure.Stem(unit.Key));
        foreach (var unit in spellings)
        {
            var ordered = unit.OrderByDescending(u => u.Value).ThenBy(u => u.Key, StringComparer.Ordinal).Select(u => $"«{u.Key}»").ToList();
            if (ordered.Count > 1)
            {
                yield return new(
                    "AVP-034", PlanGravity.Warning, PlanField.UnitOfMeasure, PlanChecker.Same(ordered[0]),
                    new($"La misma unidad de medida está escrita de {ordered.Count} maneras: {string.Join(", ", ordered)}.", $"The same unit of measure is written in {ordered.Count} ways: {string.Join(", ", ordered)}."),
                    new($"Escríbala siempre igual: {ordered[0]}.", $"Write it always the same: {ordered[0]}."));
            }
        }
    }
}
