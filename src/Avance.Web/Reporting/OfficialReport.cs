using Avance.Progress;
using Avance.Reporting;
using Avance.Web.Findings;

namespace Avance.Web.Reporting;

/// <summary>A page of the report in its official layout.</summary>
/// <param name="Request">The report, and who reads.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record OfficialReport(ReportRequest Request, int Page, int Pages)
{
    /// <summary>How many projects, with their targets, stay within 40 KB compressed: fewer where every figure is a link.</summary>
    internal static int ProjectsPerPage(ReportRequest request) => request.HasDocuments ? 60 : 100;

    /// <summary>The official layout's rows that fall on this page.</summary>
    public IEnumerable<LayoutRow> Rows => Pages == 1 ? OfficialLayout.Rows(Request.Report.Report) : RowsOfPage();

    /// <summary>A page begins with the headings that its first project stands under, even when they stood on an earlier page.</summary>
    private IEnumerable<LayoutRow> RowsOfPage()
    {
        var (first, last) = ((Page - 1) * ProjectsPerPage(Request) + 1, Page * ProjectsPerPage(Request));
        var headings = new List<LayoutRow>();
        foreach (var row in OfficialLayout.Rows(Request.Report.Report))
        {
            if (row.Kind == LayoutRowKind.Total)
            {
                if (Page == Pages)
                {
                    yield return row;
                }
            }
            else if (row.Project is null)
            {
                headings.RemoveAll(h => h.Kind >= row.Kind);
                headings.Add(row);
            }
            else if (row.Project.Number >= first && row.Project.Number <= last)
            {
                foreach (var heading in headings)
                {
                    yield return heading;
                }

                headings.Clear();
                yield return row;
            }
        }
    }

    /// <summary>The explanations that follow the table, on its last page.</summary>
    public IReadOnlyList<DeviationExplanation> Explanations => Page == Pages ? Request.Report.Report.Explanations : [];
}
