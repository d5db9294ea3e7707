using System.Globalization;
using System.Text;

namespace Avance.Documents;

/// <summary>
/// Writes comma-separated values (RFC 4180) as spreadsheets open them without asking: UTF-8 with its mark, figures as plain
/// numbers, absent figures blank. Text that a spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private readonly StreamWriter _writer;
    private bool _inRow;

    /// <summary>Writes to <paramref name="output"/>, which stays open.</summary>
    public CsvWriter(Stream output)
    {
        _writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
    }

    /// <summary>Writes a row of texts: the header.</summary>
    public void Header(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            Text(name);
        }

        EndRow();
    }

    /// <summary>Writes a text field.</summary>
    public void Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var guarded = FormulaGuard.Needs(text);
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            _writer.Write(guarded ? "'" : "");
            _writer.Write(text);
            return;
        }

        _writer.Write(guarded ? "\"'" : "\"");
        _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }

    /// <summary>Writes a number with the decimals of its scale, or a blank field.</summary>
    public void Number(decimal? number)
    {
        Separate();
        _writer.Write(number?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes an amount in pesos with two decimals, or a blank field.</summary>
    public void Number(Money? amount) => Number(amount?.Pesos);

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        _writer.Write("\r\n");
        _inRow = false;
    }

    /// <summary>Sends what is left to the output.</summary>
    public void Dispose() => _writer.Dispose();

    private void Separate()
    {
        if (_inRow)
        {
            _writer.Write(',');
        }

        _inRow = true;
    }
}
