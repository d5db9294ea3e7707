namespace Avance.App.Storage;

/// <summary>The entities that own rows.</summary>
internal static class Entities
{
    /// <summary>The codes of all entities, in order.</summary>
    public static List<string> Codes(Session session) => session.Query("SELECT code FROM entity ORDER BY code", static row => row.Text(0));

    /// <summary>The identity of an entity, if it has ever reported.</summary>
    public static Guid? Find(Session session, string code)
    {
        var found = session.Query("SELECT entity_id FROM entity WHERE code = $1", static row => row.Id(0), code);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The identity of an entity that must be there.</summary>
    /// <exception cref="RuleViolationException"><c>report.entity</c>: the database does not know it.</exception>
    public static Guid Required(Session session, string code) => Find(session, code) ?? throw new RuleViolationException("report.entity", new(
        $"La base de datos no conoce al ente «{code}».",
        $"The database does not know the entity “{code}”."));

    /// <summary>The identity of an entity, taking the entity in when it is new.</summary>
    public static Guid FindOrAdd(Session session, string code, DateTimeOffset now)
    {
        if (Find(session, code) is { } entity)
        {
            return entity;
        }

        var id = Guid.CreateVersion7(now);
        session.Execute("INSERT INTO entity (entity_id, code) VALUES ($1, $2)", id, code);
        return id;
    }
}
