using Avance.Access;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.Findings;
using Avance.Progress;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>Issuing a quarter's report: how it would be, and putting it on record as the next version of its period.</summary>
internal static class IssueWork
{
    public static readonly Field PublishedOn = new("published-on", new("Día en que se publica", "Day of publication"), new("Dentro de los 30 días siguientes al corte (LGCG, art. 51).", "Within 30 days of the cut-off (LGCG art. 51)."));
    public static readonly Field Replace = new("replace", new("Emitir una versión nueva aunque ya haya un informe distinto", "Issue a new version although there is a different report already"), new("La anterior queda en el historial.", "The earlier one stays on record."));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/issue", Act.Publish, r => Html.Page<IssueListPage>(new IssueListView(r, Versions(r))));
        routes.MapWork("/issue/{quarter:int}", Act.Publish, r => With(r, period => Page(r, period, new Form(r.Site), StatusCodes.Status200OK)), (r, form) => With(r, period => Issue(r, period, form)));
    }

    private static IResult Issue(WorkRequest request, FiscalPeriod period, Form form)
    {
        var (day, replace) = (form.Day(PublishedOn, required: false), form.IsTicked(Replace));
        return form.Submit(
            () =>
            {
                request.Get<IssueReport>().Execute(request.Entity, period, day, replace, request.Actor);
                return request.Next(request.To("/issue"), Notices.Issued);
            },
            (refused, status) => Page(request, period, refused, status));
    }

    private static IResult Page(WorkRequest request, FiscalPeriod period, Form form, int status) => request.Get<IssueReport>().Compose(request.Entity, period) is { } report
        ? Html.Page<IssuePage>(new IssueView(request, period, report, ReportChecker.Check(new() { Report = report }), Versions(request).FirstOrDefault(v => v.Period == period), form), status)
        : request.NotFound(new($"{request.Entity} no ha iniciado el ejercicio {request.Year}: no hay de qué componer el informe.", $"{request.Entity} has not started the fiscal year {request.Year}: there is nothing to compose the report from."));

    /// <summary>The versions that hold, of this office and year.</summary>
    private static List<ReportVersion> Versions(WorkRequest request) =>
        [.. request.Get<ReportQueries>().Versions().Where(v => v.Entity.Code == request.Entity && v.Period.Year == request.Year).GroupBy(static v => v.Period).Select(static g => g.First())];

    private static IResult With(WorkRequest request, Func<FiscalPeriod, IResult> answer) => int.TryParse(request.Route("quarter"), out var quarter) && quarter is >= 1 and <= 4
        ? answer(new(request.Year, quarter))
        : request.NotFound(new("Los trimestres son cuatro: 1, 2, 3 y 4.", "There are four quarters: 1, 2, 3 and 4."));
}

/// <summary>The quarters of a year and their reports.</summary>
/// <param name="Request">The office, the year, and who works.</param>
/// <param name="Versions">The version that holds of each quarter that has one.</param>
public sealed record IssueListView(WorkRequest Request, IReadOnlyList<ReportVersion> Versions)
{
    /// <summary>The quarters.</summary>
    public Table Table => new(
        new("Informes del ejercicio", "Reports of the year"),
        [
            new("period", new("Trimestre", "Quarter"), ColumnKind.RowHeader),
            new("version", new("Versión que rige", "Version that holds"), ColumnKind.Figure),
            new("issued", new("Emitida o importada", "Issued or imported")),
            new("deadline", new("Límite para publicar", "Limit to publish"), ColumnKind.Code),
            new("step", new("Qué sigue", "What comes next")),
        ],
        [.. Enumerable.Range(1, 4).Select(quarter =>
        {
            var period = new FiscalPeriod(Request.Year, quarter);
            var version = Versions.FirstOrDefault(v => v.Period == period);
            return new TableRow(
            [
                version is null ? TableCell.Of(Request.Site.Text(period.Name)) : TableCell.Of(Request.Site.Text(period.Name), Request.Site.Link($"/{Uri.EscapeDataString(Request.Entity)}/{period}/report")),
                TableCell.Of((long?)version?.Version),
                TableCell.Of(version is null ? "—" : Words.Instant(version.ImportedAt)),
                TableCell.Of(Words.Day(period.PublicationDeadline)),
                TableCell.Of(Request.Site.Text("Revisar y emitir", "Look and issue"), Request.To($"/issue/{quarter}")),
            ]);
        })]);
}

/// <summary>A report that would be issued.</summary>
/// <param name="Request">The office, the year, and who works.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Report">The report as documents add it up now.</param>
/// <param name="Check">What the rules find in it.</param>
/// <param name="Standing">The version that holds; null when there is none.</param>
/// <param name="Form">The form.</param>
public sealed record IssueView(WorkRequest Request, FiscalPeriod Period, ProgressReport Report, CheckResult Check, ReportVersion? Standing, Form Form)
{
    /// <summary>How many findings there are of a severity.</summary>
    public int Count(Severity severity) => Check.Findings.Count(f => f.Severity == severity);

    /// <summary>Targets of which nothing achieved was told: their cells will be blank.</summary>
    public int Untold => Report.Projects.SelectMany(static p => p.Targets).Count(static t => t.Achieved is null);
}
