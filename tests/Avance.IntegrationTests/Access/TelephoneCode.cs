using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Avance.IntegrationTests.Access;

/// <summary>The codes of a telephone, by RFC 6238.</summary>
internal static class TelephoneCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a key.</summary>
    /// <param name="key">The key, in base 32.</param>
    /// <param name="ahead">How many half minutes from now.</param>
    public static string Of(string key, int ahead = 0)
    {
        var secret = key.Aggregate(BigInteger.Zero, (sum, sign) => (sum * 32) + Base32.IndexOf(sign, StringComparison.Ordinal));
        var length = key.Length * 5 / 8;
        var bytes = (secret >> ((key.Length * 5) - (length * 8))).ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes = [.. new byte[length - bytes.Length], .. bytes];
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + ahead;
        var counter = BitConverter.GetBytes(BitConverter.IsLittleEndian ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(step) : step);
        var hash = HMACSHA1.HashData(bytes, counter);
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
