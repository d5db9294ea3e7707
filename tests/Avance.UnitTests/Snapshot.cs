using Avance.UnitTests.Building;
using Xunit;

namespace Avance.UnitTests;

/// <summary>
/// Compares a text with the approved one beside the tests, which people read and approve: with UPDATE_SNAPSHOTS=1 the
/// text found becomes the approved one, and its diff is the review.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is what the approved file says; <paramref name="path"/> is relative to <c>tests</c>.</summary>
    public static void Matches(string path, string text)
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", path);
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{path} does not exist; run once with UPDATE_SNAPSHOTS=1 and review it.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
