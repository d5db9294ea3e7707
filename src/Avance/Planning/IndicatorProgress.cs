namespace Avance.Planning;

/// <summary>
/// How an indicator stands at the end of a month: two rates, since 75 % of the year in September is on time and 75 % of
/// what was due by September is not.
/// </summary>
/// <param name="Annual">The revised target of the year.</param>
/// <param name="Due">What was programmed through the month, by the revised calendar.</param>
/// <param name="Achieved">What was achieved through the month.</param>
/// <param name="AnnualRate">Achieved against the year: the percentage that the report prints.</param>
/// <param name="PeriodRate">Achieved against what was due: the percentage that the traffic light takes.</param>
/// <param name="Band">The band of the traffic light; null when the rate is undefined.</param>
public sealed record IndicatorProgress(decimal? Annual, decimal? Due, decimal? Achieved, decimal? AnnualRate, decimal? PeriodRate, RagBand? Band)
{
    /// <summary>Computes it.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="revised">Its revised calendar: twelve quantities, originals plus amendments.</param>
    /// <param name="achieved">What each month achieved, null where nothing was told.</param>
    /// <param name="month">The month of the cut-off, 1 to 12.</param>
    public static IndicatorProgress Of(Indicator indicator, IReadOnlyList<decimal?> revised, IReadOnlyList<decimal?> achieved, int month)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var annual = Accumulated.Through(indicator.Accumulation, indicator.Frequency, revised, 12);
        var due = Accumulated.Through(indicator.Accumulation, indicator.Frequency, revised, month);
        var done = Accumulated.Through(indicator.Accumulation, indicator.Frequency, achieved, month);
        var periodRate = Fulfilment.Rate(indicator.Formula, done, due, indicator.Baseline);
        return new(
            annual, due, done,
            Fulfilment.Rate(indicator.Formula, done, annual, indicator.Baseline),
            periodRate,
            indicator.Bands.Of(periodRate));
    }
}
