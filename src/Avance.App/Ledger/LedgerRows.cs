using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>A document's own row: what it says of itself, and when and by whom it was recorded.</summary>
/// <param name="Header">The document without what it moves.</param>
/// <param name="Sequence">Its number within the office's year.</param>
/// <param name="RecordedAt">When it was posted, UTC: from then on it was known.</param>
/// <param name="Actor">Who posted it.</param>
/// <param name="ContentHash">Fingerprint of all that it says.</param>
internal sealed record DocumentRow(LedgerDocument Header, long Sequence, DateTimeOffset RecordedAt, string Actor, byte[] ContentHash);

/// <summary>The rows of documents and of what they move.</summary>
internal static class LedgerRows
{
    public const string DocumentColumns =
        "entity_id, document_id, fiscal_year, sequence, kind, folio, source, source_document_id, effective_on, recorded_at, actor, description, authority, reverses, third_party, content_hash";

    public const string EntryColumns = "entity_id, document_id, number, line_id, month, stage, amount";
    public const string TargetColumns = "entity_id, document_id, number, indicator_id, month, stage, quantity";
    public const string BeneficiaryColumns = "entity_id, document_id, number, project_id, quarter, women, men, people";
    public const string ExplanationColumns = "entity_id, document_id, number, project_id, quarter, project_name, explanation";

    public static void Insert(Session session, Guid entity, int year, IReadOnlyList<DocumentRow> documents)
    {
        session.Insert("document", DocumentColumns, documents.Select(d => Row(entity, year, d)));
        session.Insert("ledger_entry", EntryColumns, documents.SelectMany(d => Entries(entity, d.Header)));
        if (documents.Any(static d => d.Header.Targets.Count > 0))
        {
            session.Insert("target_entry", TargetColumns, documents.SelectMany(d => Targets(entity, d.Header)));
        }

        if (documents.Any(static d => d.Header.Beneficiaries.Count + d.Header.Explanations.Count > 0))
        {
            session.Insert("beneficiary_entry", BeneficiaryColumns, documents.SelectMany(d => Beneficiaries(entity, d.Header)));
            session.Insert("explanation_entry", ExplanationColumns, documents.SelectMany(d => Explanations(entity, d.Header)));
        }
    }

    /// <summary>Documents that meet a condition on <c>d</c>, without what they move.</summary>
    public static List<DocumentRow> Where(Session session, string condition, params object?[] values) => session.Query(
        $"SELECT document_id, sequence, kind, folio, source, source_document_id, effective_on, recorded_at, actor, description, authority, reverses, third_party, content_hash FROM document d {condition}",
        static row => new DocumentRow(
            new LedgerDocument
            {
                Id = row.Id(0),
                Kind = LedgerNames.KindOf(row.Text(2)),
                Folio = row.Text(3),
                Source = row.Text(4),
                SourceDocumentId = row.Text(5),
                EffectiveOn = row.Day(6),
                Description = row.Text(9),
                Authority = row.Text(10),
                Reverses = row.IsNull(11) ? null : row.Id(11),
                ThirdParty = row.Bool(12),
            },
            row.Long(1), row.Moment(7), row.Text(8), row.Bytes(13)),
        values);

    /// <summary>The document with all that it moves.</summary>
    public static LedgerDocument Fill(Session session, Guid entity, LedgerDocument header) => Fill(session, entity, [header])[0];

    /// <summary>Documents with all that they move, read in four queries however many they are.</summary>
    public static List<LedgerDocument> Fill(Session session, Guid entity, IReadOnlyList<LedgerDocument> headers)
    {
        var ids = string.Join(", ", headers.Select(d => session.Literal(d.Id)));
        var entries = Read("line_id, month, stage, amount", "ledger_entry", static row => new BudgetEntry(row.Id(1), row.Int(2), (BudgetStage)row.Int(3), new(row.Long(4))));
        var targets = Read("indicator_id, month, stage, quantity", "target_entry", static row => new TargetEntry(row.Id(1), row.Int(2), (TargetStage)row.Int(3), ReportRows.Quantity(row.Long(4))));
        var served = Read("project_id, quarter, women, men, people", "beneficiary_entry", static row => new BeneficiaryEntry(row.Id(1), row.Int(2), row.OptionalLong(3), row.OptionalLong(4), row.OptionalLong(5)));
        var explanations = Read("project_id, quarter, project_name, explanation", "explanation_entry", static row => new ExplanationEntry(row.Id(1), row.Int(2), row.Text(3), row.Text(4)));
        return
        [
            .. headers.Select(d => d with
            {
                Entries = entries.GetValueOrDefault(d.Id, []),
                Targets = targets.GetValueOrDefault(d.Id, []),
                Beneficiaries = served.GetValueOrDefault(d.Id, []),
                Explanations = explanations.GetValueOrDefault(d.Id, []),
            }),
        ];

        Dictionary<Guid, List<T>> Read<T>(string columns, string table, Func<Row, T> read)
        {
            var lists = new Dictionary<Guid, List<T>>();
            session.Each(
                $"SELECT document_id, {columns} FROM {table} WHERE entity_id = $1 AND document_id IN ({ids}) ORDER BY document_id, number",
                row =>
                {
                    if (!lists.TryGetValue(row.Id(0), out var list))
                    {
                        lists.Add(row.Id(0), list = []);
                    }

                    list.Add(read(row));
                },
                entity);
            return lists;
        }
    }

    private static object?[] Row(Guid entity, int year, DocumentRow row)
    {
        var d = row.Header;
        return
        [
            entity, d.Id, year, row.Sequence, d.Kind.Code(), d.Folio, d.Source, d.SourceDocumentId, d.EffectiveOn, row.RecordedAt, row.Actor,
            d.Description, d.Authority, d.Reverses, d.ThirdParty, row.ContentHash,
        ];
    }

    private static IEnumerable<object?[]> Entries(Guid entity, LedgerDocument document)
    {
        for (var i = 0; i < document.Entries.Count; i++)
        {
            var entry = document.Entries[i];
            yield return [entity, document.Id, i + 1, entry.LineId, entry.Month, (int)entry.Stage, entry.Amount.Centavos];
        }
    }

    private static IEnumerable<object?[]> Targets(Guid entity, LedgerDocument document)
    {
        for (var i = 0; i < document.Targets.Count; i++)
        {
            var target = document.Targets[i];
            yield return [entity, document.Id, i + 1, target.IndicatorId, target.Month, (int)target.Stage, ReportRows.Stored(target.Quantity)];
        }
    }

    private static IEnumerable<object?[]> Beneficiaries(Guid entity, LedgerDocument document)
    {
        for (var i = 0; i < document.Beneficiaries.Count; i++)
        {
            var served = document.Beneficiaries[i];
            yield return [entity, document.Id, i + 1, served.ProjectId, served.Quarter, served.Women, served.Men, served.People];
        }
    }

    private static IEnumerable<object?[]> Explanations(Guid entity, LedgerDocument document)
    {
        for (var i = 0; i < document.Explanations.Count; i++)
        {
            var explanation = document.Explanations[i];
            yield return [entity, document.Id, i + 1, explanation.ProjectId, explanation.Quarter, explanation.ProjectName, explanation.Text];
        }
    }
}
