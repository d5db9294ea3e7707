namespace Avance.Planning;

/// <summary>What twelve months make of a period, by the indicator's accumulation. Months that say nothing are left out.</summary>
public static class Accumulated
{
    private const int Months = 12;

    /// <summary>The figure from January through a month; null when no month of it says anything.</summary>
    /// <param name="rule">How months add up.</param>
    /// <param name="frequency">How long a measuring period is; only <see cref="AccumulationRule.Period"/> asks.</param>
    /// <param name="months">Twelve quantities, null where nothing is said.</param>
    /// <param name="month">The last month that counts, 1 to 12.</param>
    public static decimal? Through(AccumulationRule rule, MeasurementFrequency frequency, IReadOnlyList<decimal?> months, int month)
    {
        ArgumentNullException.ThrowIfNull(months);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, Months);
        if (rule != AccumulationRule.Period)
        {
            return Within(rule, months, 1, month);
        }

        // Only periods that have ended can be measured: in September the second half of the year has no figure yet.
        var length = PeriodLength(frequency);
        for (var end = month - month % length; end > 0; end -= length)
        {
            if (Within(AccumulationRule.Sum, months, end - length + 1, end) is { } figure)
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The figure of some months alone; null when none of them says anything.</summary>
    /// <param name="rule">How months add up; a period's months are summed.</param>
    /// <param name="months">Twelve quantities, null where nothing is said.</param>
    /// <param name="first">First month, from 1.</param>
    /// <param name="last">Last month.</param>
    public static decimal? Within(AccumulationRule rule, IReadOnlyList<decimal?> months, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(months);
        var (sum, count, latest, highest) = (0m, 0, 0m, decimal.MinValue);
        for (var m = first; m <= last; m++)
        {
            if (months[m - 1] is { } value)
            {
                sum += value;
                count++;
                latest = value;
                highest = Math.Max(highest, value);
            }
        }

        return count == 0 ? null : rule switch
        {
            AccumulationRule.Average => decimal.Round(sum / count, 4, MidpointRounding.AwayFromZero),
            AccumulationRule.Last => latest,
            AccumulationRule.Maximum => highest,
            _ => sum,
        };
    }

    /// <summary>Months in a measuring period. What is measured less often than yearly, or whenever, is measured by the year.</summary>
    public static int PeriodLength(MeasurementFrequency frequency) => frequency switch
    {
        MeasurementFrequency.Monthly => 1,
        MeasurementFrequency.Bimonthly => 2,
        MeasurementFrequency.Quarterly => 3,
        MeasurementFrequency.FourMonthly => 4,
        MeasurementFrequency.Semiannual => 6,
        _ => Months,
    };
}
