using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>
/// Holds the evidence on record, and its content, against what the journal said of it when it was added or removed. What was
/// removed is examined too: it stays.
/// </summary>
internal static class EvidenceAudit
{
    /// <summary>
    /// The first record whose file is gone or no longer the same, or the place where the record of a file should have been;
    /// null when all agree.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>storage.evidence</c>: the store does not answer, so nothing can be told.</exception>
    public static JournalBreak? FirstBreak(Session session, Guid entity, IReadOnlyList<JournalRecord> records, EvidenceStore store)
    {
        var added = new Dictionary<Told, EvidenceFile>();
        var removed = new HashSet<Told>();
        foreach (var (subject, file) in EvidenceRows.All(session, entity))
        {
            var value = EvidenceJournal.Value(file);
            added[new(subject, value, file.RecordedAt, file.Actor)] = file;
            if (file.Removal is { } removal)
            {
                removed.Add(new(subject, value, removal.RecordedAt, removal.Actor));
            }
        }

        var examined = new Dictionary<string, EvidenceHealth>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var problem = record.Action switch
            {
                EvidenceJournal.AddedAction => added.Remove(Told.By(record, record.NewValue), out var file) ? Examine(store, entity, file, examined) : Gone,
                EvidenceJournal.RemovedAction => removed.Remove(Told.By(record, record.OldValue)) ? null : NotRemoved,
                _ => null,
            };
            if (problem is not null)
            {
                return Break(record, problem);
            }
        }

        return added.Count + removed.Count == 0 ? null : new(records.Count + 1, new(
            $"Hay evidencia agregada o quitada sin registro en la bitácora: {added.Count + removed.Count}. Se borró su final, o se hizo por fuera.",
            $"There is evidence added or removed without a record in the journal: {added.Count + removed.Count}. Its end was removed, or it was done from outside."));
    }

    private static LocalizedText Gone { get; } = new("lo que hay registrado de él fue cambiado o borrado", "what is on record of it was changed or removed");

    private static LocalizedText NotRemoved { get; } = new("el registro de que se quitó fue cambiado o borrado", "the record that it was removed was changed or removed");

    private static LocalizedText? Examine(EvidenceStore store, Guid entity, EvidenceFile file, Dictionary<string, EvidenceHealth> examined)
    {
        if (!examined.TryGetValue(file.Sha256, out var health))
        {
            examined[file.Sha256] = health = store.Examine(entity, file.Sha256);
        }

        return health switch
        {
            EvidenceHealth.Missing => new("su contenido no está", "its content is not there"),
            EvidenceHealth.Changed => new("su contenido fue cambiado", "its content was changed"),
            _ => null,
        };
    }

    private static JournalBreak Break(JournalRecord record, LocalizedText problem)
    {
        using var value = JsonDocument.Parse(record.NewValue.Length > 0 ? record.NewValue : record.OldValue);
        var (name, number) = (value.RootElement.GetProperty("name").GetString(), value.RootElement.GetProperty("number").GetInt32());
        return new(record.Sequence, new(
            $"El archivo {number} «{name}» de {record.Subject}, que asienta el registro {record.Sequence}, no está como se recibió: {problem.Spanish}.",
            $"The file {number} «{name}» of {record.Subject}, of record {record.Sequence}, is not as it was received: {problem.English}."));
    }

    /// <summary>What the journal says of a file, word by word.</summary>
    private sealed record Told(string Subject, string Value, DateTimeOffset At, string Actor)
    {
        public static Told By(JournalRecord record, string value) => new(record.Subject, value, record.RecordedAt, record.Actor);
    }
}
