namespace Avance.Catalogs;

/// <summary>
/// The rows of a data file shipped inside the library: one header line that names the columns, then one line a row,
/// fields parted by semicolons, never quoted. The names of the classifications hold commas but no semicolon.
/// </summary>
internal static class CatalogTable
{
    /// <summary>Reads the rows of <c>Data/{id}.csv</c>, without the header.</summary>
    /// <exception cref="InvalidDataException">The file is missing or a row has not as many fields as the header.</exception>
    public static List<string[]> Read(string id)
    {
        using var stream = typeof(CatalogTable).Assembly.GetManifestResourceStream(id + ".csv")
            ?? throw new InvalidDataException($"The library ships no catalogue '{id}'.");
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()!.Split(';').Length;
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(';');
            if (fields.Length != columns)
            {
                throw new InvalidDataException($"Catalogue '{id}', row {rows.Count + 2}: {fields.Length} fields instead of {columns}.");
            }

            rows.Add(fields);
        }

        return rows;
    }
}
