namespace Avance.Planning;

/// <summary>In which quarters an indicator is measured, and in which month of one what was measured counts.</summary>
public static class MeasuredPeriods
{
    /// <summary>Whether a measuring period ends in a quarter, so that a figure is due.</summary>
    /// <param name="frequency">How often it is measured; what is measured whenever it happens is never due.</param>
    /// <param name="quarter">1 to 4.</param>
    public static bool IsDue(MeasurementFrequency frequency, int quarter) => frequency != MeasurementFrequency.Irregular && LastEnd(frequency, quarter) is not null;

    /// <summary>The month in which what a quarter achieved counts: its last, or the last in which a measuring period that stands alone ends.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="quarter">1 to 4.</param>
    public static int Month(Indicator indicator, int quarter)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Accumulation == AccumulationRule.Period && LastEnd(indicator.Frequency, quarter) is { } end ? end : quarter * 3;
    }

    private static int? LastEnd(MeasurementFrequency frequency, int quarter)
    {
        var (month, length) = (quarter * 3, Accumulated.PeriodLength(frequency));
        var end = month - month % length;
        return end > month - 3 ? end : null;
    }
}
