using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>How an office writes its budget line keys, year by year.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="clock">Tells when.</param>
public sealed class KeyLayouts(Database database, TimeProvider clock)
{
    /// <summary>The layout of a year's keys: the office's own, or the one that all start with.</summary>
    /// <exception cref="RuleViolationException"><c>report.entity</c>: there is no such office.</exception>
    public BudgetKeyLayout Find(string entityCode, int year) => database.Read(session => BudgetLines.Layout(session, Entities.Required(session, entityCode), year));

    /// <summary>Sets it, while the year has no line.</summary>
    /// <exception cref="RuleViolationException"><c>report.entity</c>, or <c>budget.layout</c>: there are lines already.</exception>
    public void Set(string entityCode, int year, BudgetKeyLayout layout, string actor)
    {
        ArgumentNullException.ThrowIfNull(layout);
        database.Write(session =>
        {
            session.LockEntity(entityCode);
            BudgetLines.SetLayout(session, Entities.Required(session, entityCode), year, layout, actor, StoredMoment.Now(clock));
            return true;
        });
    }
}
