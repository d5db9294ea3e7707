using Avance.App.Budget;
using Avance.Budget;
using Avance.Documents.Planning;
using Avance.Ledger;

namespace Avance.Web.Budget;

/// <summary>The approved budget of a project as its cover sheet shows it.</summary>
public static class ProjectBudget
{
    /// <summary>By chapter and month; nothing when the project has no approved budget.</summary>
    /// <param name="book">The office's budget; null when there is none.</param>
    /// <param name="project">The project.</param>
    /// <param name="language">Language of the chapters' names.</param>
    public static IReadOnlyList<ChapterBudget> Of(BudgetBook? book, Guid project, Language language)
    {
        if (book?.Groupings.FirstOrDefault(g => g.Code == "chapter") is not { } chapters)
        {
            return [];
        }

        var table = BudgetTable.Of(book.Plan, chapters, book.Lines.Where(line => line.ProjectId == project), book.Balances);
        return [.. table.Rows
            .Where(row => row.Balance.Has(BudgetStage.Approved))
            .Select(row => new ChapterBudget(row.Code, row.Name.In(language), [.. Enumerable.Range(1, 12).Select(month => (Money?)row.Balance[BudgetStage.Approved, month])]))];
    }
}
