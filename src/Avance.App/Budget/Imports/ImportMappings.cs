using System.Text;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Budget.Imports;

/// <summary>Reads and keeps an office's mappings, and reads its imports. A mapping is never changed, only followed by a new version.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class ImportMappings(Database database, TimeProvider clock)
{
    private const string Newest =
        "SELECT name, version, content, actor, recorded_at FROM import_mapping m WHERE entity_id = $1 AND version = (SELECT max(version) FROM import_mapping o WHERE o.entity_id = m.entity_id AND o.name = m.name)";

    /// <summary>An office's own mappings, by name, in their newest version.</summary>
    public IReadOnlyList<SavedMapping> Saved(string entityCode) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? session.Query($"{Newest} ORDER BY name", Read, entity) : []);

    /// <summary>The mapping of a name: the office's own, or a built-in one.</summary>
    /// <exception cref="RuleViolationException"><c>mapping.missing</c>: there is none.</exception>
    public ImportMapping Find(string entityCode, string name) => database.Read(session =>
    {
        var saved = Entities.Find(session, entityCode) is { } entity ? session.Query($"{Newest} AND name = $2", Read, entity, name) : [];
        return saved.Count > 0 ? saved[0].Mapping : BuiltInMappings.Find(name) ?? throw Missing(name);
    });

    /// <summary>Keeps a mapping; when one of its name is there, as its next version. The same again changes nothing.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>mapping.invalid</c>: it cannot be used. <c>mapping.builtin</c>: its name is a built-in one's. <c>report.entity</c>: there
    /// is no such office.
    /// </exception>
    public SavedMapping Save(string entityCode, ImportMapping mapping, string actor)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var content = MappingJson.Write(MappingJson.Read(Encoding.UTF8.GetBytes(MappingJson.Write(mapping))));
        if (BuiltInMappings.Find(mapping.Name) is not null)
        {
            throw new RuleViolationException("mapping.builtin", new(
                $"«{mapping.Name}» es el nombre de una correspondencia del programa; use otro.",
                $"«{mapping.Name}» is the name of a built-in mapping; use another."));
        }

        return database.Write(session =>
        {
            session.LockEntity(entityCode);
            var entity = Entities.Required(session, entityCode);
            var before = session.Query($"{Newest} AND name = $2", Read, entity, mapping.Name);
            if (before.Count > 0 && MappingJson.Write(before[0].Mapping) == content)
            {
                return before[0];
            }

            var now = StoredMoment.Now(clock);
            var saved = new SavedMapping(mapping, before.Count > 0 ? before[0].Version + 1 : 1, actor, now);
            session.Execute(
                "INSERT INTO import_mapping (entity_id, name, version, kind, content, actor, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                entity, mapping.Name, saved.Version, ImportForms.Of(mapping.Kind).Code, content, actor, now);
            JournalChain.Append(session, entity, now, actor, "import.mapping", $"mapping {mapping.Name}", before.Count > 0 ? MappingJson.Write(before[0].Mapping) : "", content);
            return saved;
        });
    }

    /// <summary>An office's imports, newest first.</summary>
    public IReadOnlyList<ImportRun> Runs(string entityCode, int limit = 100) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? ImportRunRows.List(session, entity, limit) : []);

    private static SavedMapping Read(Row row) => new(MappingJson.Read(Encoding.UTF8.GetBytes(row.Text(2))), row.Int(1), row.Text(3), row.Moment(4));

    private static RuleViolationException Missing(string name) => new("mapping.missing", new(
        $"No hay una correspondencia llamada «{name}». Vea las que hay con «avance import mapping list».",
        $"There is no mapping called «{name}». See which there are with «avance import mapping list»."));
}

/// <summary>A mapping that an office keeps.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Version">1 when first saved.</param>
/// <param name="Actor">Who saved this version.</param>
/// <param name="RecordedAt">When.</param>
public sealed record SavedMapping(ImportMapping Mapping, int Version, string Actor, DateTimeOffset RecordedAt);
