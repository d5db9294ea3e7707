namespace Avance.Documents.Pdf;

/// <summary>
/// A 128-bit FNV-1a of everything written, for the document's identifier and the fonts' subset tags. It names content,
/// it does not protect it; a cryptographic hash would load a library for nothing.
/// </summary>
internal struct ContentHash
{
    private static readonly UInt128 Prime = new(0x0000000001000000, 0x000000000000013B);

    private UInt128 _state;

    /// <summary>The hash of nothing.</summary>
    public static ContentHash Start => new() { _state = new(0x6C62272E07BB0142, 0x62B821756295C58D) };

    /// <summary>The hash so far.</summary>
    public readonly UInt128 Value => _state;

    /// <summary>Takes in more bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        foreach (var b in bytes)
        {
            state = unchecked((state ^ b) * Prime);
        }

        _state = state;
    }
}
