namespace Avance.Catalogs;

/// <summary>
/// Natural order of codes: runs of digits by their number, all else by character, digits before letters.
/// <c>16.9</c>, <c>16.10</c>, <c>16.a</c>.
/// </summary>
public sealed class CodeOrder : IComparer<string>
{
    private CodeOrder()
    {
    }

    /// <summary>The only instance.</summary>
    public static CodeOrder Natural { get; } = new();

    /// <summary>Compares two codes; null comes first.</summary>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var leftRun = Digits(left);
            var rightRun = Digits(right);
            var order = leftRun.IsEmpty || rightRun.IsEmpty ? left[0].CompareTo(right[0]) : CompareNumbers(leftRun, rightRun);
            if (order != 0)
            {
                return order;
            }

            left = left[Math.Max(1, leftRun.Length)..];
            right = right[Math.Max(1, rightRun.Length)..];
        }

        var rest = left.Length.CompareTo(right.Length);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
