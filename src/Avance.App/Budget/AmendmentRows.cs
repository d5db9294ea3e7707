using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>An amendment's own row, with what only storage knows.</summary>
/// <param name="Amendment">The amendment.</param>
/// <param name="Source">The system that it comes from.</param>
/// <param name="DocumentId">The ledger's document that applied it.</param>
/// <param name="ReversalId">The ledger's document that undid it.</param>
internal sealed record AmendmentRow(Amendment Amendment, string Source, Guid? DocumentId, Guid? ReversalId);

/// <summary>The rows of amendments.</summary>
internal static class AmendmentRows
{
    private const string Columns =
        "amendment_id, fiscal_year, number, folio, source, state, type, scope, effective_on, unit_code, agreement, office_number, legal_basis, justification, "
        + "income_source, special_authority, targets_unchanged, document_id, reversal_id, version";

    /// <summary>Amendments that meet a condition on <c>a</c>, without their lines.</summary>
    public static List<AmendmentRow> Where(Session session, string condition, params object?[] values) =>
        session.Query($"SELECT {Columns} FROM amendment a {condition}", Read, values);

    /// <summary>The amendment of a year that a folio or a draft's reference names, with its lines; null when there is none.</summary>
    public static AmendmentRow? Find(Session session, Guid entity, int year, string reference)
    {
        var draft = DraftNumber(reference, year);
        var found = draft is { } number
            ? Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND number = $3", entity, year, number)
            : Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND folio = $3", entity, year, reference.Trim().ToUpperInvariant());
        return found.Count == 0 ? null : Fill(session, entity, found[0]);
    }

    /// <summary>The amendment with an identity, with its lines; null when there is none.</summary>
    public static AmendmentRow? Find(Session session, Guid entity, Guid id)
    {
        var found = Where(session, "WHERE entity_id = $1 AND amendment_id = $2", entity, id);
        return found.Count == 0 ? null : Fill(session, entity, found[0]);
    }

    /// <summary>The next number of a year: of amendments, or of folios.</summary>
    public static int Next(Session session, Guid entity, int year, bool ofFolios) => session.Query(
        ofFolios
            ? "SELECT COALESCE(max(folio_number), 0) + 1 FROM amendment WHERE entity_id = $1 AND fiscal_year = $2"
            : "SELECT COALESCE(max(number), 0) + 1 FROM amendment WHERE entity_id = $1 AND fiscal_year = $2",
        static row => row.Int(0), entity, year)[0];

    public static void Insert(Session session, Guid entity, AmendmentRow row)
    {
        session.Insert("amendment", $"entity_id, {Columns}, folio_number", [[entity, .. Values(row), null]]);
        InsertLines(session, entity, row.Amendment);
    }

    /// <summary>Changes the row, and gives it a folio when it has none in storage and one in memory.</summary>
    public static void Update(Session session, Guid entity, AmendmentRow row, int? folioNumber = null)
    {
        var places = string.Join(", ", Columns.Split(", ").Skip(1).Select((column, i) => $"{column} = ${i + 2}"));
        var values = Values(row);
        session.Execute(
            $"UPDATE amendment SET entity_id = $1, {places}, folio_number = COALESCE(folio_number, $21) WHERE entity_id = $22 AND amendment_id = $23",
            [entity, .. values[1..], folioNumber, entity, row.Amendment.Id]);
    }

    public static void ReplaceLines(Session session, Guid entity, Amendment amendment)
    {
        session.Execute("DELETE FROM amendment_line WHERE entity_id = $1 AND amendment_id = $2", entity, amendment.Id);
        session.Execute("DELETE FROM amendment_target WHERE entity_id = $1 AND amendment_id = $2", entity, amendment.Id);
        InsertLines(session, entity, amendment);
    }

    public static void AddStep(Session session, Guid entity, Guid amendment, AmendmentStepTaken step)
    {
        var number = session.Query("SELECT COALESCE(max(number), 0) + 1 FROM amendment_step WHERE entity_id = $1 AND amendment_id = $2", static row => row.Int(0), entity, amendment)[0];
        session.Insert("amendment_step", "entity_id, amendment_id, number, state, recorded_at, actor, remark", [[entity, amendment, number, step.State.Code(), step.RecordedAt, step.Actor, step.Remark]]);
    }

