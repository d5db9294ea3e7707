using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>A table seen through a mapping: each row's data by field, wherever they stand in the file.</summary>
internal sealed class MappedTable : IDisposable
{
    /// <summary>What follows the source's own columns in a file of refused rows.</summary>
    public static readonly IReadOnlyList<string> RejectColumns = ["linea", "problema", "remedio", "regla"];

    private const char Joint = '-';

    /// <summary>A table that stands further back is found by naming its sheet in the mapping.</summary>
    private const int SheetsSearched = 20;

    private readonly TableReader _reader;
    private readonly int[][] _columns;
    private readonly string?[] _constants;
    private readonly bool _skipTotals;
    private readonly char[] _joined = new char[1024];

    private MappedTable(TableReader reader, ImportMapping mapping, FoundColumns header, int[][] columns, string?[] constants)
    {
        (_reader, Mapping, Header, _columns, _constants) = (reader, mapping, header, columns, constants);
        _skipTotals = mapping.SkipTotals;
    }

    /// <summary>The mapping.</summary>
    public ImportMapping Mapping { get; }

    /// <summary>The header that was found.</summary>
    public FoundColumns Header { get; }

    /// <summary>The columns that the mapping names, and where they stand.</summary>
    public required IReadOnlyList<(string Name, int Position)> Named { get; init; }

    /// <summary>The row on which it stands.</summary>
    public TableRow Row => _reader.Row;

    /// <summary>
    /// A field of the row, good until the next is asked for; blank when the mapping does not have it. Several columns are
    /// joined by hyphens.
    /// </summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var columns = _columns[field];
            return columns.Length switch
            {
                0 => _constants[field],
                1 => Row[columns[0]],
                _ => Joined(columns),
            };
        }
    }

    /// <summary>How the figures of a field are written: as the mapping says, but numbers of a workbook always with a point.</summary>
    public NumberStyle Numbers(int field) => _columns[field] is [var column] && Row.IsNumber(column) ? NumberStyle.Point : Mapping.Numbers;

    /// <summary>The 1-based column of the file that a field comes from; 0 when it comes from none.</summary>
    public int Column(int field) => _columns[field].Length > 0 ? _columns[field][0] + 1 : 0;

    /// <summary>Opens a file and finds its header.</summary>
    /// <exception cref="TableException">It has no such sheet or header, or lacks columns that its rows cannot do without.</exception>
    public static MappedTable Open(TableFile file, ImportMapping mapping)
    {
        var form = ImportForms.Of(mapping.Kind);
        var wanted = form.Fields.SelectMany(f => mapping.Fields.GetValueOrDefault(f.Name)?.Columns ?? []).Distinct().ToList();
        FoundColumns? best = null;
        foreach (var sheet in Sheets(file, mapping))
        {
            var reader = file.Open(sheet);
            try
            {
                var header = TableColumns.Find(reader, wanted, IsHeader, file.Format == TableFormat.Csv ? 0 : mapping.HeaderRow);
                best = header ?? best;
                if (header is not null && Missing(header).Count == 0)
                {
                    var table = Bind(reader, mapping, header, wanted);
                    reader = null;
                    return table;
                }
            }
            finally
            {
                reader?.Dispose();
            }
        }

        throw new TableException(best is null
            ? TableProblems.NoHeader(string.Join(", ", wanted.Take(12)))
            : TableProblems.MissingColumns(best.Line, string.Join(", ", Missing(best))));

        bool IsHeader(FoundColumns found, string[] row) => Missing(found).Count == 0 || Keeps(row);

        static bool Keeps(string[] row) => row.Length >= RejectColumns.Count && row[^RejectColumns.Count..].SequenceEqual(RejectColumns);

        List<string> Missing(FoundColumns found) =>
        [
            .. form.Fields.Where(f => f.IsRequired || mapping.Fields.GetValueOrDefault(f.Name) is { Columns.Count: > 1 })
                .SelectMany(f => mapping.Fields.GetValueOrDefault(f.Name)?.Columns ?? [])
                .Where(c => found.Positions[wanted.IndexOf(c)] < 0).Distinct(),
        ];
    }

    /// <summary>Moves to the next row of data.</summary>
    public bool Read()
    {
        while (_reader.Read())
        {
            if (!_skipTotals || !IsTotal())
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private static MappedTable Bind(TableReader reader, ImportMapping mapping, FoundColumns header, List<string> wanted)
    {
        var sources = ImportForms.Of(mapping.Kind).Fields.Select(f => mapping.Fields.GetValueOrDefault(f.Name)).ToList();
        var columns = sources.Select(s => (s?.Columns ?? []).Select(c => header.Positions[wanted.IndexOf(c)]).Where(static p => p >= 0).ToArray()).ToArray();
        return new(reader, mapping, header, columns, [.. sources.Select(static s => s?.Constant)])
        {
            Named = [.. wanted.Zip(header.Positions).Where(static c => c.Second >= 0)],
        };
    }

    private static IEnumerable<int> Sheets(TableFile file, ImportMapping mapping)
    {
        if (file.Format == TableFormat.Csv || mapping.Sheet.Length == 0)
        {
            return Enumerable.Range(0, Math.Min(file.Sheets.Count, SheetsSearched));
        }

        var sheet = file.Sheets.ToList().FindIndex(name => FoldedText.Same(name, mapping.Sheet));
        return sheet >= 0 ? [sheet] : throw new TableException(TableProblems.NoSheet(mapping.Sheet, file.Sheets));
    }

    private ReadOnlySpan<char> Joined(int[] columns)
    {
        var length = 0;
        foreach (var column in columns)
        {
            var part = Row[column];
            if (length + part.Length + 1 > _joined.Length)
            {
                break;
            }

            if (length > 0)
            {
                _joined[length++] = Joint;
            }

            part.CopyTo(_joined.AsSpan(length));
            length += part.Length;
        }

        return _joined.AsSpan(0, length);
    }

    /// <summary>A row of totals says so in its first words.</summary>
    private bool IsTotal()
    {
        for (var i = 0; i < Row.Count; i++)
        {
            var first = Row[i];
            if (first.IsEmpty)
            {
                continue;
            }

            return first.StartsWith("total", StringComparison.OrdinalIgnoreCase) && (first.Length == 5 || !char.IsLetter(first[5]) || first[5] is 'e' or 'E')
                || first.StartsWith("subtotal", StringComparison.OrdinalIgnoreCase) || first.StartsWith("gran total", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
