using System.Text;

namespace Avance.Catalogs;

/// <summary>
/// The rows of a data file shipped inside the library: one header line that names the columns, then one line a row,
/// each ended by a line feed, fields parted by semicolons, never quoted. Official names hold commas but no semicolon.
/// </summary>
internal static class CatalogTable
{
    /// <summary>Reads the rows of <c>Data/{id}.csv</c>, without the header.</summary>
    /// <exception cref="InvalidDataException">The file is missing or a row has not as many fields as the header.</exception>
    public static List<string[]> Read(string id)
    {
        using var stream = typeof(CatalogTable).Assembly.GetManifestResourceStream(id + ".csv")
            ?? throw new InvalidDataException($"The library ships no catalogue '{id}'.");
        // A reader of streams would take as long to warm up as all the rest: these files are small, so decode them at once.
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var lines = Encoding.UTF8.GetString(content).Split('\n');
        var columns = lines[0].Split(';').Length;
        var rows = new List<string[]>(lines.Length);
        for (var i = 1; i < lines.Length - 1; i++)
        {
            var fields = lines[i].Split(';');
            if (fields.Length != columns)
            {
                throw new InvalidDataException($"Catalogue '{id}', line {i + 1}: {fields.Length} fields instead of {columns}.");
            }

            rows.Add(fields);
        }

        return rows;
    }
}
