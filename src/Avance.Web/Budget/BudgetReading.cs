using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.Budget;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Budget;

/// <summary>The budget of one office's year, as somebody reads it at one moment.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Point">At which moment.</param>
/// <param name="Book">The lines, what they hold, and their names.</param>
public sealed record BudgetReading(YearRequest Request, BudgetPoint Point, BudgetBook Book)
{
    /// <summary>Name of the office.</summary>
    public string Owner => Book.Plan.Entity.Name;

    /// <summary>Names of what entries move.</summary>
    public LedgerWords Names => new(Request, Book.Lines, Book.Plan);

    /// <summary>The grouping to show when none is asked for: by chapter where keys have an object of expenditure.</summary>
    public BudgetGrouping DefaultGrouping => Grouping("chapter") ?? Book.Groupings[0];

    /// <summary>The grouping with that name; null when there is none.</summary>
    public BudgetGrouping? Grouping(string code) => Book.Groupings.FirstOrDefault(g => g.Code == code);

    /// <summary>A page of this year that is read at the same moment.</summary>
    public string To(string page, params IEnumerable<(string Name, string? Value)> query) => Request.To(page, Words.Query([.. query, .. Point.Query]));

    /// <summary>Reads the budget at the moment that the query asks for, or says why there is nothing to show.</summary>
    internal static (BudgetReading? Reading, IResult? Refusal) Read(YearRequest request) =>
        BudgetPoint.Read(request, out var problem) is not { } point ? (null, ErrorPages.BadRequest(request.Site, problem!, request.To("/budget")))
        : request.Get<BudgetQueries>().Find(request.Entity, request.Year, point.AsOf) is not { Lines.Count: > 0 } book ? (null, Missing(request))
        : (new(request, point, book), null);

    /// <summary>Says that the office has no budget on record for the year.</summary>
    internal static IResult Missing(YearRequest request) => ErrorPages.NotFound(request.Site, new(
        $"No hay presupuesto registrado de «{request.Entity}» para {request.Year}.",
        $"No budget of “{request.Entity}” is on record for {request.Year}."));

    /// <summary>Names of what the year's documents move, without adding anything up.</summary>
    internal static LedgerWords NamesOf(YearRequest request) =>
        new(request, request.Get<BudgetQueries>().Lines(request.Entity, request.Year), request.Get<PlanQueries>().Find(request.Entity, request.Year));

    /// <summary>How many documents the year has.</summary>
    internal static long Documents(YearRequest request) => request.Get<LedgerQueries>().Revision(request.Entity, request.Year);
}
