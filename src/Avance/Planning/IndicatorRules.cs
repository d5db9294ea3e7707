namespace Avance.Planning;

/// <summary>Rules of an indicator: AVP-008, AVP-046, AVP-049, AVP-064, and that its formula suits its direction.</summary>
internal static class IndicatorRules
{
    /// <summary>The largest quantity that is stored exactly, with room for sums.</summary>
    private const decimal Largest = 100_000_000_000m;

    public static IEnumerable<PlanProblem> Check(Indicator indicator, PlannedProject project, int year) =>
        Texts(indicator, project).Concat(Quantities(indicator, project)).Concat(Calendar(indicator, project, year)).Concat(Method(indicator, project))
            .Select(problem => problem with { ProjectId = project.Id, IndicatorId = indicator.Id });

    private static LocalizedText Subject(Indicator indicator, PlannedProject project) => PlanChecker.Same($"{project.Address} «{indicator.Name}»");

    private static IEnumerable<PlanProblem> Texts(Indicator indicator, PlannedProject project)
    {
        var subject = Subject(indicator, project);
        return PlanChecker.OneLine(indicator.Name, PlanField.Name, PlanChecker.LongestName, true, subject)
            .Concat(PlanChecker.OneLine(indicator.UnitOfMeasure, PlanField.UnitOfMeasure, 100, true, subject))
            .Concat(PlanChecker.OneLine(indicator.Objective, "objetivo", 2000, false, subject))
            .Concat(PlanChecker.OneLine(indicator.Numerator, "numerador", 500, false, subject))
            .Concat(PlanChecker.OneLine(indicator.Denominator, "denominador", 500, false, subject))
            .Concat(PlanChecker.OneLine(indicator.MeansOfVerification, "medio_verificacion", 1000, false, subject))
            .Concat(PlanChecker.OneLine(indicator.Assumptions, "supuestos", 1000, false, subject));
    }

    private static IEnumerable<PlanProblem> Quantities(Indicator indicator, PlannedProject project)
    {
        var subject = Subject(indicator, project);
        if (indicator.Calendar.Count != 12)
        {
            yield return new(
                "plan.calendar", PlanGravity.BlocksSaving, PlanField.Calendar, subject,
                new($"El calendario tiene {indicator.Calendar.Count} meses.", $"The calendar has {indicator.Calendar.Count} months."),
                new("Dé doce cantidades, de enero a diciembre; en blanco donde no haya.", "Give twelve quantities, from January to December; blank where there is none."));
            yield break;
        }

        foreach (var (quantity, field) in indicator.Calendar.Select((q, i) => (q, MonthName.Abbreviation(i + 1).Spanish)).Append((indicator.AnnualTarget, PlanField.Annual)).Append((indicator.Baseline, PlanField.Baseline)))
        {
            if (quantity is not { } value)
            {
                continue;
            }

            if (value < 0 && field != PlanField.Baseline)
            {
                yield return new(
                    "AVP-008", PlanGravity.BlocksSaving, field, subject,
                    new($"No se admiten valores negativos: {field} = {Figure.Print(value)}.", $"Negative values are not admitted: {field} = {Figure.Print(value)}."),
                    new("Escriba cero o una cantidad mayor.", "Write zero or a greater quantity."));
            }
            else if (Math.Abs(value) > Largest || decimal.Round(value, 4) != value)
            {
                yield return new(
                    "plan.quantity", PlanGravity.BlocksSaving, field, subject,
                    new($"La cantidad de {field} no cabe: tiene más de cuatro decimales o es demasiado grande.", $"The quantity of {field} does not fit: it has more than four decimals or is too large."),
                    new("Escríbala con cuatro decimales como máximo.", "Write it with at most four decimals."));
            }
            else if (field != PlanField.Baseline && value != decimal.Truncate(value) && UnitOfMeasure.IsWhole(indicator.UnitOfMeasure, UnitOfMeasure.CountedWhole))
            {
                yield return new(
                    "AVP-049", PlanGravity.Warning, field, subject,
                    new($"La unidad {indicator.UnitOfMeasure} no admite fracciones: {field} = {Figure.Print(value)}.", $"The unit {indicator.UnitOfMeasure} admits no fractions: {field} = {Figure.Print(value)}."),
                    new("Corrija la cantidad; si de verdad admite fracciones, cambie la unidad de medida.", "Correct the quantity; if it truly admits fractions, change the unit of measure."));
            }
        }
    }

