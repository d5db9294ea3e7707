using Avance.App.Storage;
using Avance.Ledger;
using Avance.Progress;

namespace Avance.App.Ledger;

/// <summary>
/// At which moment the ledger is read: what was in force on a day, as it was known at a moment. Both null: as it is now.
/// «What did we believe on 5 October about 30 September» is the day 30 September known on 5 October.
/// </summary>
/// <param name="On">Documents in force on this day: dated on it or before.</param>
/// <param name="KnownAt">Documents on record at this moment: posted at it or before.</param>
public readonly record struct AsOf(DateOnly? On, DateTimeOffset? KnownAt)
{
    /// <summary>Everything on record.</summary>
    public static AsOf Now => default;

    internal DateOnly Day => On ?? DateOnly.MaxValue;

    internal DateTimeOffset Moment => KnownAt ?? new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>A document on record.</summary>
/// <param name="Document">All that it says; in lists, without what it moves.</param>
/// <param name="Sequence">Its number within the office's year, from 1.</param>
/// <param name="RecordedAt">When it was posted, UTC.</param>
/// <param name="Actor">Who posted it.</param>
/// <param name="ContentHash">SHA-256 of all that it says, lower-case hexadecimal.</param>
/// <param name="ReversedBy">Number of the document that undid it; null when none did.</param>
public sealed record PostedDocument(LedgerDocument Document, long Sequence, DateTimeOffset RecordedAt, string Actor, string ContentHash, long? ReversedBy);

/// <summary>An entry of money with its document.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Document">The document, without what it moves.</param>
/// <param name="Sequence">The document's number within the office's year.</param>
public sealed record PostedEntry(BudgetEntry Entry, int Number, LedgerDocument Document, long Sequence);

/// <summary>An entry of a target with its document.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Document">The document, without what it moves.</param>
/// <param name="Sequence">The document's number within the office's year.</param>
public sealed record PostedTarget(TargetEntry Entry, int Number, LedgerDocument Document, long Sequence);

/// <summary>Which entries of money to read. What is null does not restrict.</summary>
public sealed record EntryFilter
{
    /// <summary>Only those of these lines.</summary>
    public IReadOnlyCollection<Guid>? Lines { get; init; }

    /// <summary>Only those of these stages.</summary>
    public IReadOnlyCollection<BudgetStage>? Stages { get; init; }

    /// <summary>Only those of this month of the calendar.</summary>
    public int? Month { get; init; }

    /// <summary>Read at which moment.</summary>
    public AsOf AsOf { get; init; }
}

/// <summary>Reads the ledger: documents, entries, and what they add up to.</summary>
public sealed class LedgerQueries(Database database)
{
    /// <summary>What the journal calls the posting of documents; its record says of which year, from which number to which.</summary>
    public const string PostedAction = LedgerJournal.Action;

    /// <summary>What was achieved counts in its month, however late it was told: so do the people served and the explanations.</summary>
    internal const string TargetsInForce = "(d.effective_on <= $3 OR t.stage >= 3) AND d.recorded_at <= $4";

    /// <summary>What was achieved and wholly undone is not told, which is not zero.</summary>
    internal static readonly string HavingTold = $"HAVING t.stage < {(int)TargetStage.Achieved} OR sum(CASE d.kind WHEN '{DocumentKind.Reversal.Code()}' THEN -1 ELSE 1 END) > 0";

    /// <summary>That a document, <c>d</c>, was not undone.</summary>
    internal const string NotUndone = "NOT EXISTS (SELECT 1 FROM document r WHERE r.entity_id = d.entity_id AND r.reverses = d.document_id)";

    private const string InForce = "d.effective_on <= $3 AND d.recorded_at <= $4";

    /// <summary>
    /// The number of the last document of an office's year; 0 when there is none. Documents only grow in number, so what was
    /// read at the same number still holds.
    /// </summary>
    public long Revision(string entityCode, int year) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? Revision(session, entity, year) : 0);

    /// <summary>What each line holds, added up from its entries.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>: the stored sums disagree with the entries.</exception>
    public IReadOnlyDictionary<Guid, LineBalance> Balances(string entityCode, int year, AsOf asOf = default) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? LedgerBalances.Load(session, entity, year, asOf) : []);

    /// <summary>Documents of a year, newest first, without what they move.</summary>
    public IReadOnlyList<PostedDocument> Documents(string entityCode, int year, int offset = 0, int limit = 100) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity
            ? LedgerRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY sequence DESC LIMIT $3 OFFSET $4", entity, year, limit, offset).ConvertAll(row => Posted(session, entity, row))
            : []);

    /// <summary>One document with all that it moves; null when there is none.</summary>
    public PostedDocument? Document(string entityCode, int year, long sequence) => database.Read(session =>
    {
        if (Entities.Find(session, entityCode) is not { } entity)
        {
            return null;
        }

        var found = LedgerRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND sequence = $3", entity, year, sequence);
        return found.Count == 0 ? null : Posted(session, entity, LedgerRows.Fill(session, entity, year, found[0]));
    });

    /// <summary>One document by its identity, without what it moves; null when there is none.</summary>
    public PostedDocument? Header(string entityCode, Guid id) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity
            ? LedgerRows.Where(session, "WHERE entity_id = $1 AND document_id = $2", entity, id).ConvertAll(row => Posted(session, entity, row)).FirstOrDefault()
            : null);

    /// <summary>Entries of money with their documents, in the order in which they were posted.</summary>
    public IReadOnlyList<PostedEntry> Entries(string entityCode, int year, EntryFilter filter, int offset = 0, int limit = 100)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.Read(session => Entities.Find(session, entityCode) is { } entity ? LedgerEntryReader.Read(session, entity, year, filter, offset, limit) : []);
    }

    /// <summary>Entries of an indicator with their documents, in the order in which they were posted.</summary>
    public IReadOnlyList<PostedTarget> Targets(string entityCode, int year, Guid indicator, AsOf asOf = default) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? LedgerEntryReader.Targets(session, entity, year, indicator, asOf) : []);

    internal static long Revision(Session session, Guid entity, int year) => session.Query(
        "SELECT COALESCE(max(sequence), 0) FROM document WHERE entity_id = $1 AND fiscal_year = $2", static row => row.Long(0), entity, year)[0];

    /// <summary>The quantities of every indicator by stage and month, added up from the entries in force.</summary>
    internal static Dictionary<Guid, TargetBalance> TargetBalances(Session session, Guid entity, int year, AsOf asOf)
    {
        var balances = new Dictionary<Guid, TargetBalance>();
        session.Each(
            $"""
            SELECT t.indicator_id, t.stage, t.month, CAST(sum(t.quantity) AS bigint)
            FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.fiscal_year = t.fiscal_year AND d.sequence = t.sequence
            WHERE t.entity_id = $1 AND t.fiscal_year = $2 AND {TargetsInForce}
            GROUP BY t.indicator_id, t.stage, t.month
            {HavingTold}
            """,
            row =>
            {
                if (!balances.TryGetValue(row.Id(0), out var balance))
                {
                    balances.Add(row.Id(0), balance = new());
                }

                balance.Add((TargetStage)row.Int(1), row.Int(2), row.Long(3) / TargetQuantity.Scale);
            },
            entity, year, asOf.Day, asOf.Moment);
        return balances;
    }

    /// <summary>The last word on each project's beneficiaries of a quarter.</summary>
    internal static Dictionary<Guid, (BeneficiaryEntry Entry, long Sequence)> Beneficiaries(Session session, Guid entity, int year, int quarter, AsOf asOf)
    {
        var last = new Dictionary<Guid, (BeneficiaryEntry, long)>();
        session.Each(
            $"SELECT b.project_id, b.women, b.men, b.people, d.sequence FROM beneficiary_entry b JOIN document d ON d.entity_id = b.entity_id AND d.fiscal_year = b.fiscal_year AND d.sequence = b.sequence WHERE b.entity_id = $1 AND b.fiscal_year = $2 AND {InForce} AND b.quarter = $5 ORDER BY d.sequence, b.number",
            row => last[row.Id(0)] = (new(row.Id(0), quarter, row.OptionalLong(1), row.OptionalLong(2), row.OptionalLong(3)), row.Long(4)),
            entity, year, asOf.Day, asOf.Moment, quarter);
        return last;
    }

    /// <summary>The last word on each project's explanation of a quarter.</summary>
    internal static Dictionary<Guid, (ExplanationEntry Entry, long Sequence)> Explanations(Session session, Guid entity, int year, int quarter, AsOf asOf)
    {
        var last = new Dictionary<Guid, (ExplanationEntry, long)>();
        session.Each(
            $"SELECT x.project_id, x.project_name, x.explanation, d.sequence FROM explanation_entry x JOIN document d ON d.entity_id = x.entity_id AND d.fiscal_year = x.fiscal_year AND d.sequence = x.sequence WHERE x.entity_id = $1 AND x.fiscal_year = $2 AND {InForce} AND x.quarter = $5 ORDER BY d.sequence, x.number",
            row => last[row.Id(0)] = (new(row.Id(0), quarter, row.Text(1), row.Text(2)), row.Long(3)),
            entity, year, asOf.Day, asOf.Moment, quarter);
        return last;
    }

    private static PostedDocument Posted(Session session, Guid entity, DocumentRow row)
    {
        var reversal = session.Query("SELECT sequence FROM document WHERE entity_id = $1 AND reverses = $2", static r => r.Long(0), entity, row.Header.Id);
        return new(row.Header, row.Sequence, row.RecordedAt, row.Actor, Convert.ToHexStringLower(row.ContentHash), reversal.Count == 0 ? null : reversal[0]);
    }
}
