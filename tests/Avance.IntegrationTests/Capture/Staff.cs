namespace Avance.IntegrationTests.Capture;

/// <summary>Forty people: two planners, three reviewers, ten heads, and twenty-five liaisons, of whom some units have two.</summary>
internal sealed class Staff(IReadOnlyList<string> units)
{
    public IReadOnlyList<string> Planners { get; } = Named("planeacion", 2);

    public IReadOnlyList<string> Reviewers { get; } = Named("revision", 3);

    public IReadOnlyList<string> Heads { get; } = Named("titular", 10);

    /// <summary>Who captures in a unit.</summary>
    public IReadOnlyList<string> Liaisons(string unit) => units.ToList().IndexOf(unit) < 40 - 15 - units.Count ? [$"enlace{unit}a@iepc.mx", $"enlace{unit}b@iepc.mx"] : [$"enlace{unit}a@iepc.mx"];

    private static List<string> Named(string name, int count) => [.. Enumerable.Range(1, count).Select(i => $"{name}{i}@iepc.mx")];
}
