using System.Xml;

namespace Avance.App.Importing;

/// <summary>
/// Reads a report from a workbook: our own, or one that people edited. Sheets are told by what they hold and not by their
/// name; hidden ones and those without anything of a report are left out.
/// </summary>
internal static class XlsxReportReader
{
    /// <summary>A sheet's first rows, in which the table's header, a project or the explanations' title must appear.</summary>
    private const int RowsToRecognise = 60;

    /// <summary>The rows of a workbook. Whatever the bytes are, it never throws: what is wrong is told as problems.</summary>
    public static IEnumerable<SourceRow> Read(byte[] content, ICollection<Problem> problems)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
        {
            problems.Add(XlsxProblems.Legacy(content));
            yield break;
        }

        using var rows = Rows(content, problems).GetEnumerator();
        while (MoveNext(rows, problems))
        {
            yield return rows.Current;
        }
    }

    private static IEnumerable<SourceRow> Rows(byte[] content, ICollection<Problem> problems)
    {
        using var package = new XlsxPackage(content);
        var sheets = package.VisibleSheets();
        if (sheets.Count == 0)
        {
            problems.Add(XlsxProblems.NotAWorkbook());
        }

        for (var i = 0; i < sheets.Count; i++)
        {
            foreach (var row in Recognised(package.Rows(sheets[i], i + 1)))
            {
                yield return row;
            }
        }
    }

    /// <summary>
    /// The rows of a sheet from where the report begins on it, with its titles left out; none of a sheet without a report.
    /// </summary>
    private static IEnumerable<SourceRow> Recognised(IEnumerable<SourceRow> rows)
    {
        var before = new List<SourceRow>();
        var recognised = false;
        foreach (var row in rows)
        {
            if (!recognised && (LayoutHeader.IsHeader(row) || LayoutHeader.OpensExplanations(row)))
            {
                recognised = true;
            }
            else if (!recognised && RowParser.IsKey(row[1].Text))
            {
                // The table goes on from another sheet: the headings before its first project belong to it.
                recognised = true;
                foreach (var heading in before)
                {
                    yield return heading;
                }
            }

            if (recognised)
            {
                yield return row;
            }
            else if (before.Count == RowsToRecognise)
            {
                yield break;
            }
            else
            {
                before.Add(row);
            }
        }
    }

    /// <summary>
    /// The next row. Files from people are damaged in every possible way, and the libraries tell so by throwing.
    /// </summary>
    private static bool MoveNext(IEnumerator<SourceRow> rows, ICollection<Problem> problems)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (LimitException)
        {
            problems.Add(XlsxProblems.TooLarge());
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            problems.Add(XlsxProblems.Damaged());
        }

        return false;
    }
}
