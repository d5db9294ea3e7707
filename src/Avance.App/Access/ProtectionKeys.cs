using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>The keys with which the web protects what it hands out for a while, so that every process over one database knows them.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class ProtectionKeys(Database database, TimeProvider clock)
{
    /// <summary>Every key.</summary>
    public IReadOnlyList<string> All() => database.Read(session => session.Query("SELECT content FROM protection_key ORDER BY created_at", static row => row.Text(0)));

    /// <summary>Keeps a key.</summary>
    public void Add(string name, string content) => database.Write(session =>
    {
        session.Execute("INSERT INTO protection_key (name, content, created_at) VALUES ($1, $2, $3)", name, content, StoredMoment.Now(clock));
        return true;
    });
}
