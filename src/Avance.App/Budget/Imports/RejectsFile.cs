using System.Globalization;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>
/// The rows that were refused, written as they come: the source's own columns, then the line where each stood, what is wrong
/// with it, how to mend it, and the rule. Mended, the file can be sent back as it is. It comes into being with the first row.
/// </summary>
internal sealed class RejectsFile(string? path, IReadOnlyList<string> header) : IDisposable
{
    private TableWriter? _writer;

    public long Rows { get; private set; }

    /// <summary>Writes all rows of a document, those without a problem of their own too: it is sent back whole.</summary>
    public void Write(RowKeeper rows, Draft draft)
    {
        Rows += draft.RowCount;
        if (path is null)
        {
            return;
        }

        if (_writer is null)
        {
            _writer = new(File.Create(path));
            WriteHeader();
        }

        var problemsOf = draft.Problems!.ToLookup(static p => p.Row, static p => p.Problem);
        for (var i = 0; i < draft.RowCount; i++)
        {
            var row = draft.FirstRow + i;
            for (var field = 0; field < header.Count; field++)
            {
                _writer.Field(field < rows.Fields(row) ? rows.Field(row, field) : default);
            }

            var problems = problemsOf[i];
            _writer.Field(rows.Line(row).ToString(CultureInfo.InvariantCulture));
            _writer.Field(string.Join(' ', problems.Select(static p => p.Explanation.Spanish)));
            _writer.Field(string.Join(' ', problems.Select(static p => p.Remedy.Spanish).Distinct()));
            _writer.Field(string.Join(' ', problems.Select(static p => p.Code).Distinct()));
            _writer.EndRow();
        }
    }

    public void Dispose() => _writer?.Dispose();

    private void WriteHeader()
    {
        foreach (var name in header)
        {
            _writer!.Field(name);
        }

        foreach (var name in MappedTable.RejectColumns)
        {
            _writer!.Field(name);
        }

        _writer!.EndRow();
    }
}
