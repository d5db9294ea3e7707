using System.Globalization;

namespace Avance.Catalogs;

/// <summary>The 17 goals and 169 targets of the 2030 Agenda.</summary>
public static class SdgCatalog
{
    private static readonly Lazy<CatalogEdition> LazyEdition = new(() => new("sdg"));

    private static readonly Lazy<List<SdgGoal>> LazyGoals = new(() =>
        [.. CatalogTable.Read("sdg-goals").Select(row => new SdgGoal(Number(row[0]), row[1], row[2], row[3]))]);

    private static readonly Lazy<List<SdgTarget>> LazyTargets = new(() =>
        [.. CatalogTable.Read("sdg-targets").Select(row => new SdgTarget(row[0], Number(row[0].Split('.')[0]), row[1]))]);

    private static readonly Lazy<Dictionary<string, SdgTarget>> ByCode = new(() =>
        Targets.ToDictionary(target => target.Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>Who issues the goals and since when they hold.</summary>
    public static CatalogEdition Edition => LazyEdition.Value;

    /// <summary>The goals, by number.</summary>
    public static IReadOnlyList<SdgGoal> Goals => LazyGoals.Value;

    /// <summary>The targets, in natural order: 16.9, 16.10, 16.a.</summary>
    public static IReadOnlyList<SdgTarget> Targets => LazyTargets.Value;

    /// <summary>The target with that code, its letter in either case, or null.</summary>
    public static SdgTarget? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ByCode.Value.GetValueOrDefault(code);
    }

    /// <summary>The goal with that number, or null.</summary>
    public static SdgGoal? Goal(int number) => number >= 1 && number <= Goals.Count ? Goals[number - 1] : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