    public static List<AmendmentStepTaken> Steps(Session session, Guid entity, Guid amendment) => session.Query(
        "SELECT state, recorded_at, actor, remark FROM amendment_step WHERE entity_id = $1 AND amendment_id = $2 ORDER BY number",
        static row => new AmendmentStepTaken(State(row.Text(0)), row.Moment(1), row.Text(2), row.Text(3)),
        entity, amendment);

    private static AmendmentRow Fill(Session session, Guid entity, AmendmentRow row) => row with
    {
        Amendment = row.Amendment with
        {
            Lines = session.Query(
                "SELECT line_key, month, amount FROM amendment_line WHERE entity_id = $1 AND amendment_id = $2 ORDER BY number",
                static r => new AmendmentLine(r.Text(0), r.Int(1), new(r.Long(2))),
                entity, row.Amendment.Id),
            Targets = session.Query(
                "SELECT unit_code, project_key, indicator, month, quantity FROM amendment_target WHERE entity_id = $1 AND amendment_id = $2 ORDER BY number",
                static r => new AmendmentTarget(r.Text(0), r.Text(1), r.Int(2), r.Int(3), ReportRows.Quantity(r.Long(4))),
                entity, row.Amendment.Id),
        },
    };

    private static void InsertLines(Session session, Guid entity, Amendment amendment)
    {
        session.Insert(
            "amendment_line", "entity_id, amendment_id, number, line_key, month, amount",
            amendment.Lines.Select((l, i) => new object?[] { entity, amendment.Id, i + 1, l.LineKey, l.Month, l.Amount.Centavos }));
        session.Insert(
            "amendment_target", "entity_id, amendment_id, number, unit_code, project_key, indicator, month, quantity",
            amendment.Targets.Select((t, i) => new object?[] { entity, amendment.Id, i + 1, t.UnitCode, t.ProjectKey, t.Indicator, t.Month, ReportRows.Stored(t.Quantity) }));
    }

    private static object?[] Values(AmendmentRow row)
    {
        var a = row.Amendment;
        return
        [
            a.Id, a.Year, a.Number, a.Folio, row.Source, a.State.Code(), a.Type.Code(), a.Scope.Code(), a.EffectiveOn, a.UnitCode, a.Agreement, a.OfficeNumber,
            a.LegalBasis, a.Justification, a.IncomeSource, a.SpecialAuthority, a.TargetsUnchanged, row.DocumentId, row.ReversalId, a.Version,
        ];
    }

    private static AmendmentRow Read(Row row) => new(
        new()
        {
            Id = row.Id(0),
            Year = row.Int(1),
            Number = row.Int(2),
            Folio = row.OptionalText(3),
            State = State(row.Text(5)),
            Type = AmendmentWords.TryRead(row.Text(6), out AmendmentType type) ? type : throw Unknown(row.Text(6)),
            Scope = AmendmentWords.TryRead(row.Text(7), out AmendmentScope scope) ? scope : throw Unknown(row.Text(7)),
            EffectiveOn = row.OptionalDay(8),
            UnitCode = row.Text(9),
            Agreement = row.Text(10),
            OfficeNumber = row.Text(11),
            LegalBasis = row.Text(12),
            Justification = row.Text(13),
            IncomeSource = row.Text(14),
            SpecialAuthority = row.Text(15),
            TargetsUnchanged = row.Text(16),
            Version = row.Int(19),
        },
        row.Text(4), row.IsNull(17) ? null : row.Id(17), row.IsNull(18) ? null : row.Id(18));

    private static AmendmentState State(string code) => AmendmentWords.TryRead(code, out AmendmentState state) ? state : throw Unknown(code);

    private static InvalidOperationException Unknown(string code) => new($"The database holds «{code}», which no amendment is.");

    /// <summary>The number in <c>BORR-2023-0003</c>; null when the text is something else.</summary>
    private static int? DraftNumber(string reference, int year)
    {
        var prefix = $"BORR-{year}-";
        var text = reference.Trim();
        return text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(text.AsSpan(prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
