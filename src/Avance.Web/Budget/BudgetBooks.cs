using System.Text.Json;
using Avance.App.Budget;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Budget;

/// <summary>Reads what the pages of a budget show, or says why there is nothing to show.</summary>
internal static class BudgetBooks
{
    /// <summary>The budget at the moment that the query asks for.</summary>
    public static (BudgetBook? Book, IResult? Refusal) Read(YearRequest request)
    {
        if (BudgetPoint.Read(request, out var problem) is not { } point)
        {
            return (null, ErrorPages.BadRequest(request.Site, problem!, request.To("/budget")));
        }

        var (layout, lines) = request.Get<BudgetLineQueries>().Find(request.Entity, request.Year);
        return lines.Count == 0
            ? (null, Missing(request))
            : (new(request, point, layout, lines, request.Get<LedgerQueries>().Balances(request.Entity, request.Year, point.AsOf), request.Get<PlanQueries>().Find(request.Entity, request.Year)), null);
    }

    /// <summary>Says that the office has no budget on record for the year.</summary>
    public static IResult Missing(YearRequest request) => ErrorPages.NotFound(request.Site, new(
        $"No hay presupuesto registrado de «{request.Entity}» para {request.Year}.",
        $"No budget of “{request.Entity}” is on record for {request.Year}."));

    /// <summary>Names of what the year's documents move.</summary>
    public static LedgerWords Names(YearRequest request) =>
        new(request, request.Get<BudgetLineQueries>().Find(request.Entity, request.Year).Lines, request.Get<PlanQueries>().Find(request.Entity, request.Year));

    /// <summary>Whether a record of the journal answers for a document.</summary>
    public static bool Covers(JournalRecord record, int year, long sequence)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Action != LedgerQueries.PostedAction)
        {
            return false;
        }

        using var value = JsonDocument.Parse(record.NewValue);
        var root = value.RootElement;
        return root.GetProperty("year").GetInt32() == year && sequence >= root.GetProperty("first").GetInt64() && sequence <= root.GetProperty("last").GetInt64();
    }
}
