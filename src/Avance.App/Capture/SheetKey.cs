using System.Globalization;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>Which sheet: the key of its rows.</summary>
/// <param name="Entity">The office.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Unit">The unit's code.</param>
internal readonly record struct SheetKey(Guid Entity, FiscalPeriod Period, string Unit)
{
    /// <summary>The four columns that lead the rows of a sheet, in the order of <see cref="Values"/>.</summary>
    public const string Columns = "entity_id, fiscal_year, quarter, unit_code";

    /// <summary>The condition that names one sheet, with the parameters of <see cref="Values"/>.</summary>
    public const string Where = "entity_id = $1 AND fiscal_year = $2 AND quarter = $3 AND unit_code = $4";

    /// <summary>The values of <see cref="Columns"/>, and others after them.</summary>
    public object?[] Values(params object?[] others) => [Entity, Period.Year, Period.Quarter, Unit, .. others];

    /// <summary>Adds a record of something done with this sheet.</summary>
    public void Journal(Session session, DateTimeOffset at, string actor, string action, string before, string after) =>
        JournalChain.Append(session, Entity, at, actor, action, Subject, before, after);

    /// <summary>The sheet as the journal names it.</summary>
    public string Subject => SubjectOf(Period.Year, Period.Quarter, Unit);

    /// <summary>The same from a row, which somebody may have tampered with: any quarter can be named.</summary>
    public static string SubjectOf(int year, int quarter, string unit) => string.Create(CultureInfo.InvariantCulture, $"sheet {year}-Q{quarter}/{unit}");
}
