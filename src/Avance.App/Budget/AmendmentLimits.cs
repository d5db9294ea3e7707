using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>What an amendment may hold to be kept at all, even as a draft: texts and figures that the database can store.</summary>
internal static class AmendmentLimits
{
    /// <summary>Longest text of one line.</summary>
    public const int ShortText = 200;

    /// <summary>Longest text of several.</summary>
    public const int LongText = 4_000;

    /// <summary>Most lines of money, and most of targets.</summary>
    public const int MostLines = 2_000;

    private static readonly Money LargestAmount = new(900_000_000_000_000);
    private const decimal LargestQuantity = 100_000_000_000m;

    /// <summary>Trims what people type around texts, so that equal things are equal.</summary>
    public static Amendment Tidy(Amendment amendment) => amendment with
    {
        UnitCode = amendment.UnitCode.Trim(),
        Agreement = amendment.Agreement.Trim(),
        OfficeNumber = amendment.OfficeNumber.Trim(),
        LegalBasis = amendment.LegalBasis.Trim(),
        Justification = amendment.Justification.Trim(),
        IncomeSource = amendment.IncomeSource.Trim(),
        SpecialAuthority = amendment.SpecialAuthority.Trim(),
        TargetsUnchanged = amendment.TargetsUnchanged.Trim(),
        Lines = [.. amendment.Lines.Select(static l => l with { LineKey = l.LineKey.Trim() })],
        Targets = [.. amendment.Targets.Select(static t => t with { UnitCode = t.UnitCode.Trim(), ProjectKey = t.ProjectKey.Trim(), Quantity = decimal.Round(t.Quantity, 4) })],
    };

    /// <summary>Everything that cannot be kept.</summary>
    public static List<AmendmentProblem> Check(Amendment amendment)
    {
        var problems = new List<AmendmentProblem>();
        Text(amendment.UnitCode, ShortText, AmendmentPart.Header, 0, problems);
        Text(amendment.Agreement, ShortText, AmendmentPart.Header, 0, problems);
        Text(amendment.OfficeNumber, ShortText, AmendmentPart.Header, 0, problems);
        Text(amendment.LegalBasis, LongText, AmendmentPart.Header, 0, problems);
        Text(amendment.Justification, LongText, AmendmentPart.Header, 0, problems);
        Text(amendment.IncomeSource, LongText, AmendmentPart.Header, 0, problems);
        Text(amendment.SpecialAuthority, LongText, AmendmentPart.Header, 0, problems);
        Text(amendment.TargetsUnchanged, LongText, AmendmentPart.Header, 0, problems);
        if (amendment.Lines.Count > MostLines || amendment.Targets.Count > MostLines)
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.size",
                new($"Una adecuación lleva a lo más {MostLines} renglones.", $"An amendment has at most {MostLines} lines."),
                new("Repártala en varias.", "Spread it over several.")));
            return problems;
        }

        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            Line(amendment.Lines[i], i + 1, problems);
        }

        for (var i = 0; i < amendment.Targets.Count; i++)
        {
            Target(amendment.Targets[i], i + 1, problems);
        }

        return problems;
    }

    /// <summary>Whether a text can be stored as it is: no character that does not exist, and no control but the end of a line.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) || (char.IsSurrogate(text[i]) && !isPair))
            {
                return false;
            }

            i += isPair ? 1 : 0;
        }

        return true;
    }

    private static void Line(AmendmentLine line, int number, List<AmendmentProblem> problems)
    {
        Text(line.LineKey, ShortText, AmendmentPart.Line, number, problems);
        if (line.Amount > LargestAmount || line.Amount < -LargestAmount)
        {
            problems.Add(new(
                "amendment.amount", AmendmentPart.Line, number,
                new("El importe es mayor que cualquier presupuesto.", "The amount is larger than any budget."),
                new("Revise el importe, en pesos y centavos.", "Check the amount, in pesos and centavos.")));
        }

        if (line.Month is < 1 or > 12)
        {
            Month(AmendmentPart.Line, line.Month, number, problems);
        }
    }

    private static void Target(AmendmentTarget target, int number, List<AmendmentProblem> problems)
    {
        Text(target.UnitCode, ShortText, AmendmentPart.Target, number, problems);
        Text(target.ProjectKey, ShortText, AmendmentPart.Target, number, problems);
        if (Math.Abs(target.Quantity) > LargestQuantity)
        {
            problems.Add(new(
                "amendment.quantity", AmendmentPart.Target, number,
                new("La cantidad es mayor que cualquier meta.", "The quantity is larger than any target."),
                new("Revise la cantidad.", "Check the quantity.")));
        }

        if (target.Month is < 1 or > 12)
        {
            Month(AmendmentPart.Target, target.Month, number, problems);
        }
    }

    private static void Month(AmendmentPart part, int month, int number, List<AmendmentProblem> problems) => problems.Add(new(
        "amendment.month", part, number,
        new($"El mes {month} no existe.", $"There is no month {month}."),
        new("Anote un mes, de enero a diciembre.", "Write a month, from January to December.")));

    private static void Text(string text, int longest, AmendmentPart part, int number, List<AmendmentProblem> problems)
    {
        if (text.Length > longest || !IsStorable(text))
        {
            problems.Add(new(
                "amendment.text", part, number,
                text.Length > longest
                    ? new($"El texto que empieza «{text[..20]}» tiene {text.Length} letras y caben {longest}.", $"The text that begins «{text[..20]}» has {text.Length} letters and {longest} fit.")
                    : new("Un texto contiene caracteres que no existen (nulos o incompletos).", "A text holds characters that do not exist (null or incomplete)."),
                new("Acórtelo o escríbalo de nuevo.", "Shorten it or type it again.")));
        }
    }
}
