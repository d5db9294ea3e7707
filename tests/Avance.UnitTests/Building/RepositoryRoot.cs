namespace Avance.UnitTests.Building;

/// <summary>The checkout that the tests were built from: the first folder above them with the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Avance.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Avance.slnx is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
