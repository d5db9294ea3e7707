using System.Text;
using Avance.App.Tables;

namespace Avance.UnitTests.Tables;

/// <summary>Tables out of bytes, as files that are gone after they were read.</summary>
internal static class TableBytes
{
    /// <summary>All rows of all sheets; line numbers first.</summary>
    public static List<string[]> Rows(byte[] content, int sheet = 0) => With(content, file =>
    {
        using var reader = file.Open(sheet);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Row.ToArray());
        }

        return rows;
    });

    public static List<string[]> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    /// <summary>The code of the problem for which the bytes are refused.</summary>
    public static string Refusal(byte[] content)
    {
        try
        {
            return $"read {Rows(content).Count} rows";
        }
        catch (TableException e)
        {
            return e.Problem.Code;
        }
    }

    public static T With<T>(byte[] content, Func<TableFile, T> read)
    {
        var path = Path.Combine(Path.GetTempPath(), $"avance-table-{Guid.CreateVersion7():n}");
        File.WriteAllBytes(path, content);
        try
        {
            return read(new TableFile(path, "tabla"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A sheet's row in XML, its cells as they come.</summary>
    public static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";
}
