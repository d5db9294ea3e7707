using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>Reads amendments, and works out what they would do.</summary>
/// <param name="database">Where from.</param>
public sealed class AmendmentQueries(Database database)
{
    /// <summary>Every amendment of an office's year, newest first; none when the office or the year is unknown.</summary>
    public IReadOnlyList<AmendmentSummary> List(string entityCode, int year) => database.Read<IReadOnlyList<AmendmentSummary>>(session =>
    {
        if (Entities.Find(session, entityCode) is not { } entity)
        {
            return [];
        }

        var sums = new Dictionary<Guid, (long Up, long Down, int Lines)>();
        session.Each(
            """
            SELECT l.amendment_id, CAST(sum(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS bigint), CAST(sum(CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END) AS bigint), count(*)
            FROM amendment_line l JOIN amendment a ON a.entity_id = l.entity_id AND a.amendment_id = l.amendment_id
            WHERE l.entity_id = $1 AND a.fiscal_year = $2 GROUP BY l.amendment_id
            """,
            row => sums.Add(row.Id(0), (row.Long(1), row.Long(2), row.Int(3))),
            entity, year);
        var targets = new Dictionary<Guid, int>();
        session.Each(
            "SELECT t.amendment_id, count(*) FROM amendment_target t JOIN amendment a ON a.entity_id = t.entity_id AND a.amendment_id = t.amendment_id WHERE t.entity_id = $1 AND a.fiscal_year = $2 GROUP BY t.amendment_id",
            row => targets.Add(row.Id(0), row.Int(1)),
            entity, year);
        return AmendmentRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY number DESC", entity, year).ConvertAll(row =>
        {
            var (up, down, lines) = sums.GetValueOrDefault(row.Amendment.Id);
            return new AmendmentSummary(row.Amendment, new(up), new(down), lines, targets.GetValueOrDefault(row.Amendment.Id), row.DocumentId is not null);
        });
    });

    /// <summary>An amendment with all that belongs to it, by folio or by a draft's reference; null when there is none.</summary>
    public AmendmentFile? Find(string entityCode, int year, string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return database.Read(session =>
        {
            if (Entities.Find(session, entityCode) is not { } entity || AmendmentRows.Find(session, entity, year, reference) is not { } row)
            {
                return null;
            }

            var id = row.Amendment.Id;
            return new AmendmentFile(
                entityCode, row.Amendment, AmendmentRows.Steps(session, entity, id), AttachmentFiles.List(session, entity, id),
                Sequence(session, entity, row.DocumentId), Sequence(session, entity, row.ReversalId));
        });
    }

    /// <summary>That there is no such amendment, in words.</summary>
    public static LocalizedText Missing(string entityCode, int year, string reference) => new(
        $"{entityCode} no tiene una adecuación «{reference}» en {year}. Búsquela en la lista de adecuaciones.",
        $"{entityCode} has no amendment «{reference}» in {year}. Look for it in the list of amendments.");

    /// <summary>The bytes of a file of an amendment; null when there is no such file.</summary>
    public byte[]? Attachment(string entityCode, AmendmentFile file, int number)
    {
        ArgumentNullException.ThrowIfNull(file);
        return database.Read(session => Entities.Find(session, entityCode) is { } entity ? AttachmentFiles.Content(session, entity, file.Amendment.Id, number) : null);
    }

    /// <summary>What an amendment, stored or not, would do to the ledger as it stands now.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: no such year; <c>report.entity</c>: no such office.</exception>
    public AmendmentPreview Preview(string entityCode, Amendment amendment)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        var tidy = AmendmentLimits.Tidy(amendment);
        return database.Read(session =>
        {
            var entity = Entities.Required(session, entityCode);
            return AmendmentPreview.Of(tidy, new AmendmentGrounds(session, entity, tidy.Year).Of(tidy, withTotals: true).Context);
        });
    }

    private static long? Sequence(Session session, Guid entity, Guid? document)
    {
        var found = document is null ? [] : session.Query("SELECT sequence FROM document WHERE entity_id = $1 AND document_id = $2", static row => row.Long(0), entity, document);
        return found.Count == 0 ? null : found[0];
    }
}
