using System.Security.Cryptography;
using Avance.App.Storage;

namespace Avance.App.Journal;

/// <summary>The journal's rows: how a record is chained to the one before, and how records are read back.</summary>
internal static class JournalChain
{
    private const string Columns = "sequence, recorded_at, actor, action, subject, old_value, new_value, previous_hash, hash";

    /// <summary>What the first record has for a previous hash.</summary>
    private static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    /// <summary>Adds a record. The caller holds the entity's lock, so that no other record can take its number.</summary>
    public static void Append(Session session, Guid entity, DateTimeOffset at, string actor, string action, string subject, string oldValue, string newValue)
    {
        var last = session.Query(
            "SELECT sequence, hash FROM journal WHERE entity_id = $1 ORDER BY sequence DESC LIMIT 1",
            static row => (Sequence: row.Long(0), Hash: row.Bytes(1)),
            entity);
        var (sequence, previous) = last.Count == 0 ? (1, Beginning) : (last[0].Sequence + 1, last[0].Hash);
        var hash = Hash(entity, sequence, at, actor, action, subject, oldValue, newValue, previous);
        session.Execute(
            $"INSERT INTO journal (entity_id, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            entity, sequence, at, actor, action, subject, oldValue, newValue, previous, hash);
    }

    /// <summary>An entity's records, oldest first.</summary>
    public static List<JournalRecord> Read(Session session, Guid entity) => Where(session, "", entity);

    /// <summary>The records of one moment: those of one transaction.</summary>
    public static List<JournalRecord> At(Session session, Guid entity, DateTimeOffset moment) => Where(session, "AND recorded_at = $2", entity, moment);

    /// <summary>Some of an entity's records, oldest or newest first.</summary>
    /// <param name="session">Where.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="filter">Which.</param>
    /// <param name="from">The record after which they begin, in the order asked for; null for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="newestFirst">In which order.</param>
    public static List<JournalRecord> Some(Session session, Guid entity, JournalFilter filter, long? from, int most, bool newestFirst)
    {
        var (conditions, values) = filter.Conditions();
        if (from is not null)
        {
            values.Add(from);
            conditions += $" AND sequence {(newestFirst ? '<' : '>')} ${values.Count + 1}";
        }

        values.Add((long)most);
        return session.Query(
            $"SELECT {Columns} FROM journal WHERE entity_id = $1 {conditions} ORDER BY sequence {(newestFirst ? "DESC" : "ASC")} LIMIT ${values.Count + 1}", Read, [entity, .. values]);
    }

    /// <summary>
    /// The first record that was made as one of this entity's and bears now the identity of nobody; null when there is none. At
    /// the journal's end nothing else would tell that it is gone.
    /// </summary>
    public static JournalBreak? FirstDisplaced(Session session, Guid entity) => session
        .Query($"SELECT {Columns} FROM journal WHERE NOT EXISTS (SELECT 1 FROM entity e WHERE e.entity_id = journal.entity_id) ORDER BY sequence", Read)
        .Find(r => r.Hash == Convert.ToHexStringLower(Hash(entity, r, Convert.FromHexString(r.PreviousHash)))) is { } displaced
            ? new(displaced.Sequence, new($"El registro {displaced.Sequence} ya no está a nombre del ente: alguien lo cambió.", $"Record {displaced.Sequence} no longer bears the entity's name: somebody changed it."))
            : null;

    private static List<JournalRecord> Where(Session session, string condition, params object?[] values) =>
        session.Query($"SELECT {Columns} FROM journal WHERE entity_id = $1 {condition} ORDER BY sequence", Read, values);

    private static JournalRecord Read(Row row) => new(
        row.Long(0), row.MomentOrFirst(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6),
        Convert.ToHexStringLower(row.Bytes(7)), Convert.ToHexStringLower(row.Bytes(8)));

    /// <summary>The first record that does not follow from those before it; null when all do.</summary>
    public static JournalBreak? FirstBreak(Guid entity, IReadOnlyList<JournalRecord> records)
    {
        var (previous, number) = (Beginning, 0L);

        // Numbers begin at 1: a record that somebody gave a lower one is missing from its place.
        foreach (var record in records.Where(static r => r.Sequence > 0))
        {
            number++;
            if (record.Sequence != number)
            {
                return Missing(number);
            }

            if (record.PreviousHash != Convert.ToHexStringLower(previous))
            {
                return new(number, new($"El registro {number} no sigue al anterior: alguno de los dos fue cambiado.", $"Record {number} does not follow the one before: one of them was changed."));
            }

            previous = Hash(entity, record, previous);
            if (record.Hash != Convert.ToHexStringLower(previous))
            {
                return new(number, new($"El contenido del registro {number} fue cambiado.", $"The content of record {number} was changed."));
            }
        }

        return number == records.Count ? null : Missing(number + 1);
    }

    private static JournalBreak Missing(long number) => new(number, new($"Falta el registro {number} de la bitácora.", $"Record {number} of the journal is missing."));

    private static byte[] Hash(Guid entity, JournalRecord record, byte[] previous) =>
        Hash(entity, record.Sequence, record.RecordedAt, record.Actor, record.Action, record.Subject, record.OldValue, record.NewValue, previous);

    private static byte[] Hash(Guid entity, long sequence, DateTimeOffset at, string actor, string action, string subject, string oldValue, string newValue, byte[] previous)
    {
        using var hash = new CanonicalHash();
        hash.Add("avance/journal/1");
        hash.Add(entity.ToByteArray(bigEndian: true));
        hash.Add(sequence);
        hash.Add(at.UtcTicks / TimeSpan.TicksPerMicrosecond);
        hash.Add(actor);
        hash.Add(action);
        hash.Add(subject);
        hash.Add(oldValue);
        hash.Add(newValue);
        hash.Add(previous);
        return hash.Finish();
    }
}
