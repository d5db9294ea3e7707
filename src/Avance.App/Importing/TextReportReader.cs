using System.Text;

namespace Avance.App.Importing;

/// <summary>
/// Reads the published layout as tab-separated text, a line at a time. Knows marks of bold and line break inside a cell,
/// and nothing of what the rows mean.
/// </summary>
internal static class TextReportReader
{
    /// <summary>The longest line read. The longest real one (a justification) has some thousands of characters.</summary>
    public const int MaxLineLength = 1 << 20;

    /// <summary>The most cells a line may have; the layout has sixteen, and one trailing tab.</summary>
    private const int MaxCells = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows of a text, blank lines left out.</summary>
    public static IEnumerable<SourceRow> Read(Stream stream, ICollection<Problem> problems)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var lines = new LineReader(reader);
        for (var number = 1; lines.TryRead(out var line); number++)
        {
            var place = new SourcePlace(0, number);
            if (line is null)
            {
                problems.Add(TooLong(place, lines.Excerpt));
                yield break;
            }

            if (line.Contains('\0', StringComparison.Ordinal))
            {
                problems.Add(NotText(place, line));
                yield break;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new SourceRow(place, Cells(line));
            }
        }
    }

    /// <summary>
    /// The same bytes as UTF-8: old spreadsheets save as Windows-1252, and every accented letter would be lost.
    /// </summary>
    public static Stream AsUtf8(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new MemoryStream(content, writable: false);
        }

        try
        {
            StrictUtf8.GetCharCount(content);
            return new MemoryStream(content, writable: false);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.CreateTranscodingStream(new MemoryStream(content, writable: false), Windows1252, Encoding.UTF8);
        }
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static List<SourceCell> Cells(string line)
    {
        var cells = new List<SourceCell>(17);
        var start = 0;
        while (cells.Count < MaxCells)
        {
            var tab = line.IndexOf('\t', start);
            cells.Add(CellMarkup.Parse(tab < 0 ? line.AsSpan(start) : line.AsSpan(start, tab - start)));
            if (tab < 0)
            {
                break;
            }

            start = tab + 1;
        }

        return cells;
    }

    private static Problem TooLong(SourcePlace place, string excerpt) => new(
        "text.line-too-long", place, 0, ProblemList.Excerpt(excerpt),
        new($"La línea tiene más de {Figure.Grouped(MaxLineLength, 0)} caracteres; ningún informe los necesita.", $"The line has more than {Figure.Grouped(MaxLineLength, 0)} characters; no report needs them."),
        new("Revise que el archivo sea el informe y que cada renglón termine con un salto de línea.", "Check that the file is the report and that each row ends with a line break."));

    private static Problem NotText(SourcePlace place, string line) => new(
        "text.not-text", place, 0, ProblemList.Excerpt(line.Replace('\0', '␀')),
        new("El archivo no es texto: contiene bytes nulos.", "The file is not text: it holds null bytes."),
        new("Guarde el informe como texto separado por tabuladores, XLSX o PDF con capa de texto.", "Save the report as tab-separated text, XLSX or PDF with a text layer."));

    /// <summary>Lines without ever holding one longer than the limit.</summary>
    private sealed class LineReader(TextReader reader)
    {
        private readonly char[] _buffer = new char[16 * 1024];
        private readonly StringBuilder _line = new();
        private int _position;
        private int _length;
        private bool _ended;

        /// <summary>The start of a line that was too long.</summary>
        public string Excerpt => _line.ToString(0, Math.Min(_line.Length, 200));

        /// <summary>The next line without its end; null when it is too long; false at the end of the file.</summary>
        public bool TryRead(out string? line)
        {
            _line.Clear();
            while (!_ended)
            {
                if (_position == _length)
                {
                    _length = reader.Read(_buffer);
                    _position = 0;
                    _ended = _length == 0;
                    continue;
                }

                var rest = _buffer.AsSpan(_position, _length - _position);
                var end = rest.IndexOf('\n');
                _line.Append(end < 0 ? rest : rest[..end]);
                _position += end < 0 ? rest.Length : end + 1;
                if (_line.Length > MaxLineLength)
                {
                    line = null;
                    return true;
                }

                if (end >= 0)
                {
                    line = _line.ToString().TrimEnd('\r');
                    return true;
                }
            }

            line = _line.ToString();
            return _line.Length > 0;
        }
    }
}
