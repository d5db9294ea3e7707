using System.Text;

namespace Avance.App.Tables;

/// <summary>Writes rows as comma-separated values that <see cref="CsvTableReader"/> reads back the same, as they come.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly StreamWriter _writer;
    private bool _inRow;

    /// <param name="output">Closed with the writer.</param>
    public TableWriter(Stream output) => _writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);

    /// <summary>Writes a field.</summary>
    public void Field(ReadOnlySpan<char> text)
    {
        if (_inRow)
        {
            _writer.Write(',');
        }

        _inRow = true;
        var guard = FormulaGuard.Needs(text) ? "'" : "";
        if (text.IndexOfAny(",;\t|") < 0 && text.IndexOfAny("\"\r\n") < 0)
        {
            _writer.Write(guard);
            _writer.Write(text);
            return;
        }

        _writer.Write('"');
        _writer.Write(guard);
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            _writer.Write(text[..(quote + 1)]);
            _writer.Write('"');
            text = text[(quote + 1)..];
        }

        _writer.Write(text);
        _writer.Write('"');
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        _writer.Write("\r\n");
        _inRow = false;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