    private static IEnumerable<PlanProblem> Calendar(Indicator indicator, PlannedProject project, int year)
    {
        if (indicator.Calendar.Count != 12)
        {
            yield break;
        }

        var subject = Subject(indicator, project);
        if (project.AddedByAmendment)
        {
            if (indicator.Calendar.Any(quantity => quantity is not (null or 0)) || indicator.AnnualTarget is not (null or 0))
            {
                yield return new(
                    "AVP-045", PlanGravity.BlocksSaving, PlanField.Calendar, subject,
                    new($"{project.Address} nació por adecuación: su meta programada original es cero.", $"{project.Address} was added by an amendment: its original target is zero."),
                    new("Deje el calendario en blanco y programe la meta con una adecuación programática.", "Leave the calendar blank and programme the target with a target amendment."));
            }

            yield break;
        }

        if (indicator.CalendarTarget is not { } sum)
        {
            yield return new(
                "plan.calendar", PlanGravity.BlocksApproval, PlanField.Calendar, subject,
                new($"«{indicator.Name}» no tiene calendario para {year}.", $"«{indicator.Name}» has no calendar for {year}."),
                new("Programe la meta por mes o por trimestre; cero también es una respuesta.", "Programme the target by month or quarter; zero is an answer too."));
        }
        else if (indicator.AnnualTarget is { } annual && annual != sum)
        {
            yield return indicator.Accumulation == AccumulationRule.Sum
                ? new(
                    "AVP-046", PlanGravity.BlocksApproval, PlanField.Calendar, subject,
                    new($"La calendarización de «{indicator.Name}» suma {Figure.Print(sum)} y la meta anual es {Figure.Print(annual)}.", $"The calendar of «{indicator.Name}» adds up to {Figure.Print(sum)} and the annual target is {Figure.Print(annual)}."),
                    new("Corrija el mes o la meta anual que no corresponda.", "Correct the month or the annual target that is wrong."))
                : new(
                    "AVP-046", PlanGravity.Warning, PlanField.Calendar, subject,
                    new($"El calendario de «{indicator.Name}» da {Figure.Print(sum)} al cierre del año y la meta anual es {Figure.Print(annual)}.", $"The calendar of «{indicator.Name}» gives {Figure.Print(sum)} at the end of the year and the annual target is {Figure.Print(annual)}."),
                    new("Revise la acumulación, el calendario y la meta anual.", "Look at the accumulation, the calendar and the annual target."));
        }
    }

    private static IEnumerable<PlanProblem> Method(Indicator indicator, PlannedProject project)
    {
        var subject = Subject(indicator, project);
        if (!Fulfilment.Suits(indicator.Formula, indicator.Direction))
        {
            yield return new(
                "plan.formula", PlanGravity.BlocksApproval, PlanField.Formula, subject,
                new($"La fórmula de «{indicator.Name}» no corresponde a su sentido.", $"The formula of «{indicator.Name}» does not suit its direction."),
                new("Ascendente: directa. Descendente: inversa, complemento o línea base. Regular y nominal: desviación.", "Ascending: ratio. Descending: inverse, complement or baseline. Regular and nominal: deviation."));
        }

        if (indicator.Direction == DesiredDirection.Descending && indicator.Baseline is null)
        {
            // The formula with a baseline is undefined without one; the others work, and the rule only warns.
            yield return new(
                "AVP-064", indicator.Formula == FulfilmentFormula.BaselineDistance ? PlanGravity.BlocksApproval : PlanGravity.Warning, PlanField.Baseline, subject,
                new($"El indicador descendente «{indicator.Name}» requiere línea base.", $"The descending indicator «{indicator.Name}» needs a baseline."),
                new("Anote el valor del que se parte.", "Write down the value from which it starts."));
        }
        else if (indicator.Formula == FulfilmentFormula.BaselineDistance && indicator.Baseline is { } baseline && baseline == (indicator.AnnualTarget ?? indicator.CalendarTarget))
        {
            yield return new(
                "plan.baseline", PlanGravity.BlocksApproval, PlanField.Baseline, subject,
                new($"La línea base de «{indicator.Name}» es igual a su meta: no hay distancia que recorrer.", $"The baseline of «{indicator.Name}» equals its target: there is no distance to go."),
                new("Corrija una de las dos, o elija otra fórmula.", "Correct one of them, or choose another formula."));
        }
    }
}
