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

/// <summary>A document that was accepted and is to be written.</summary>
/// <param name="Row">The document, with all that it moves.</param>
/// <param name="LineNumbers">The number within the year of each entry's line.</param>
internal readonly record struct AcceptedDocument(DocumentRow Row, int[] LineNumbers);

/// <summary>The rows of documents and of what they move.</summary>
internal static class LedgerRows
{
    public const string DocumentColumns =
        "entity_id, document_id, fiscal_year, sequence, kind, folio, source, source_document_id, effective_on, recorded_at, actor, description, authority, reverses, third_party, content_hash";

    public const string EntryColumns = "entity_id, fiscal_year, sequence, number, line_number, month, stage, amount";
    public const string TargetColumns = "entity_id, fiscal_year, sequence, number, indicator_id, month, stage, quantity";
    public const string BeneficiaryColumns = "entity_id, fiscal_year, sequence, number, project_id, quarter, women, men, people";
    public const string ExplanationColumns = "entity_id, fiscal_year, sequence, number, project_id, quarter, project_name, explanation";

    /// <param name="session">A session in a transaction.</param>
    /// <param name="entity">The office.</param>
    /// <param name="year">Its fiscal year.</param>
    /// <param name="accepted">What to write, in order of sequence.</param>
    public static void Insert(Session session, Guid entity, int year, IReadOnlyList<AcceptedDocument> accepted)
    {
        var documents = accepted.Select(static a => a.Row).ToList();
        session.Insert("document", DocumentColumns, documents.Select(d => Row(entity, year, d)));
        session.Insert("ledger_entry", EntryColumns, Entries(entity, year, accepted));
        if (documents.Any(static d => d.Header.Targets.Count > 0))
        {
            session.Insert("target_entry", TargetColumns, Each(entity, year, documents, static d => d.Targets, static t => [t.IndicatorId, t.Month, (int)t.Stage, ReportRows.Stored(t.Quantity)]));
        }

        if (documents.Any(static d => d.Header.Beneficiaries.Count + d.Header.Explanations.Count > 0))
        {
            session.Insert("beneficiary_entry", BeneficiaryColumns, Each(entity, year, documents, static d => d.Beneficiaries, static b => [b.ProjectId, b.Quarter, b.Women, b.Men, b.People]));
            session.Insert("explanation_entry", ExplanationColumns, Each(entity, year, documents, static d => d.Explanations, static x => [x.ProjectId, x.Quarter, x.ProjectName, x.Text]));
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
    public static DocumentRow Fill(Session session, Guid entity, int year, DocumentRow row) => Fill(session, entity, year, [row])[0];

    /// <summary>Documents of a year with all that they move, read in four queries however many they are.</summary>
    public static List<DocumentRow> Fill(Session session, Guid entity, int year, IReadOnlyList<DocumentRow> rows)
    {
        var numbers = Session.Numbers(rows.Select(static d => d.Sequence));
        var entries = Read(
            "line_id, month, stage, amount", "ledger_entry JOIN budget_line USING (entity_id, fiscal_year, line_number)",
            static row => new BudgetEntry(row.Id(1), row.Int(2), (BudgetStage)row.Int(3), new(row.Long(4))));
        var targets = Read("indicator_id, month, stage, quantity", "target_entry", static row => new TargetEntry(row.Id(1), row.Int(2), (TargetStage)row.Int(3), ReportRows.Quantity(row.Long(4))));
        var served = Read("project_id, quarter, women, men, people", "beneficiary_entry", static row => new BeneficiaryEntry(row.Id(1), row.Int(2), row.OptionalLong(3), row.OptionalLong(4), row.OptionalLong(5)));
        var explanations = Read("project_id, quarter, project_name, explanation", "explanation_entry", static row => new ExplanationEntry(row.Id(1), row.Int(2), row.Text(3), row.Text(4)));
        return
        [
            .. rows.Select(row => row with
            {
                Header = row.Header with
                {
                    Entries = entries.GetValueOrDefault(row.Sequence, []),
                    Targets = targets.GetValueOrDefault(row.Sequence, []),
                    Beneficiaries = served.GetValueOrDefault(row.Sequence, []),
                    Explanations = explanations.GetValueOrDefault(row.Sequence, []),
                },
            }),
        ];

        Dictionary<long, List<T>> Read<T>(string columns, string table, Func<Row, T> read)
        {
            var lists = new Dictionary<long, List<T>>();
            session.Each(
                $"SELECT sequence, {columns} FROM {table} WHERE entity_id = $1 AND fiscal_year = $2 AND sequence IN {session.InNumbers("$3")} ORDER BY sequence, number",
                row =>
                {
                    if (!lists.TryGetValue(row.Long(0), out var list))
                    {
                        lists.Add(row.Long(0), list = []);
                    }

                    list.Add(read(row));
                },
                entity, year, numbers);
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

    /// <summary>Entries come by the million: all are told with one array, filled anew for each, as whoever writes them reads it at once.</summary>
    private static IEnumerable<object?[]> Entries(Guid entity, int year, IReadOnlyList<AcceptedDocument> documents)
    {
        var row = new object?[] { entity, year, null, null, null, null, null, null };
        foreach (var (document, lines) in documents)
        {
            row[2] = document.Sequence;
            for (var i = 0; i < document.Header.Entries.Count; i++)
            {
                var entry = document.Header.Entries[i];
                (row[3], row[4], row[5], row[6], row[7]) = (i + 1, lines[i], entry.Month, (int)entry.Stage, entry.Amount.Centavos);
                yield return row;
            }
        }
    }

    private static IEnumerable<object?[]> Each<T>(Guid entity, int year, List<DocumentRow> documents, Func<LedgerDocument, IReadOnlyList<T>> of, Func<T, object?[]> columns) =>
        documents.SelectMany(d => of(d.Header).Select((entry, i) => (object?[])[entity, year, d.Sequence, i + 1, .. columns(entry)]));
}
