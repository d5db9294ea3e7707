using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>Something that a person has to do in a quarter that is being captured.</summary>
/// <param name="What">What, as a verb.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Office">The office's code.</param>
/// <param name="Unit">Whose sheet; empty for the quarter as a whole.</param>
/// <param name="Period">The quarter.</param>
/// <param name="DueOn">Until when units capture.</param>
public sealed record Duty(LocalizedText What, string Href, string Office, string Unit, FiscalPeriod Period, DateOnly DueOn)
{
    /// <summary>All that a person has to do, what is late first.</summary>
    public static IReadOnlyList<Duty> Of(WorkVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return [.. visit.Get<CaptureQueries>().Open().SelectMany(file => Of(visit, file)).OrderBy(static d => d.DueOn).ThenBy(static d => d.Unit, StringComparer.Ordinal)];
    }

    /// <summary>What has to be done, as a table.</summary>
    public static Table Table(WorkVisit visit, IReadOnlyList<Duty> duties)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(duties);
        var today = visit.Today();
        return new(
            new("Lo que me toca", "What is mine to do"),
            [
                new("what", new("Qué", "What"), ColumnKind.RowHeader), new("unit", new("Unidad", "Unit")), new("period", new("Trimestre", "Quarter"), ColumnKind.Code),
                new("dueOn", new("Plazo de captura", "Capture is due"), ColumnKind.Code), new("left", new("Cómo va", "How it stands")),
            ],
            [.. duties.Select(d => new TableRow(
            [
                TableCell.Of(visit.Site.Text(d.What), d.Href), TableCell.Of(d.Unit), TableCell.Of($"{d.Office} {d.Period}"), TableCell.Of(Words.Day(d.DueOn)),
                TableCell.Of(visit.Site.Text(CaptureWords.DaysLeft(d.DueOn, today)), "", PeriodNames.Of(SheetState.Capturing, d.DueOn, today).Mark()),
            ]))]);
    }

    private static IEnumerable<Duty> Of(WorkVisit visit, PeriodFile file)
    {
        var (office, period) = (file.Entity.Code, file.Period.Period);
        var request = new WorkRequest(visit.Context, visit.Site, visit.Visitor, office, period.Year);
        foreach (var (unit, sheet) in file.Sheets)
        {
            if (sheet.State.Awaits() is { } act && visit.Visitor.Can(act, office, unit.Code)
                && (act == Act.WriteCapture ? visit.Today() >= file.Period.OpensOn : !file.Authors[unit.Code].Contains(visit.Actor, StringComparer.Ordinal)))
            {
                var href = act == Act.WriteCapture ? request.SheetAddress(period.Quarter, unit.Code) : request.VersionAddress(period.Quarter, unit.Code, sheet.Version);
                yield return new(Verb(act, sheet.State), href, office, $"{unit.Code} {unit.Name}", period, sheet.DueOn);
            }
        }

        if (visit.Visitor.Can(Act.RunPeriods, office) && file.Sheets.All(static s => s.Sheet.State.IsSettled()))
        {
            yield return new(new("Cerrar el trimestre", "Close the quarter"), PeriodTasks.Address(request, period.Quarter, PeriodTask.Close), office, "", period, file.Period.LegalLimit);
        }
    }

    private static LocalizedText Verb(Act act, SheetState state) => act switch
    {
        Act.WriteCapture when state == SheetState.Returned => new("Corregir la hoja devuelta", "Mend the returned sheet"),
        Act.WriteCapture => new("Capturar", "Capture"),
        Act.ReviewCapture => new("Revisar", "Review"),
        _ => new("Firmar", "Sign"),
    };
}
