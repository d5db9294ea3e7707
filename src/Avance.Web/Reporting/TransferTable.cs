using Avance.Findings;
using Avance.Web.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>Inferred movements of money, as a table.</summary>
internal static class TransferTable
{
    public static Table Of(ReportRequest request, IEnumerable<InferredTransfer> transfers) => new(
        new("Traspasos inferidos de las cifras", "Transfers inferred from the figures"),
        [
            new("from", new("Proyecto de origen", "From project"), ColumnKind.RowHeader),
            new("to", new("Proyecto de destino", "To project")),
            new("amount", new("Importe", "Amount"), ColumnKind.Figure),
        ],
        [.. transfers.Select(t => new TableRow([Project(request, t.FromNumber), Project(request, t.ToNumber), TableCell.Of(t.Amount)]))]);

    private static TableCell Project(ReportRequest request, int number)
    {
        var project = request.Report.Projects[number - 1];
        return TableCell.Of($"{project.Key} · {project.Name}", request.Address.Project(number));
    }
}
