using System.Security.Cryptography;
using System.Text;
using Avance.App.Access;

namespace Avance.Web.Access;

/// <summary>The code that opens the page of the first account.</summary>
internal static class SetUp
{
    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A new code: <c>K7QM-2XRD-94HT</c>, sixty random bits.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Signs, 12).Chunk(4).Select(static part => new string(part)));

    /// <summary>Whether a code is the one, whatever its case and spaces; in the same time for every wrong one.</summary>
    public static bool IsCode(string expected, string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(TypedCode.Bare(expected)), Encoding.UTF8.GetBytes(TypedCode.Bare(typed)));
}
