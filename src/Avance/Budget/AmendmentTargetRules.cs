using Avance.Planning;

namespace Avance.Budget;

/// <summary>What each line of targets must respect, and what must be said when money moves and targets do not.</summary>
internal static class AmendmentTargetRules
{
    private const int Decimals = 4;

    public static void Check(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        var seen = new Dictionary<(AmendableIndicatorKey, int), int>();
        for (var i = 0; i < amendment.Targets.Count; i++)
        {
            One(amendment.Targets[i], i + 1, context, seen, problems);
        }

        foreach (var change in TargetChange.Of(amendment, context))
        {
            Indicator(amendment, change, problems);
        }

        Statement(amendment, context, problems);
    }

    private static void One(AmendmentTarget target, int number, AmendmentContext context, Dictionary<(AmendableIndicatorKey, int), int> seen, List<AmendmentProblem> problems)
    {
        var key = KeyOf(target);
        if (!context.Indicators.TryGetValue(key, out var indicator))
        {
            problems.Add(new(
                "amendment.indicator", AmendmentPart.Target, number,
                new($"El proyecto {key.UnitCode} {key.ProjectKey} no tiene un indicador {key.Position}.", $"The project {key.UnitCode} {key.ProjectKey} has no indicator {key.Position}."),
                new("Revise la unidad, la clave del proyecto y el número del indicador.", "Check the unit, the project's key and the indicator's number.")));
        }

        if (target.Quantity == 0 || decimal.Round(target.Quantity, Decimals) != target.Quantity)
        {
            problems.Add(new(
                "amendment.quantity", AmendmentPart.Target, number,
                target.Quantity == 0
                    ? new("La cantidad es cero: el renglón no cambia nada.", "The quantity is zero: the line changes nothing.")
                    : new($"La cantidad {target.Quantity} tiene más de cuatro decimales.", $"The quantity {target.Quantity} has more than four decimals."),
                new("Anote la cantidad que se suma o se resta, o quite el renglón.", "Write the quantity to add or subtract, or remove the line.")));
        }

        else if (target.Quantity != decimal.Truncate(target.Quantity) && indicator is not null && UnitOfMeasure.IsWhole(indicator.UnitOfMeasure, UnitOfMeasure.CountedWhole))
        {
            problems.Add(new(
                "AVP-049", AmendmentPart.Target, number,
                new($"La unidad {indicator.UnitOfMeasure} no admite fracciones: {Figure.Print(target.Quantity)}.", $"The unit {indicator.UnitOfMeasure} admits no fractions: {Figure.Print(target.Quantity)}."),
                new("Corrija la cantidad si es un dedazo.", "Correct the quantity if it is a slip of the finger."),
                Blocks: false));
        }

        if (!seen.TryAdd((key, target.Month), number))
        {
            var first = seen[(key, target.Month)];
            problems.Add(new(
                "amendment.repeated", AmendmentPart.Target, number,
                new($"El indicador y el mes ya están en la meta {first}.", $"The indicator and month stand in target {first} already."),
                new("Junte los dos en un renglón.", "Join both in one line.")));
        }

        AmendmentLineRules.Month(target.Month, AmendmentPart.Target, number, context, problems);
    }

    private static void Indicator(Amendment amendment, TargetChange change, List<AmendmentProblem> problems)
    {
        var name = change.Indicator.Name;
        if (amendment.Type == AmendmentType.Rescheduling && change.Indicator.Accumulation == AccumulationRule.Sum && change.Difference != 0)
        {
            problems.Add(new(
                "AVP-046", AmendmentPart.Target, change.FirstNumber,
                new($"La recalendarización de la meta «{name}» suma {Figure.Print(change.Difference)} y debe sumar cero.", $"The rescheduling of the target «{name}» adds up to {Figure.Print(change.Difference)} and must add up to zero."),
                new("Lo que un mes pierde lo gana otro; si la meta anual cambia, use otro tipo de adecuación.", "What a month loses, another gains; if the annual target changes, use another type of amendment.")));
        }

        BelowZero(change, problems);
        if (change is { AnnualAfter: null or 0, Achieved: > 0 })
        {
            problems.Add(new(
                "AVP-048", AmendmentPart.Target, change.FirstNumber,
                new($"La meta «{name}» quedaría en cero y ya se alcanzaron {Figure.Print(change.Achieved)}.", $"The target «{name}» would be zero and {Figure.Print(change.Achieved)} are achieved already."),
                new("Deje al menos lo alcanzado, o traslade antes ese avance a la meta que corresponde.", "Leave at least what is achieved, or first move that progress to the target it belongs to.")));
        }
        else if (change.AnnualAfter < change.Achieved && change.Difference < 0)
        {
            problems.Add(new(
                "amendment.below-achieved", AmendmentPart.Target, change.FirstNumber,
                new($"La meta «{name}» quedaría en {Figure.Print(change.AnnualAfter)} y ya se alcanzaron {Figure.Print(change.Achieved)}.", $"The target «{name}» would be {Figure.Print(change.AnnualAfter)} and {Figure.Print(change.Achieved)} are achieved already."),
                new("Revise si la reducción es correcta.", "See whether the reduction is right."),
                Blocks: false));
        }
    }

