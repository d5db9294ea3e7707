using Avance.App.Importing;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>Reads the data of one row, and keeps what is wrong with them.</summary>
internal sealed class RowReader(MappedTable table, ImportForm form)
{
    private readonly DateStyle _dates = table.Mapping.Dates;

    /// <summary>What is wrong with the row so far; null when nothing is.</summary>
    public List<RowProblem>? Problems { get; private set; }

    /// <summary>The row.</summary>
    public MappedTable Table => table;

    /// <summary>The kind of table.</summary>
    public ImportForm Form => form;

    /// <summary>Begins another row.</summary>
    public void Clear() => Problems = null;

    /// <summary>Adds a problem.</summary>
    public void Add(RowProblem problem) => (Problems ??= []).Add(problem);

    /// <summary>A text; empty when blank.</summary>
    public string Text(int field, int most = 500)
    {
        var text = table[field];
        if (text.IsEmpty)
        {
            Require(field);
            return "";
        }

        if (text.Length > most || !IsStorable(text))
        {
            Add(RowProblems.TooLong(table.Column(field), Excerpt(text), form.Fields[field].Name, most));
            return "";
        }

        return text.ToString();
    }

    /// <summary>An amount; null when absent or wrong.</summary>
    public Money? Amount(int field)
    {
        var text = table[field];
        if (CellText.IsAbsent(text))
        {
            Require(field);
            return null;
        }

        switch (CellText.TryAmount(text, table.Numbers(field), out var centavos))
        {
            case AmountReading.Read:
                return new Money(centavos);
            case AmountReading.TooManyDecimals:
                Add(RowProblems.TooManyDecimals(table.Column(field), Excerpt(text), form.Fields[field].Name));
                return null;
            default:
                Add(RowProblems.NotAnAmount(table.Column(field), Excerpt(text), form.Fields[field].Name));
                return null;
        }
    }

    /// <summary>A quantity with four decimals at most; null when absent or wrong.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="round">Whether more decimals are rounded, as for percentages that others computed.</param>
    public decimal? Quantity(int field, bool round = false)
    {
        var text = table[field];
        if (CellText.IsAbsent(text))
        {
            Require(field);
            return null;
        }

        if (CellText.TryNumber(text, table.Numbers(field), out var number) && (round || number.Scale <= 4) && Math.Abs(number) < 90_000_000_000_000m)
        {
            return decimal.Round(number, 4, MidpointRounding.AwayFromZero);
        }

        Add(RowProblems.NotAQuantity(table.Column(field), Excerpt(text), form.Fields[field].Name));
        return null;
    }

    /// <summary>A whole number within bounds; null when absent or wrong.</summary>
    public long? Count(int field, long least = 0, long most = 1_000_000_000)
    {
        var text = table[field];
        if (CellText.IsAbsent(text))
        {
            Require(field);
            return null;
        }

        if (CellText.TryCount(text, table.Numbers(field), out var count) && count >= least && count <= most)
        {
            return count;
        }

        Add(RowProblems.NotACount(table.Column(field), Excerpt(text), form.Fields[field].Name));
        return null;
    }

    /// <summary>A day; null when blank or wrong.</summary>
    public DateOnly? Day(int field)
    {
        var text = table[field];
        if (text.IsEmpty)
        {
            Require(field);
            return null;
        }

        if (CellText.TryDay(text, _dates, out var day))
        {
            return day;
        }

        Add(RowProblems.NotADay(table.Column(field), Excerpt(text), form.Fields[field].Name));
        return null;
    }

    /// <summary>A month from 1 to 12; null when blank or wrong.</summary>
    public int? Month(int field)
    {
        var text = table[field];
        if (text.IsEmpty)
        {
            Require(field);
            return null;
        }

        if (CellText.TryMonth(text, out var month))
        {
            return month;
        }

        Add(RowProblems.NotAMonth(table.Column(field), Excerpt(text), form.Fields[field].Name));
        return null;
    }

    /// <summary>What stands for a word in a table of words; the first one when blank.</summary>
    public T Word<T>(int field, IReadOnlyList<(string Word, T Value)> words)
    {
        var text = table[field];
        if (text.IsEmpty)
        {
            Require(field);
            return words[0].Value;
        }

        var folded = FoldedText.Fold(text.Length > 60 ? "" : text.ToString());
        foreach (var (word, value) in words)
        {
            if (word == folded)
            {
                return value;
            }
        }

        Add(RowProblems.NotAWord(table.Column(field), Excerpt(text), form.Fields[field].Name, string.Join(", ", words.Select(w => w.Word))));
        return words[0].Value;
    }

    /// <summary>What stands in a field, shortened.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) => ProblemList.Excerpt(text[..Math.Min(text.Length, 200)].ToString());

    private void Require(int field)
    {
        if (form.Fields[field].IsRequired)
        {
            Add(RowProblems.Missing(table.Column(field), form.Fields[field].Name));
        }
    }

    private static bool IsStorable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !isPair))
            {
                return false;
            }

            i += isPair ? 1 : 0;
        }

        return true;
    }
}
