namespace Avance.App.Capture;

/// <summary>
/// Evidence as files of a folder, <c>avance.db.evidence/{office}/ab/cd…</c>: named by their hash alone, so that no name from
/// outside ever reaches the disk.
/// </summary>
/// <param name="folder">Where; made with the first file.</param>
internal sealed class EvidenceFolder(string folder) : EvidenceStore
{
    private const string Unfinished = ".part";

    internal override void Keep(Guid entity, string sha256, Stream content)
    {
        if (Examine(entity, sha256) == EvidenceHealth.Sound)
        {
            return;
        }

        var path = PathOf(entity, sha256);
        var parent = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(parent);
        }
        else
        {
            Directory.CreateDirectory(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        SweepUnfinished(parent);
        // Under another name until it is whole and on the disk: whatever interrupts leaves nothing that could be taken for it.
        var unfinished = Path.Combine(parent, Path.GetRandomFileName() + Unfinished);
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                Copy(content, sha256, piece => file.Write(piece.Span));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    internal override Stream? Open(Guid entity, string sha256)
    {
        try
        {
            return new FileStream(PathOf(entity, sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes away what a killed process left of a file; what is a day old nobody is writing any more.</summary>
    private static void SweepUnfinished(string parent)
    {
        foreach (var left in Directory.EnumerateFiles(parent, "*" + Unfinished))
        {
            if (TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(left) > TimeSpan.FromDays(1))
            {
                File.Delete(left);
            }
        }
    }

    private string PathOf(Guid entity, string sha256) => Path.Combine(folder, entity.ToString("n"), sha256[..2], sha256[2..]);
}
