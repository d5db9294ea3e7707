using CsCheck;

namespace Avance.IntegrationTests.Capture;

/// <summary>Chances that a seed repeats.</summary>
internal sealed class Chance(uint seed)
{
    private readonly PCG _random = new(1, seed);

    public int Below(int limit) => (int)_random.Next((uint)limit);

    public bool Is(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>So many of the items, in any order; fewer when there are fewer.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count)
    {
        var left = items.ToList();
        for (var i = 0; i < Math.Min(count, left.Count); i++)
        {
            var j = i + Below(left.Count - i);
            (left[i], left[j]) = (left[j], left[i]);
        }

        return left.GetRange(0, Math.Min(count, left.Count));
    }
}
