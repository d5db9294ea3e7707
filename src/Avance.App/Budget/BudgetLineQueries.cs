using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>Reads which lines a year's budget has, and how their keys are made.</summary>
public sealed class BudgetLineQueries(Database database)
{
    /// <summary>Every line of a year in the order of their keys, with the layout of the keys; no lines when there is no such office or year.</summary>
    public (BudgetKeyLayout Layout, IReadOnlyList<BudgetLine> Lines) Find(string entityCode, int year) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity
            ? (BudgetLines.Layout(session, entity, year), [.. BudgetLines.Load(session, entity, year).Values])
            : (BudgetKeyLayout.Default, (IReadOnlyList<BudgetLine>)[]));
}
