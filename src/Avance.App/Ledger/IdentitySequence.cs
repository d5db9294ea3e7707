using System.Buffers.Binary;

namespace Avance.App.Ledger;

/// <summary>
/// Identities of version 7 that ascend, also within one millisecond (RFC 9562, 6.2): rows made together lie together, so
/// that writing a million of them walks the index once instead of jumping about in it.
/// </summary>
/// <param name="now">The moment that they bear.</param>
internal sealed class IdentitySequence(DateTimeOffset now)
{
    private readonly byte[] _bytes = Guid.CreateVersion7(now).ToByteArray(bigEndian: true);

    /// <summary>The next identity, above every one before it.</summary>
    public Guid Next()
    {
        // The lower 62 bits count up from a random start; one bit of room is kept so that they cannot run over.
        var tail = BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(8));
        var count = ((tail & 0x1FFF_FFFF_FFFF_FFFF) + 1) & 0x3FFF_FFFF_FFFF_FFFF;
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(8), 0x8000_0000_0000_0000 | count);
        return new Guid(_bytes, bigEndian: true);
    }
}
