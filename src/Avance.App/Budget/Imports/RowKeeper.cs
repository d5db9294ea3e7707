using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>The rows of a batch as they stand in the file, for the case that they have to be given back.</summary>
internal sealed class RowKeeper
{
    private readonly List<int> _ends = [];
    private readonly List<(int FirstField, int Line)> _rows = [];
    private char[] _text = new char[1 << 16];
    private int _used;

    public int Count => _rows.Count;

    /// <summary>How many characters all rows have together.</summary>
    public int Characters => _used;

    /// <summary>The line where a row begins in the file.</summary>
    public int Line(int row) => _rows[row].Line;

    public void Add(TableRow row)
    {
        _rows.Add((_ends.Count, row.Line));
        for (var i = 0; i < row.Count; i++)
        {
            var field = row.Raw(i);
            if (_used + field.Length > _text.Length)
            {
                Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + field.Length));
            }

            field.CopyTo(_text.AsSpan(_used));
            _used += field.Length;
            _ends.Add(_used);
        }
    }

    /// <summary>How many fields a row has.</summary>
    public int Fields(int row) => (row + 1 < _rows.Count ? _rows[row + 1].FirstField : _ends.Count) - _rows[row].FirstField;

    /// <summary>A field of a row.</summary>
    public ReadOnlySpan<char> Field(int row, int field)
    {
        var index = _rows[row].FirstField + field;
        var start = index == 0 ? 0 : _ends[index - 1];
        return _text.AsSpan(start, _ends[index] - start);
    }
}
