using Avance.Planning;
using Avance.Progress;

namespace Avance.Capture;

/// <summary>
/// What a year will have reached by its end, if the periods still to come go as those that were told. Each told period with something
/// programmed gives a ratio, achieved over programmed; their mean times the programme still to come is added to what was achieved. The
/// interval holds the year's end four times in five when ratios vary alike: Student's t with one degree of freedom fewer than ratios,
/// times their standard deviation, times √(Σr² + (Σr)²/n) over the programmes r still to come. It is widest in the first half of the
/// year, when there is most to come and least is known. What was achieved stays achieved: nothing is expected below it.
/// </summary>
/// <param name="Basis">What it rests on, or why there is none.</param>
/// <param name="Achieved">What was achieved so far; null when nothing was told.</param>
/// <param name="Expected">What the year is expected to reach; null when nothing can be said.</param>
/// <param name="Low">Lower end of the 80 % interval; null when nothing can be said of it.</param>
/// <param name="High">Upper end of the 80 % interval.</param>
public sealed record YearEndForecast(ForecastBasis Basis, decimal? Achieved, decimal? Expected, decimal? Low, decimal? High)
{
    private const int Quarters = 4;
    private const double MostQuantity = 1e15;

    /// <summary>The 90th percentile of Student's t with 1, 2, 3… degrees of freedom: a tenth lies above it and a tenth below its opposite.</summary>
    private static readonly double[] Student = [3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830, 1.3722];

    /// <summary>Forecasts an indicator from its quarters. A quarter that was not told counts as still to come.</summary>
    /// <param name="indicator">The indicator. Only months that add up are forecast: of a mean, a maximum or a last value its past says too little.</param>
    /// <param name="revised">Its revised calendar: twelve quantities. When all are absent, an even pace is taken for its programme.</param>
    /// <param name="achieved">What each of twelve months achieved, null where nothing was told.</param>
    /// <param name="quarter">The last quarter that may have been told, 1 to 4.</param>
    public static YearEndForecast OfTarget(Indicator indicator, IReadOnlyList<decimal?> revised, IReadOnlyList<decimal?> achieved, int quarter)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(revised);
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, Quarters);
        var done = Accumulated.Through(indicator.Accumulation, indicator.Frequency, achieved, quarter * 3);
        if (indicator.Accumulation != AccumulationRule.Sum)
        {
            return new(ForecastBasis.NotSummed, done, null, null, null);
        }

        var isEven = revised.All(static m => m is null);
        var periods = Enumerable.Range(1, Quarters).Select(q => new Stretch(isEven ? 1 : (double)(Of(revised, q) ?? 0), q > quarter ? null : (double?)Of(achieved, q))).ToList();
        var forecast = done is null ? new(ForecastBasis.NothingTold, null, null, null, null) : Of(periods, done.Value, static value => TargetQuantity.Normalize((decimal)Math.Clamp(value, 0, MostQuantity)));
        return isEven && forecast.Expected is not null && forecast.Basis != ForecastBasis.Complete ? forecast with { Basis = ForecastBasis.EvenPace } : forecast;
    }

    /// <summary>
    /// Forecasts what a budget will have accrued, in pesos, from its months. Nothing is expected above the year's revised budget, since
    /// the ledger takes no accrual beyond it; when it was amended, the forecast is made anew.
    /// </summary>
    /// <param name="revised">The revised calendar: twelve amounts.</param>
    /// <param name="accrued">What each of twelve months accrued; those after <paramref name="month"/> are not read.</param>
    /// <param name="month">The last month whose accounts are in, 1 to 12.</param>
    public static YearEndForecast OfBudget(IReadOnlyList<Money> revised, IReadOnlyList<Money> accrued, int month)
    {
        ArgumentNullException.ThrowIfNull(revised);
        ArgumentNullException.ThrowIfNull(accrued);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        var periods = Enumerable.Range(0, 12).Select(m => new Stretch((double)revised[m].Pesos, m < month ? (double)accrued[m].Pesos : null)).ToList();
        var spent = accrued.Take(month).Aggregate(Money.Zero, static (sum, m) => sum + m).Pesos;
        var most = Math.Max(spent, revised.Aggregate(Money.Zero, static (sum, m) => sum + m).Pesos);
        return Of(periods, spent, value => Math.Min(most, decimal.Round((decimal)Math.Clamp(value, -MostQuantity, MostQuantity), 2, MidpointRounding.AwayFromZero)));
    }

    /// <summary>How the interval stands against a target.</summary>
    /// <param name="target">The target of the year.</param>
    /// <param name="direction">Which way is good.</param>
    public ForecastOutlook Against(decimal target, DesiredDirection direction) =>
        Low is not { } low || High is not { } high ? ForecastOutlook.Unknown
        : direction switch
        {
            DesiredDirection.Ascending => low >= target ? ForecastOutlook.Met : high < target ? ForecastOutlook.Missed : ForecastOutlook.Open,
            DesiredDirection.Descending => high <= target ? ForecastOutlook.Met : low > target ? ForecastOutlook.Missed : ForecastOutlook.Open,
            _ => low == target && high == target ? ForecastOutlook.Met : target < low || target > high ? ForecastOutlook.Missed : ForecastOutlook.Open,
        };

    private static YearEndForecast Of(List<Stretch> periods, decimal achieved, Func<double, decimal> rounded)
    {
        var toCome = periods.Where(static p => p.Achieved is null).Select(static p => p.Programmed).ToList();
        if (toCome.TrueForAll(static programmed => programmed <= 0))
        {
            return new(ForecastBasis.Complete, achieved, achieved, achieved, achieved);
        }

        var ratios = periods.Where(static p => p.Achieved is not null && p.Programmed > 0).Select(static p => p.Achieved!.Value / p.Programmed).ToList();
        var mean = ratios.Count == 0 ? 1 : ratios.Average();
        var (done, rest) = ((double)achieved, toCome.Sum());
        var expected = Whole(done + mean * rest);
        if (ratios.Count < 2)
        {
            return new(ratios.Count == 0 ? ForecastBasis.AsProgrammed : ForecastBasis.OnePeriod, achieved, expected, null, null);
        }

        var deviation = Math.Sqrt(ratios.Sum(r => (r - mean) * (r - mean)) / (ratios.Count - 1));
        var spread = Student[ratios.Count - 2] * deviation * Math.Sqrt(toCome.Sum(static r => r * r) + rest * rest / ratios.Count);
        return new(ForecastBasis.Ratios, achieved, expected, Whole(done + mean * rest - spread), Whole(done + mean * rest + spread));

        decimal Whole(double value) => Math.Max(achieved, rounded(value));
    }

    private static decimal? Of(IReadOnlyList<decimal?> months, int quarter) => Accumulated.Within(AccumulationRule.Sum, months, quarter * 3 - 2, quarter * 3);

    /// <summary>A period of the year.</summary>
    /// <param name="Programmed">What it programmes.</param>
    /// <param name="Achieved">What it achieved; null while that is not told.</param>
    private readonly record struct Stretch(double Programmed, double? Achieved);
}

