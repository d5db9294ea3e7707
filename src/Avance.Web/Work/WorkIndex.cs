using System.Globalization;
using Avance.Web.Ui;

namespace Avance.Web.Work;

/// <summary>A year of an office that something is on record of.</summary>
/// <param name="Code">The office's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Reports">How many of its quarters have a report.</param>
public sealed record WorkYear(string Code, string Name, int Year, int Reports);

/// <summary>The door of the workspace.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Years">The years of each office.</param>
public sealed record WorkIndex(WorkVisit Visit, IReadOnlyList<WorkYear> Years)
{
    /// <summary>The years, each with what there is of it.</summary>
    public Table Table => new(
        new("Ejercicios", "Fiscal years"),
        [
            new("entity", new("Ente público", "Public entity"), ColumnKind.RowHeader),
            new("code", new("Clave", "Code"), ColumnKind.Code),
            new("year", new("Ejercicio", "Year"), ColumnKind.Code),
            new("reports", new("Informes", "Reports"), ColumnKind.Figure),
        ],
        [.. Years.Select(y => new TableRow(
        [
            TableCell.Of(y.Name, WorkRequest.At(Visit.Site, y.Code, y.Year)),
            TableCell.Of(y.Code),
            TableCell.Of(y.Year.ToString(CultureInfo.InvariantCulture)),
            TableCell.Of((long)y.Reports),
        ]))]);
}
