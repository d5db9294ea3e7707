using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>The lines of a year's closed projects: nothing new is committed in them, and what was committed is still accrued and paid.</summary>
internal sealed class ClosedProjects
{
    private readonly Dictionary<Guid, string> _projects = [];

    /// <summary>The closed projects of an office's year, as they stand when the transaction begins to post.</summary>
    public ClosedProjects(Session session, Guid entity, int year) => session.Each(
        """
        SELECT l.line_id, p.unit_code, p.project_key FROM project p JOIN budget_line l ON l.entity_id = p.entity_id AND l.project_id = p.project_id
        WHERE p.entity_id = $1 AND p.fiscal_year = $2 AND p.closed = $3
        """,
        row => _projects.Add(row.Id(0), $"{row.Text(1)}/{row.Text(2)}"),
        entity, year, true);

    /// <summary>Why a document of one's own figures is refused; null when it commits nothing in a closed project.</summary>
    public LedgerVerdict? Refusal(LedgerDocument document)
    {
        if (document.ThirdParty || _projects.Count == 0)
        {
            return null;
        }

        for (var i = 0; i < document.Entries.Count; i++)
        {
            if (document.Entries[i] is { Stage: BudgetStage.Committed } entry && entry.Amount > Money.Zero && _projects.TryGetValue(entry.LineId, out var project))
            {
                return LedgerVerdict.Refused("ledger.closed-project", new(
                    $"El documento {document.Folio} compromete {entry.Amount} en el proyecto {project}, que está cerrado y no admite más compromisos. Use una clave de un proyecto abierto.",
                    $"Document {document.Folio} commits {entry.Amount} in the project {project}, which is closed and takes no more commitments. Use a line of an open project."), i);
            }
        }

        return null;
    }
}