/// <summary>What a forecast rests on, or why there is none.</summary>
public enum ForecastBasis
{
    /// <summary>The ratios of two periods or more, with their interval.</summary>
    Ratios,

    /// <summary>As <see cref="Ratios"/>, with an even pace for a programme that has no calendar; of one period alone without an interval.</summary>
    EvenPace,

    /// <summary>The ratio of one period: how much ratios vary is not known, so there is no interval.</summary>
    OnePeriod,

    /// <summary>Nothing was due yet: what is to come is expected as programmed, without an interval.</summary>
    AsProgrammed,

    /// <summary>Nothing more is programmed: the year ends where it stands.</summary>
    Complete,

    /// <summary>Nothing was told yet: no forecast.</summary>
    NothingTold,

    /// <summary>Its months do not add up: no forecast.</summary>
    NotSummed,
}

/// <summary>How a forecast stands against a target.</summary>
public enum ForecastOutlook
{
    /// <summary>There is no interval to judge by.</summary>
    Unknown,

    /// <summary>The whole interval meets it.</summary>
    Met,

    /// <summary>The interval lies on both sides.</summary>
    Open,

    /// <summary>The whole interval misses it.</summary>
    Missed,
}

/// <summary>Forecasts in words.</summary>
public static class ForecastNames
{
    /// <summary>What a forecast rests on, as people are told beside it.</summary>
    public static LocalizedText Name(this ForecastBasis basis) => basis switch
    {
        ForecastBasis.Ratios => new("según lo alcanzado frente a lo programado en cada periodo; intervalo de 80 %", "by what each period achieved of its programme; 80 % interval"),
        ForecastBasis.EvenPace => new("sin calendario: se supone un ritmo parejo", "no calendar: an even pace is assumed"),
        ForecastBasis.OnePeriod => new("un solo periodo: sin intervalo, no se sabe cuánto varía", "one period only: no interval, how much it varies is not known"),
        ForecastBasis.AsProgrammed => new("todavía no vence nada: se espera lo programado, sin intervalo", "nothing is due yet: expected as programmed, without an interval"),
        ForecastBasis.Complete => new("no queda nada programado", "nothing more is programmed"),
        ForecastBasis.NothingTold => new("todavía no hay avance que proyectar", "no progress yet to forecast from"),
        _ => new("los meses de este indicador no se suman: no se proyecta", "the months of this indicator do not add up: no forecast"),
    };

    /// <summary>How a forecast stands against a target, as people say it.</summary>
    public static LocalizedText Name(this ForecastOutlook outlook) => outlook switch
    {
        ForecastOutlook.Met => new("se alcanzaría", "would be met"),
        ForecastOutlook.Open => new("puede alcanzarse o no", "may be met or not"),
        ForecastOutlook.Missed => new("no se alcanzaría", "would be missed"),
        _ => new("sin base para decirlo", "no grounds to tell"),
    };
}
