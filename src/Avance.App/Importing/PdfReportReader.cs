namespace Avance.App.Importing;

/// <summary>
/// Reads a PDF by its tags: the cells of its tables with the text of each, exactly. A PDF without tags says where letters
/// are but not which cell they belong to; guessing could move a figure to another column, so it is refused with what to do.
/// </summary>
internal static class PdfReportReader
{
    /// <summary>Pages looked at to tell a scanned document from one without tags.</summary>
    private const int PagesToProbe = 5;

    /// <summary>The rows of every table, and titles that part them.</summary>
    public static IEnumerable<SourceRow> Read(byte[] content, ICollection<Problem> problems)
    {
        var budget = new PdfBudget(content.Length);
        using var rows = Rows(content, budget, problems).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or OverflowException)
            {
                problems.Add(budget.IsExhausted ? TooLarge() : Damaged());
                yield break;
            }

            yield return rows.Current;
        }
    }

    private static IEnumerable<SourceRow> Rows(byte[] content, PdfBudget budget, ICollection<Problem> problems)
    {
        var source = new PdfSource(content, budget);
        if (source.Trailer["Encrypt"] != PdfValue.None)
        {
            problems.Add(Encrypted());
            yield break;
        }

        var catalog = source.Dictionary(source.Trailer["Root"]);
        var isOurs = source.Text(source.Dictionary(source.Trailer["Info"])["Producer"]) == "Avance";
        var pages = new PdfPages(source, new PdfPageReader(source, budget, isOurs), catalog["Pages"]);
        if (pages.Count == 0)
        {
            problems.Add(Damaged());
            yield break;
        }

        var any = false;
        foreach (var row in new PdfStructureRows(source, pages, budget, problems).Read(catalog["StructTreeRoot"]))
        {
            any = true;
            yield return row;
        }

        if (!any && problems.Count == 0)
        {
            problems.Add(pages.HaveText(PagesToProbe) ? NoStructure() : NoText());
        }
    }

    private static Problem Damaged() => new(
        "pdf.damaged", default, 0, "",
        new("El PDF está dañado o incompleto: sus partes no están donde el propio archivo dice.", "The PDF is damaged or incomplete: its parts are not where the file itself says."),
        new("Descargue de nuevo el archivo o pida otra copia; también puede importar el informe en texto o XLSX.", "Download the file again or ask for another copy; the report can also be imported as text or XLSX."));

    private static Problem TooLarge() => new(
        "pdf.too-large", default, 0, "",
        new("El PDF se expande a mucho más de lo que ocupa un informe; se dejó de leer por seguridad.", "The PDF unpacks into much more than a report takes; reading stopped for safety."),
        new("Revise que el archivo sea el informe; si lo es, impórtelo en texto o XLSX.", "Check that the file is the report; if it is, import it as text or XLSX."));

    private static Problem Encrypted() => new(
        "pdf.encrypted", default, 0, "",
        new("El PDF está cifrado o protegido con contraseña.", "The PDF is encrypted or protected by a password."),
        new("Guárdelo sin protección, o importe el informe en texto o XLSX.", "Save it without protection, or import the report as text or XLSX."));

    private static Problem NoText() => new(
        "pdf.no-text", default, 0, "",
        new("El PDF no tiene texto: parece una imagen escaneada.", "The PDF has no text: it looks like a scanned image."),
        new("Pida el archivo original o el informe en texto o XLSX; de una imagen no se leen cifras con certeza.", "Ask for the original file or for the report as text or XLSX; figures cannot be read from an image with certainty."));

    private static Problem NoStructure() => new(
        "pdf.no-structure", default, 0, "",
        new("El PDF no marca sus tablas (no es un PDF etiquetado), así que no se sabe a qué columna pertenece cada cifra.", "The PDF does not mark its tables (it is not a tagged PDF), so it does not tell which column each figure belongs to."),
        new("Expórtelo como PDF accesible (etiquetado), o importe el informe en texto o XLSX.", "Export it as an accessible (tagged) PDF, or import the report as text or XLSX."));
}
