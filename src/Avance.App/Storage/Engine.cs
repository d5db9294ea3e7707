namespace Avance.App.Storage;

/// <summary>What a kind of database does in its own way: connect, upgrade its schema, and say no.</summary>
internal abstract class Engine : IDisposable
{
    /// <summary>The folder of its schema scripts.</summary>
    public abstract string Dialect { get; }

    /// <summary>A connected session of one thread.</summary>
    public abstract Session Connect();

    /// <summary>Takes a session back after use without mishap.</summary>
    public abstract void Return(Session session);

    /// <summary>
    /// The newest schema script that the database has had; null when it has none of ours.
    /// </summary>
    /// <exception cref="RuleViolationException">The tables are those of another program.</exception>
    public abstract string? NewestScript(Session session);

    /// <summary>Runs the scripts that the database lacks, all or none, while no other process does.</summary>
    public abstract void Upgrade();

    /// <summary>The failure in words for people, or null when it is a bug of ours.</summary>
    public abstract RuleViolationException? Refusal(Exception failure);

    /// <inheritdoc/>
    public abstract void Dispose();
}
