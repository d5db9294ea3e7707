namespace Avance.Progress;

/// <summary>
/// The traffic light (<em>semáforo</em>) of physical progress: cumulative fulfilment of the revised annual target against
/// the even pace of the year, because a published report carries no calendar of its targets.
/// </summary>
public enum RagStatus
{
    /// <summary>No target has a fulfilment rate: nothing to judge.</summary>
    NoData,

    /// <summary>At the pace of the year, or a little under it.</summary>
    OnTrack,

    /// <summary>Under the pace of the year: worth a look.</summary>
    Watch,

    /// <summary>Far under the pace of the year.</summary>
    Behind,

    /// <summary>More than the whole year's target has been achieved: the target was set too low, or the figure is wrong.</summary>
    Exceeded,
}

/// <summary>The bounds between one light and the next. Each issuer has its own, so none is a constant of the program.</summary>
public sealed record RagThresholds
{
    /// <summary>The bounds that an office starts with.</summary>
    public static RagThresholds Default { get; } = new();

    /// <summary>Percentage points under the even pace from which progress needs watching.</summary>
    public decimal WatchPoints { get; init; } = 5m;

    /// <summary>Percentage points under the even pace from which progress is behind.</summary>
    public decimal BehindPoints { get; init; } = 10m;

    /// <summary>Fulfilment of the annual target above which it is exceeded.</summary>
    public decimal ExceededRate { get; init; } = 100m;

    /// <summary>The light of a fulfilment rate at the end of a period.</summary>
    public RagStatus Of(decimal? rate, FiscalPeriod period) => rate switch
    {
        null => RagStatus.NoData,
        { } high when high > ExceededRate => RagStatus.Exceeded,
        { } low when low < period.EvenPace - BehindPoints => RagStatus.Behind,
        { } middle when middle < period.EvenPace - WatchPoints => RagStatus.Watch,
        _ => RagStatus.OnTrack,
    };
}
