using System.Security.Cryptography;
using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>
/// Where the content of evidence is kept, per office, by its SHA-256: the same content twice is kept once, and content that
/// changed no longer answers to its name. Nothing is ever taken out; what a name means is for the database to say.
/// </summary>
public abstract class EvidenceStore : IDisposable
{
    /// <summary>How much is read or written at a time.</summary>
    private protected const int PieceBytes = 256 * 1024;

    /// <summary>
    /// Where a database's evidence is: in the bucket that the environment names; else within the database, when it is a
    /// server; else in a folder beside its file.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>evidence.settings</c>: the bucket is named only in part.</exception>
    public static EvidenceStore Of(Database database) => Of(database, Environment.GetEnvironmentVariable);

    /// <inheritdoc cref="Of(Database)"/>
    internal static EvidenceStore Of(Database database, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(database);
        return EvidenceBucketSettings.Read(environment) is { } bucket ? new EvidenceBucket(bucket)
            : database.FilePath is { } file ? new EvidenceFolder(file + ".evidence")
            : new EvidenceTable(database);
    }

    /// <summary>Keeps content; when it is there already, nothing changes.</summary>
    /// <param name="entity">The office.</param>
    /// <param name="sha256">Its SHA-256, lower-case hexadecimal.</param>
    /// <param name="content">The content, from its beginning.</param>
    /// <exception cref="InvalidDataException">The content is not what its hash says.</exception>
    internal abstract void Keep(Guid entity, string sha256, Stream content);

    /// <summary>The content, to be read from its beginning and closed; null when it is not there.</summary>
    internal abstract Stream? Open(Guid entity, string sha256);

    /// <summary>How the content stands against its hash, read whole and in pieces.</summary>
    internal virtual EvidenceHealth Examine(Guid entity, string sha256)
    {
        using var content = Open(entity, sha256);
        return content is null ? EvidenceHealth.Missing
            : Convert.ToHexStringLower(SHA256.HashData(content)) == sha256 ? EvidenceHealth.Sound
            : EvidenceHealth.Changed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the store holds open.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Copies content in pieces, and sees that it is what it is said to be.</summary>
    private protected static void Copy(Stream content, string sha256, Action<ReadOnlyMemory<byte>> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        for (var read = content.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false); read > 0; read = content.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false))
        {
            hash.AppendData(piece, 0, read);
            write(piece.AsMemory(0, read));
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
        {
            throw new InvalidDataException("The file changed while it was being kept.");
        }
    }
}

/// <summary>How kept content stands.</summary>
internal enum EvidenceHealth
{
    /// <summary>It is what was kept.</summary>
    Sound,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there, and it is something else.</summary>
    Changed,
}
