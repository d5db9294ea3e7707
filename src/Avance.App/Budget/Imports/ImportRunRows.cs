using System.Globalization;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Budget.Imports;

/// <summary>The rows of imports on record.</summary>
internal static class ImportRunRows
{
    private const string Columns =
        "number, fiscal_year, started_at, finished_at, actor, kind, mapping, file_name, file_sha256, file_bytes, state, row_count, documents, posted, already_posted, refused, warnings";

    private static readonly string[] States = ["applied", "refused", "cancelled", "tried"];

    /// <summary>Adds an import; nothing when there is no such office.</summary>
    public static void Add(Session session, ImportTableCommand command, ImportTableOutcome outcome, long bytes, DateTimeOffset started, DateTimeOffset finished)
    {
        session.LockEntity(command.EntityCode);
        if (Entities.Find(session, command.EntityCode) is not { } entity)
        {
            return;
        }

        (started, finished) = (StoredMoment.Of(started), StoredMoment.Of(finished));
        var number = session.Query("SELECT COALESCE(max(number), 0) FROM import_run WHERE entity_id = $1", static row => row.Long(0), entity)[0] + 1;
        var kind = ImportForms.Of(command.Mapping.Kind).Code;
        session.Execute(
            $"INSERT INTO import_run (entity_id, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            entity, number, command.Year, started, finished, command.Actor, kind, command.Mapping.Name, command.FileName, outcome.Sha256, bytes, States[(int)outcome.State],
            outcome.Rows, outcome.Documents, outcome.Posted, outcome.AlreadyPosted, outcome.Refused, outcome.WarningCount);
        if (outcome.State == ImportState.Applied)
        {
            JournalChain.Append(
                session, entity, finished, command.Actor, "import.applied", string.Create(CultureInfo.InvariantCulture, $"import {number}"), "",
                string.Create(CultureInfo.InvariantCulture, $$"""{"year":{{command.Year}},"kind":"{{kind}}","mapping":"{{command.Mapping.Name}}","sha256":"{{outcome.Sha256}}","posted":{{outcome.Posted}},"already":{{outcome.AlreadyPosted}},"refused":{{outcome.Refused}}}"""));
        }
    }

    /// <summary>An office's imports, newest first.</summary>
    public static List<ImportRun> List(Session session, Guid entity, int limit) => session.Query(
        $"SELECT {Columns} FROM import_run WHERE entity_id = $1 ORDER BY number DESC LIMIT $2",
        static row => new ImportRun(
            row.Long(0), row.Int(1), row.Moment(2), row.Moment(3), row.Text(4), ImportForms.Find(row.Text(5))!.Kind, row.Text(6), row.Text(7), row.Text(8), row.Long(9),
            (ImportState)Array.IndexOf(States, row.Text(10)), new(row.Long(11), row.Long(12), row.Long(13), row.Long(14), row.Long(15), row.Long(16))),
        entity, limit);
}
