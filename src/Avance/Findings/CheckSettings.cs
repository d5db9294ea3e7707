namespace Avance.Findings;

/// <summary>Tolerances and thresholds of the rules. Every number that an office may want to change is here.</summary>
public sealed record CheckSettings
{
    /// <summary>The settings that an office starts with.</summary>
    public static CheckSettings Default { get; } = new();
}
