namespace Avance.Ledger;

/// <summary>What an indicator's target entries add up to, by stage and month.</summary>
public sealed class TargetBalance
{
    /// <summary>The stages, in their order.</summary>
    public static IReadOnlyList<TargetStage> Stages { get; } = [TargetStage.Original, TargetStage.Amendment, TargetStage.Achieved, TargetStage.Denominator];

    private const int Months = 12;

    private readonly decimal[] _quantities = new decimal[Stages.Count * Months];
    private readonly bool[] _told = new bool[Stages.Count * Months];

    /// <summary>The quantity of a stage in a month; null when nothing was posted there, which is not zero.</summary>
    public decimal? this[TargetStage stage, int month] => _told[Index(stage, month)] ? _quantities[Index(stage, month)] : null;

    /// <summary>Whether anything was posted in a stage.</summary>
    public bool Has(TargetStage stage) => _told.AsSpan(((int)stage - 1) * Months, Months).Contains(true);

    /// <summary>Adds a quantity.</summary>
    public void Add(TargetStage stage, int month, decimal quantity)
    {
        _quantities[Index(stage, month)] += quantity;
        _told[Index(stage, month)] = true;
    }

    /// <summary>Original plus amendments of a month (<em>meta modificada</em>); null when neither was posted.</summary>
    public decimal? Revised(int month) => this[TargetStage.Original, month] is null && this[TargetStage.Amendment, month] is null
        ? null
        : _quantities[Index(TargetStage.Original, month)] + _quantities[Index(TargetStage.Amendment, month)];

    /// <summary>The twelve months of a stage.</summary>
    public IReadOnlyList<decimal?> Months12(TargetStage stage) => [.. Enumerable.Range(1, Months).Select(m => this[stage, m])];

    /// <summary>The twelve months of the revised programme.</summary>
    public IReadOnlyList<decimal?> Revised12() => [.. Enumerable.Range(1, Months).Select(Revised)];

    private static int Index(TargetStage stage, int month) => ((int)stage - 1) * Months + month - 1;
}
