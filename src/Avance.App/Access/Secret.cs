using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Avance.App.Access;

/// <summary>
/// Random words that open a door: a session's key, an invitation. The person has the word and the database only its hash; with
/// 256 random bits a plain hash is as good as a slow one.
/// </summary>
internal static class Secret
{
    /// <summary>A new word, which can stand in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database keeps of it.</summary>
    public static byte[] Hash(string word) => SHA256.HashData(Encoding.UTF8.GetBytes(word));
}
