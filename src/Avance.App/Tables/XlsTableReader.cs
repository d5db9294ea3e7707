using System.Globalization;
using System.Text;
using Avance.App.Importing;
using ExcelDataReader;

namespace Avance.App.Tables;

/// <summary>
/// Reads a sheet of a workbook in the format of before 2007, which has sixty-five thousand rows at most. The format is the
/// business of a library; what it throws at damaged files is told as a problem.
/// </summary>
internal sealed class XlsTableReader : TableReader
{
    private readonly IExcelDataReader _sheets;
    private char[] _text = new char[4096];
    private int _used;

    static XlsTableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="file">Opens the workbook; closed with the reader.</param>
    /// <param name="sheet">Which of its visible sheets, from 0.</param>
    public XlsTableReader(Func<Stream> file, int sheet)
    {
        _sheets = Open(file);
        var found = Guarded(() =>
        {
            do
            {
                if (IsVisible(_sheets) && sheet-- == 0)
                {
                    return true;
                }
            }
            while (_sheets.NextResult());
            return false;
        });
        if (!found)
        {
            _sheets.Dispose();
            throw new TableException(TableProblems.DamagedXls());
        }
    }

    /// <summary>The names of a workbook's visible sheets.</summary>
    public static List<string> Sheets(Func<Stream> file)
    {
        using var sheets = Open(file);
        return Guarded(() =>
        {
            var names = new List<string>();
            do
            {
                if (IsVisible(sheets))
                {
                    names.Add(sheets.Name);
                }
            }
            while (sheets.NextResult());
            return names;
        });
    }

    protected override bool ReadRow() => Guarded(() =>
    {
        if (!_sheets.Read())
        {
            return false;
        }

        Row.Clear();
        Row.Line++;
        _used = 0;
        for (var i = 0; i < _sheets.FieldCount; i++)
        {
            var start = _used;
            Append(Text(i));
            Row.Add(start, _used - start, _sheets.GetValue(i) is double);
        }

        Row.Buffer = _text;
        return true;
    });

    protected override void Dispose(bool disposing) => _sheets.Dispose();

    private static bool IsVisible(IExcelDataReader sheet) => sheet.VisibleState == "visible";

    private string Text(int column) => _sheets.GetValue(column) switch
    {
        null => "",
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal) ? XlsxText.Number(text) : text,
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "VERDADERO" : "FALSO",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private void Append(string text)
    {
        if (_used + text.Length > CsvTableReader.MaxRecord)
        {
            throw new TableException(TableProblems.RecordTooLong(Row.Line, default));
        }

        if (_used + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + text.Length));
        }

        text.CopyTo(_text.AsSpan(_used));
        _used += text.Length;
    }

    private static IExcelDataReader Open(Func<Stream> open)
    {
        var file = open();
        try
        {
            RefuseEncrypted(file);
            return Guarded(() => ExcelReaderFactory.CreateBinaryReader(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A workbook under a password is a compound file too, whatever its format.</summary>
    private static void RefuseEncrypted(Stream file)
    {
        var start = new byte[(int)Math.Min(file.Length, 1 << 20)];
        file.ReadExactly(start);
        file.Position = 0;
        if (XlsxProblems.Legacy(start) is { Code: "xlsx.encrypted" } encrypted)
        {
            throw new TableException(encrypted);
        }
    }

    /// <summary>The library meets damage with whatever exception the damage leads to; only lack of memory is not the file's doing.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (TableException or OutOfMemoryException))
        {
            throw new TableException(TableProblems.DamagedXls());
        }
    }
}
