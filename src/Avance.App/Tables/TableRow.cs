namespace Avance.App.Tables;

/// <summary>
/// The row on which a reader stands: its fields side by side in one buffer, so that a million rows make no million texts.
/// What it holds is good until the reader moves on.
/// </summary>
internal sealed class TableRow
{
    /// <summary>More columns than any table has; a file beyond them is not a table.</summary>
    public const int MaxColumns = 1024;

    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];
    private bool[] _numbers = new bool[64];

    /// <summary>Where the characters of all fields stand.</summary>
    public char[] Buffer { get; set; } = new char[1024];

    /// <summary>1-based line of a text or row of a sheet, where the row begins.</summary>
    public int Line { get; set; }

    /// <summary>How many fields the row has; those beyond are blank.</summary>
    public int Count { get; private set; }

    /// <summary>A 0-based field without the spaces around it; blank beyond the last.</summary>
    public ReadOnlySpan<char> this[int column] =>
        (uint)column < (uint)Count ? Buffer.AsSpan(_starts[column], _lengths[column]).Trim() : default;

    /// <summary>A field as it stands.</summary>
    public ReadOnlySpan<char> Raw(int column) => (uint)column < (uint)Count ? Buffer.AsSpan(_starts[column], _lengths[column]) : default;

    /// <summary>Whether a field is a number to the workbook, and so is written with a decimal point whatever the style of the texts.</summary>
    public bool IsNumber(int column) => (uint)column < (uint)Count && _numbers[column];

    /// <summary>Where a field begins in the buffer.</summary>
    public int Start(int column) => _starts[column];

    /// <summary>Whether nothing stands in the row.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (_lengths[i] > 0 && !this[i].IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The row as texts, to keep it.</summary>
    public string[] ToArray()
    {
        var fields = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            fields[i] = Raw(i).ToString();
        }

        return fields;
    }

    /// <summary>Begins another row.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a field that stands in the buffer already.</summary>
    /// <exception cref="TableException">There are too many.</exception>
    public void Add(int start, int length, bool isNumber = false)
    {
        if (Count == _starts.Length)
        {
            if (Count == MaxColumns)
            {
                throw new TableException(TableProblems.TooManyColumns(Line));
            }

            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
            Array.Resize(ref _numbers, Count * 2);
        }

        _numbers[Count] = isNumber;
        _starts[Count] = start;
        _lengths[Count++] = length;
    }

    /// <summary>Puts a field that was added somewhere else, or makes it shorter.</summary>
    public void Set(int column, int start, int length) => (_starts[column], _lengths[column]) = (start, length);
}