    /// <summary>No month of a target is below zero (AVP-008).</summary>
    public static void BelowZero(TargetChange change, List<AmendmentProblem> problems)
    {
        var name = change.Indicator.Name;
        for (var month = 1; month <= 12; month++)
        {
            if (change.After(month) < 0)
            {
                var monthName = MonthName.Name(month);
                problems.Add(new(
                    "AVP-008", AmendmentPart.Target, change.FirstNumber,
                    new($"La meta «{name}» quedaría en {Figure.Print(change.After(month))} en {monthName.Spanish}: tiene {Figure.Print(change.Before(month))}.", $"The target «{name}» would be {Figure.Print(change.After(month))} in {monthName.English}: it has {Figure.Print(change.Before(month))}."),
                    new("Reste a lo más lo que el mes tiene.", "Subtract no more than the month has.")));
            }
        }
    }

    /// <summary>The money moves: either targets move with it, or somebody says in words why they do not.</summary>
    private static void Statement(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (amendment.Targets.Count == 0 && amendment.Lines.Count > 0 && string.IsNullOrWhiteSpace(amendment.TargetsUnchanged))
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.targets",
                new("La adecuación no cambia metas ni dice por qué.", "The amendment changes no targets and does not say why."),
                new("Agregue la adecuación de metas, o complete «Las metas no cambian porque…».", "Add the target amendment, or complete «Targets do not change because…».")));
            return;
        }

        if (amendment.TargetsUnchanged.Trim().Length >= context.Settings.ShortestStatement)
        {
            return;
        }

        foreach (var project in ProjectsLeftBehind(amendment, context))
        {
            var share = Percentage.Of(project.Budget.Revised - project.Budget.Approved, project.Budget.Approved);
            var change = share is { } percent
                ? new LocalizedText($"en {Figure.Print(percent)} % de lo aprobado", $"by {Figure.Print(percent)} % of what was approved")
                : new LocalizedText("sin haber tenido presupuesto aprobado", "without having had an approved budget");
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-023",
                new($"El presupuesto de {project.Label} cambia {change.Spanish} y sus metas no.", $"The budget of {project.Label} changes {change.English} and its targets do not."),
                new($"Agregue la adecuación de sus metas, o explique en al menos {context.Settings.ShortestStatement} letras por qué no cambian.", $"Add its target amendment, or explain in at least {context.Settings.ShortestStatement} letters why they do not change.")));
        }
    }

    /// <summary>Projects, as they would be after, whose budget this amendment takes beyond the share while their targets stay.</summary>
    private static IEnumerable<AmendableProject> ProjectsLeftBehind(Amendment amendment, AmendmentContext context)
    {
        var moved = new Dictionary<Guid, Money>();
        foreach (var line in amendment.Lines)
        {
            if (context.Lines.TryGetValue(line.LineKey, out var known) && known.ProjectId is { } project)
            {
                moved[project] = moved.GetValueOrDefault(project) + line.Amount;
            }
        }

        var amended = amendment.Targets.Select(t => context.Indicators.GetValueOrDefault(KeyOf(t))?.ProjectId).ToHashSet();
        return moved
            .Where(m => m.Value != Money.Zero && !amended.Contains(m.Key))
            .Select(m => (Before: context.Projects[m.Key], Change: m.Value))
            .Select(p => p.Before with { Budget = p.Before.Budget with { Revised = p.Before.Budget.Revised + p.Change } })
            .Where(after => Percentage.Of(after.Budget.Revised - after.Budget.Approved, after.Budget.Approved) is not { } share
                || Math.Abs(share) > context.Settings.BudgetChangeShare)
            .OrderBy(p => p.Label, StringComparer.Ordinal);
    }

    private static AmendableIndicatorKey KeyOf(AmendmentTarget target) => new(target.UnitCode, target.ProjectKey, target.Indicator);
}
