using Avance.Planning;
using Avance.Web.Ui;

namespace Avance.Web.Planning;

/// <summary>How indicators stand, in words: the colour of a band never stands without its label.</summary>
internal static class StandingTable
{
    /// <summary>Indicators with what was due and achieved by the end of a month, and the band that this falls in.</summary>
    /// <param name="caption">What the table shows.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="rows">Each with its name, its address if any, and how it stands.</param>
    public static Table Of(LocalizedText caption, Language language, IEnumerable<(string Name, string? Href, IndicatorProgress Progress)> rows) => new(
        caption,
        [
            new("indicator", new("Indicador", "Indicator"), ColumnKind.RowHeader),
            new("due", new("Programado al periodo", "Due by then"), ColumnKind.Figure),
            new("achieved", new("Alcanzado al periodo", "Achieved by then"), ColumnKind.Figure),
            new("periodRate", new("Cumplimiento del periodo %", "Fulfilment of the period %"), ColumnKind.Figure),
            new("annualRate", new("Cumplimiento del año %", "Fulfilment of the year %"), ColumnKind.Figure),
            new("band", new("Semáforo", "Status")),
        ],
        [.. rows.Select(row => new TableRow(
        [
            TableCell.Of(row.Name, row.Href),
            TableCell.Of(row.Progress.Due),
            TableCell.Of(row.Progress.Achieved),
            TableCell.Of(row.Progress.PeriodRate),
            TableCell.Of(row.Progress.AnnualRate),
            Band(row.Progress, language),
        ]))]);

    /// <summary>The band that an indicator falls in.</summary>
    public static TableCell Band(IndicatorProgress progress, Language language) =>
        TableCell.Of(Label(progress).In(language), Code(progress.Band), Mark(progress.Band));

    /// <summary>The band's label.</summary>
    public static LocalizedText Label(IndicatorProgress progress) => progress.Band?.Label ?? new("Sin dato", "No data");

    /// <summary>Class of the band's mark.</summary>
    public static string Mark(RagBand? band) => band?.Color switch
    {
        RagColor.Green => "rag-onTrack",
        RagColor.Yellow => "rag-watch",
        RagColor.Orange or RagColor.Red => "rag-behind",
        RagColor.Purple => "rag-exceeded",
        _ => "rag-noData",
    };

    private static string Code(RagBand? band) => band?.Color switch
    {
        RagColor.Green => "green",
        RagColor.Yellow => "yellow",
        RagColor.Orange => "orange",
        RagColor.Red => "red",
        RagColor.Purple => "purple",
        _ => "noData",
    };
}
