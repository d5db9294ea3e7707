namespace Avance.Budget;

/// <summary>
/// What must hold before an amendment may go on. Gives everything that does not, at once, so that a person mends it in one
/// pass. That approved amounts and original targets never change (AVP-044, AVP-045) needs no check here: an amendment has no
/// way to say it (<see cref="AmendmentPosting"/>).
/// </summary>
public static class AmendmentRules
{
    /// <summary>Everything that does not hold: the heading's first, then the lines', then the targets', in their order.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="context">The year and the balances before it.</param>
    public static IReadOnlyList<AmendmentProblem> Check(Amendment amendment, AmendmentContext context)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(context);
        var problems = new List<AmendmentProblem>();
        Header(amendment, context, problems);
        AmendmentBalanceRules.Check(amendment, context, problems);
        AmendmentLineRules.Check(amendment, context, problems);
        AmendmentTargetRules.Check(amendment, context, problems);

        // A stable sort: within a part, the rules keep the order in which they spoke.
        return [.. problems.OrderBy(p => p.Part).ThenBy(p => p.Part == AmendmentPart.Header ? 0 : p.Number)];
    }

    /// <summary>What does not hold in undoing an amendment that was applied: no month of a target goes below zero.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="context">The year and the balances with the amendment in them.</param>
    public static IReadOnlyList<AmendmentProblem> CheckReversal(Amendment amendment, AmendmentContext context)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        var undoing = amendment with { Targets = [.. amendment.Targets.Select(static t => t with { Quantity = -t.Quantity })] };
        var problems = new List<AmendmentProblem>();
        foreach (var change in TargetChange.Of(undoing, context))
        {
            AmendmentTargetRules.BelowZero(change, problems);
        }

        return problems;
    }

    private static void Header(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (!context.IsOpen)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-052",
                new($"El ejercicio {context.Year} no está abierto.", $"The fiscal year {context.Year} is not open."),
                new("Las adecuaciones se hacen entre la apertura y el cierre del ejercicio.", "Amendments are made between the opening and the closing of the year.")));
        }

        EffectiveDay(amendment, context, problems);
        Text(amendment.UnitCode, "amendment.unit", new("Falta la unidad responsable que la pide.", "The responsible unit that asks for it is missing."), new("Anote la clave de la unidad.", "Write the unit's code."));
        if (amendment.UnitCode.Length > 0 && !context.KnowsUnit)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.unit",
                new($"El ejercicio {context.Year} no tiene la unidad responsable «{amendment.UnitCode}».", $"The fiscal year {context.Year} has no responsible unit «{amendment.UnitCode}»."),
                new("Anote la clave de una unidad del programa anual.", "Write the code of a unit of the annual plan.")));
        }

        Text(amendment.Justification, "amendment.justification", new("Falta la justificación.", "The justification is missing."), new("Escriba por qué hace falta la adecuación.", "Write why the amendment is needed."));
        Text(amendment.LegalBasis, "amendment.legal-basis", new("Falta el fundamento legal.", "The legal basis is missing."), new("Anote el artículo que la permite.", "Write the article that allows it."));
        if (amendment.Type == AmendmentType.NetIncrease)
        {
            Text(
                amendment.IncomeSource, "amendment.income",
                new("Falta la fuente de ingresos de la ampliación líquida (LDF, art. 8).", "The source of income of the net increase is missing (LDF art. 8)."),
                new("Diga de qué ingreso sale: ministración extraordinaria, remanente, ingreso propio…", "Say which income pays for it: extraordinary transfer, surplus, own income…"));
        }

        void Text(string value, string ruleId, LocalizedText text, LocalizedText remedy)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                problems.Add(AmendmentProblem.OfHeader(ruleId, text, remedy));
            }
        }
    }

    private static void EffectiveDay(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (amendment.EffectiveOn is not { } day)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.day",
                new("Falta la fecha de aplicación.", "The effective date is missing."),
                new("Anote el día desde el que cuenta.", "Write the day from which it counts.")));
        }
        else if (day.Year != context.Year)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-052",
                new($"La fecha de aplicación {day:yyyy-MM-dd} no es del ejercicio {context.Year}.", $"The effective date {day:yyyy-MM-dd} is not in the fiscal year {context.Year}."),
                new($"Anote una fecha de {context.Year}.", $"Write a date of {context.Year}.")));
        }
        else if (day.Month <= context.ClosedThrough)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-052",
                new($"La fecha de aplicación {day:yyyy-MM-dd} cae en {MonthName.Name(day.Month).Spanish}, que ya está cerrado.", $"The effective date {day:yyyy-MM-dd} is in {MonthName.Name(day.Month).English}, which is closed already."),
                new("Anote una fecha de un mes abierto.", "Write a date of an open month.")));
        }
    }
}
