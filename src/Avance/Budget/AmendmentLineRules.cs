namespace Avance.Budget;

/// <summary>What each line of money must respect: it can be found, its month is open, and there is enough to take.</summary>
internal static class AmendmentLineRules
{
    public static void Check(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        var seen = new Dictionary<(string, int), int>();
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            var (line, number) = (amendment.Lines[i], i + 1);
            Key(line, number, context, problems);
            if (line.Amount == Money.Zero)
            {
                problems.Add(new(
                    "amendment.zero", AmendmentPart.Line, number,
                    new("El importe es cero: el renglón no mueve nada.", "The amount is zero: the line moves nothing."),
                    new("Anote el importe o quite el renglón.", "Write the amount or remove the line.")));
            }

            if (!seen.TryAdd((line.LineKey, line.Month), number))
            {
                var first = seen[(line.LineKey, line.Month)];
                problems.Add(new(
                    "amendment.repeated", AmendmentPart.Line, number,
                    new($"La clave y el mes ya están en el renglón {first}.", $"The line and month stand in line {first} already."),
                    new("Junte los dos en un renglón.", "Join both in one line.")));
            }

            Month(line.Month, AmendmentPart.Line, number, context, problems);
            ClosedProject(line, number, context, problems);
        }

        Sufficiency(amendment, context, problems);
    }

    /// <summary>A month that does not exist, or that is closed.</summary>
    public static void Month(int month, AmendmentPart part, int number, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (month is < 1 or > 12)
        {
            problems.Add(new(
                "amendment.month", part, number,
                new($"El mes {month} no existe.", $"There is no month {month}."),
                new("Anote un mes, de enero a diciembre.", "Write a month, from January to December.")));
        }
        else if (month <= context.ClosedThrough)
        {
            var name = MonthName.Name(month);
            problems.Add(new(
                "AVP-052", part, number,
                new($"El mes de {name.Spanish} está cerrado.", $"The month of {name.English} is closed."),
                new("Use un mes abierto.", "Use an open month.")));
        }
    }

    private static void Key(AmendmentLine line, int number, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (context.Lines.ContainsKey(line.LineKey))
        {
            return;
        }

        var text = context.RefusedLines.GetValueOrDefault(line.LineKey)
            ?? new($"No existe la clave presupuestaria «{line.LineKey}».", $"There is no budget line «{line.LineKey}».");
        problems.Add(new(
            "amendment.line", AmendmentPart.Line, number, text,
            new("Revise la clave; puede ser nueva si sigue la estructura del ejercicio y su proyecto existe.", "Check the key; it may be new if it follows the year's structure and its project exists.")));
    }

    /// <summary>A closed project gives money and takes none.</summary>
    private static void ClosedProject(AmendmentLine line, int number, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (line.Amount > Money.Zero && context.Lines.GetValueOrDefault(line.LineKey)?.ProjectId is { } id && context.Projects[id] is { IsClosed: true } project)
        {
            problems.Add(new(
                "amendment.closed", AmendmentPart.Line, number,
                new($"El proyecto {project.Label} está cerrado y no recibe dinero.", $"The project {project.Label} is closed and takes no money."),
                new("Elija una clave de un proyecto abierto.", "Choose a line of an open project.")));
        }
    }

    /// <summary>
    /// Looks at all lines of the amendment together: what one month of a key gains may pay for what a later one loses, as it
    /// will when all of them are posted.
    /// </summary>
    private static void Sufficiency(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        var after = AmendmentPosting.BalancesAfter(amendment, context);
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            var line = amendment.Lines[i];
            if (!line.Amount.IsNegative || line.Month is < 1 or > 12 || !after.TryGetValue(line.LineKey, out var balance))
            {
                continue;
            }

            var month = MonthName.Name(line.Month);
            var before = context.Lines[line.LineKey].Balance;
            if (balance.Available(line.Month).IsNegative)
            {
                var available = Least(before.Available(line.Month), before.Revised(line.Month));
                problems.Add(new(
                    "AVP-051", AmendmentPart.Line, i + 1,
                    new($"No hay suficiencia en {line.LineKey}, {month.Spanish}: se reducen {line.Amount.Magnitude} y hay {available} disponibles.", $"There is not enough in {line.LineKey}, {month.English}: {line.Amount.Magnitude} are taken and {available} are available."),
                    new("Reduzca hasta lo disponible, o elija otra clave o mes.", "Take no more than is available, or choose another line or month.")));
            }
            else if (balance.Revised(line.Month) is { IsNegative: true } revised)
            {
                problems.Add(new(
                    "AVP-051", AmendmentPart.Line, i + 1,
                    new($"El calendario de {line.LineKey} quedaría en {revised} en {month.Spanish}: tiene {before.Revised(line.Month)}.", $"The calendar of {line.LineKey} would be {revised} in {month.English}: it has {before.Revised(line.Month)}."),
                    new("Reduzca hasta lo que el mes tiene, o reparta la reducción entre varios meses.", "Take no more than the month has, or spread the decrease over several months.")));
            }
        }
    }

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
