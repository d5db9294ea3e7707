namespace Avance.Documents.Pdf;

/// <summary>
/// A hash of everything written, for the document's identifier and the fonts' subset tags: two FNV-1a of 64 bits from
/// different bases. It names content, it does not protect it; a cryptographic hash would load a library for nothing.
/// </summary>
internal struct ContentHash
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    private ulong _first;
    private ulong _second;

    /// <summary>The hash of nothing.</summary>
    public static ContentHash Start => new() { _first = 0xCBF2_9CE4_8422_2325, _second = 0x9AE1_6A3B_2F90_404F };

    /// <summary>Half of the hash so far.</summary>
    public readonly ulong First => _first;

    /// <summary>The other half.</summary>
    public readonly ulong Second => _second;

    /// <summary>Takes in more bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (_first, _second);
        foreach (var b in bytes)
        {
            first = unchecked((first ^ b) * Prime);
            second = unchecked((ulong.RotateLeft(second, 5) ^ b) * Prime);
        }

        (_first, _second) = (first, second);
    }
}
