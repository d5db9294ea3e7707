namespace Avance.Planning;

/// <summary>
/// What a project promises and how it is measured: one objective of its results framework with its indicator and the
/// year's calendar. Quantities are of the numerator, in its unit of measure; the percentage is derived.
/// </summary>
public sealed record Indicator
{
    /// <summary>Its identity, for as long as the year exists.</summary>
    public required Guid Id { get; init; }

    /// <summary>Place within its project, from 1; 0 asks for the next free place.</summary>
    public int Position { get; init; }

    /// <summary>Level of the results framework.</summary>
    public IndicatorLevel Level { get; init; } = IndicatorLevel.Activity;

    /// <summary>The objective that it measures (<em>resumen narrativo</em>).</summary>
    public string Objective { get; init; } = "";

    /// <summary>Name, as the report prints it.</summary>
    public required string Name { get; init; }

    /// <summary>What is counted: <c>Acción</c>.</summary>
    public required string UnitOfMeasure { get; init; }

    /// <summary>What it judges.</summary>
    public IndicatorDimension Dimension { get; init; } = IndicatorDimension.Effectiveness;

    /// <summary>Strategic or of management.</summary>
    public IndicatorType Type { get; init; } = IndicatorType.Management;

    /// <summary>How often it is measured.</summary>
    public MeasurementFrequency Frequency { get; init; } = MeasurementFrequency.Quarterly;

    /// <summary>Which way is good.</summary>
    public DesiredDirection Direction { get; init; } = DesiredDirection.Ascending;

    /// <summary>The value from which it starts; null when there is none (AVP-064).</summary>
    public decimal? Baseline { get; init; }

    /// <summary>What stands above the line: «acciones realizadas».</summary>
    public string Numerator { get; init; } = "";

    /// <summary>What stands below the line: «acciones programadas».</summary>
    public string Denominator { get; init; } = "";

    /// <summary>How the months make the year.</summary>
    public AccumulationRule Accumulation { get; init; } = AccumulationRule.Sum;

    /// <summary>How fulfilment follows from what was achieved and what was programmed.</summary>
    public FulfilmentFormula Formula { get; init; } = FulfilmentFormula.Ratio;

    /// <summary>The traffic light's bands.</summary>
    public ThresholdSet Bands { get; init; } = ThresholdSet.Symmetric;

    /// <summary>Where the figures can be verified.</summary>
    public string MeansOfVerification { get; init; } = "";

    /// <summary>What must hold outside the office for the objective to be reached.</summary>
    public string Assumptions { get; init; } = "";

    /// <summary>The annual target as declared; null when not told.</summary>
    public decimal? AnnualTarget { get; init; }

    /// <summary>What is programmed for each of the twelve months; null where nothing is said.</summary>
    public IReadOnlyList<decimal?> Calendar { get; init; } = EmptyCalendar;

    /// <summary>The plan's version in which it last changed, so that two people cannot overwrite each other; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>A calendar in which nothing is said.</summary>
    public static IReadOnlyList<decimal?> EmptyCalendar { get; } = new decimal?[12];

    /// <summary>What the calendar makes of the year, by its accumulation; null when it says nothing.</summary>
    public decimal? CalendarTarget => Accumulated.Through(Accumulation, Frequency, Calendar, 12);

    /// <summary>What should be achieved by the end of a month, from the calendar as approved.</summary>
    public decimal? ProgrammedThrough(int month) => Accumulated.Through(Accumulation, Frequency, Calendar, month);

    /// <summary>What a quarter programmes for itself, 1 to 4: its months alone; null when they say nothing.</summary>
    public decimal? QuarterTarget(int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Accumulated.Within(Accumulation, Calendar, quarter * 3 - 2, quarter * 3);
    }
}
