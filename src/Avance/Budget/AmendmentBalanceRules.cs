namespace Avance.Budget;

/// <summary>How the lines of an amendment must balance by its type, by kind of money and by chapter.</summary>
internal static class AmendmentBalanceRules
{
    private const string PersonalServices = "1000";

    public static void Check(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (amendment.Lines.Count == 0 && amendment.Targets.Count == 0)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.empty",
                new("La adecuación no tiene renglones de dinero ni de metas.", "The amendment has neither lines of money nor of targets."),
                new("Agregue al menos un renglón.", "Add at least one line.")));
            return;
        }

        switch (amendment.Type)
        {
            case AmendmentType.NetIncrease:
                OneSign(amendment, isNegative: false, problems);
                break;
            case AmendmentType.NetDecrease or AmendmentType.Closing:
                OneSign(amendment, isNegative: true, problems);
                break;
            case AmendmentType.Rescheduling:
                EachLineAtZero(amendment, problems);
                break;
            case AmendmentType.Transfer or AmendmentType.Reclassification:
                Compensated(amendment, problems);
                KindsOfMoney(amendment, context, problems);
                Chapter(amendment, context, problems);
                Residue(amendment, context, problems);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(amendment), amendment.Type, "No such type of amendment.");
        }
    }

    private static void OneSign(Amendment amendment, bool isNegative, List<AmendmentProblem> problems)
    {
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            if (amendment.Lines[i].Amount is { Centavos: not 0 } amount && amount.IsNegative != isNegative)
            {
                var name = amendment.Type.DisplayName();
                problems.Add(new(
                    "amendment.sign", AmendmentPart.Line, i + 1,
                    isNegative
                        ? new($"Una adecuación de {name.Spanish} solo quita; este renglón agrega {amount}.", $"A {name.English} only takes; this line adds {amount}.")
                        : new($"Una {name.Spanish} solo agrega; este renglón quita {amount.Magnitude}.", $"A {name.English} only adds; this line takes {amount.Magnitude}."),
                    new("Corrija el signo, o haga un traspaso compensado.", "Correct the sign, or make a compensated transfer.")));
            }
        }
    }

    private static void EachLineAtZero(Amendment amendment, List<AmendmentProblem> problems)
    {
        foreach (var line in amendment.Lines.Select((l, i) => (l.LineKey, l.Amount, Number: i + 1)).GroupBy(l => l.LineKey))
        {
            var sum = line.Aggregate(Money.Zero, static (total, l) => total + l.Amount);
            if (sum != Money.Zero)
            {
                problems.Add(new(
                    "AVP-047", AmendmentPart.Line, line.First().Number,
                    new($"La recalendarización de {line.Key} no suma cero: {sum}.", $"The rescheduling of {line.Key} does not add up to zero: {sum}."),
                    new("Lo que un mes pierde lo gana otro de la misma clave.", "What a month loses, another of the same line gains.")));
            }
        }
    }

    private static void Compensated(Amendment amendment, List<AmendmentProblem> problems)
    {
        var (increases, decreases) = (amendment.Increases, amendment.Decreases);
        if (increases != decreases)
        {
            var difference = (increases - decreases).Magnitude;
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-050",
                new($"El traspaso no está compensado: amplía {increases} y reduce {decreases}; diferencia de {difference}.", $"The transfer is not balanced: it adds {increases} and takes {decreases}; a difference of {difference}."),
                new("Complete o corrija los renglones hasta que las ampliaciones igualen a las reducciones.", "Complete or correct the lines until increases equal decreases.")));
        }
    }

    private static void KindsOfMoney(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        var sums = new Dictionary<bool, Money>();
        foreach (var line in amendment.Lines)
        {
            if (context.Lines.TryGetValue(line.LineKey, out var known) && known.IsEarmarked is { } isEarmarked)
            {
                sums[isEarmarked] = sums.GetValueOrDefault(isEarmarked) + line.Amount;
            }
        }

        if (sums.TryGetValue(true, out var earmarked) && earmarked != Money.Zero)
        {
            var others = sums.GetValueOrDefault(false);
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-054",
                new($"Los recursos etiquetados cambian en {earmarked} y los no etiquetados en {others}: cada clase debe sumar cero por sí misma.", $"Earmarked money changes by {earmarked} and non-earmarked by {others}: each kind must add up to zero by itself."),
                new("Haga el traspaso dentro de la misma clase de recursos.", "Make the transfer within the same kind of money.")));
        }
    }

    private static void Chapter(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        var sum = Money.Zero;
        foreach (var line in amendment.Lines)
        {
            sum += context.Lines.TryGetValue(line.LineKey, out var known) && known.Chapter == PersonalServices ? line.Amount : Money.Zero;
        }

        if (sum != Money.Zero && string.IsNullOrWhiteSpace(amendment.SpecialAuthority))
        {
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-055",
                sum.IsNegative
                    ? new($"El traspaso saca {sum.Magnitude} del capítulo 1000 y requiere autorización especial.", $"The transfer takes {sum.Magnitude} out of chapter 1000 and requires a special authorisation.")
                    : new($"El traspaso ingresa {sum} al capítulo 1000 y requiere autorización especial.", $"The transfer puts {sum} into chapter 1000 and requires a special authorisation."),
                new("Anote la autorización especial y adjúntela.", "Write the special authorisation and attach it.")));
        }
    }

    /// <summary>A reclassification empties the project that it takes from; what stays behind may have been forgotten.</summary>
    private static void Residue(Amendment amendment, AmendmentContext context, List<AmendmentProblem> problems)
    {
        if (amendment.Type != AmendmentType.Reclassification)
        {
            return;
        }

        foreach (var lines in amendment.Lines.GroupBy(line => context.Lines.GetValueOrDefault(line.LineKey)?.ProjectId))
        {
            var change = lines.Aggregate(Money.Zero, static (sum, line) => sum + line.Amount);
            if (!change.IsNegative || lines.Key is not { } id)
            {
                continue;
            }

            var project = context.Projects[id];
            var left = project.Budget.Revised + change;
            if (left > Money.Zero)
            {
                problems.Add(new(
                    "AVP-021", AmendmentPart.Header, 0,
                    new($"La reclasificación deja {left} en {project.Label}.", $"The reclassification leaves {left} in {project.Label}."),
                    new("Si el proyecto se da de baja, mueva también ese remanente.", "If the project ends, move that residue too."),
                    Blocks: false));
            }
        }
    }
}
