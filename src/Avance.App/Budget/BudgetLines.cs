using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>The rows of an office's budget lines and of the layout of their keys.</summary>
internal static class BudgetLines
{
    /// <summary>The layout of the year's keys: the office's own, or the one that all start with.</summary>
    public static BudgetKeyLayout Layout(Session session, Guid entity, int year)
    {
        var segments = session.Query(
            "SELECT code, name_es, name_en, length, classification FROM key_segment WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY position",
            static row => new KeySegment(row.Text(0), new(row.Text(1), row.Text(2)), row.Int(3), row.OptionalText(4)),
            entity, year);
        return segments.Count == 0 ? BudgetKeyLayout.Default : new(segments);
    }

    /// <summary>Sets the layout of the year's keys. Possible only while the year has no line.</summary>
    /// <exception cref="RuleViolationException"><c>budget.layout</c>: there are lines already.</exception>
    public static void SetLayout(Session session, Guid entity, int year, BudgetKeyLayout layout, string actor, DateTimeOffset now)
    {
        if (session.Query("SELECT 1 FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2 LIMIT 1", static row => row.Long(0), entity, year).Count > 0)
        {
            throw new RuleViolationException("budget.layout", new(
                $"El ejercicio {year} ya tiene líneas presupuestarias; la estructura de su clave no puede cambiar.",
                $"The fiscal year {year} has budget lines already; the layout of their keys cannot change."));
        }

        var before = Written(Layout(session, entity, year));
        session.Execute("DELETE FROM key_segment WHERE entity_id = $1 AND fiscal_year = $2", entity, year);
        session.Insert(
            "key_segment", "entity_id, fiscal_year, position, code, name_es, name_en, length, classification",
            layout.Segments.Select((s, i) => new object?[] { entity, year, i + 1, s.Code, s.Name.Spanish, s.Name.English, s.Length, s.Classification }));
        JournalChain.Append(session, entity, now, actor, "budget.layout", $"budget {year}", before, Written(layout));
    }

    /// <summary>A layout in one line, as the command takes it, with what each part stands for: <c>unit:2=unit-project:4=project</c>.</summary>
    private static string Written(BudgetKeyLayout layout) => string.Join('-', layout.Segments.Select(static s => $"{s.Code}:{s.Length}{(s.Classification is null ? "" : "=" + s.Classification)}"));

    /// <summary>Every line of the year by its key.</summary>
    public static Dictionary<string, BudgetLine> Load(Session session, Guid entity, int year)
    {
        var lines = new Dictionary<string, BudgetLine>(StringComparer.Ordinal);
        session.Each(
            "SELECT line_id, line_key, project_id FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY line_key",
            row =>
            {
                var key = row.Text(1);
                lines.Add(key, new(row.Id(0), key, row.IsNull(2) ? null : row.Id(2), key.Split(BudgetKeyLayout.Separator)));
            },
            entity, year);
        return lines;
    }

    /// <summary>Adds a line whose key was parsed, under the next number of the year.</summary>
    public static void Add(Session session, Guid entity, int year, BudgetLine line) => session.Execute(
        "INSERT INTO budget_line (entity_id, line_id, fiscal_year, line_number, line_key, project_id) VALUES ($1, $2, $3, (SELECT COALESCE(max(line_number), 0) + 1 FROM budget_line WHERE entity_id = $1 AND fiscal_year = $3), $4, $5)",
        entity, line.Id, year, line.Key, line.ProjectId);
}
