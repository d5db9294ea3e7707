using Avance.Ledger;

namespace Avance.Budget;

/// <summary>
/// What an amendment does to the ledger when it is applied. It only ever increases, decreases and amends: there is no way for
/// it to touch an approved amount or an original target (AVP-044, AVP-045).
/// </summary>
public static class AmendmentPosting
{
    /// <summary>The document that applies an amendment.</summary>
    /// <param name="amendment">An amendment with folio and effective day, of which <see cref="AmendmentRules"/> has nothing to say.</param>
    /// <param name="id">Identity of the document.</param>
    /// <param name="lineIds">Identity of each line that it names, by key.</param>
    /// <param name="context">What it was judged against.</param>
    /// <param name="source">The system that it comes from; this program's own by default.</param>
    /// <param name="isThirdParty">Whether its figures are someone else's, taken as they are.</param>
    /// <exception cref="InvalidOperationException">It has no folio or effective day.</exception>
    public static LedgerDocument Document(Amendment amendment, Guid id, IReadOnlyDictionary<string, Guid> lineIds, AmendmentContext context, string source = LedgerDocument.OwnSource, bool isThirdParty = false)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(lineIds);
        ArgumentNullException.ThrowIfNull(context);
        if (amendment.Folio is not { } folio || amendment.EffectiveOn is not { } day)
        {
            throw new InvalidOperationException("Only an amendment with folio and effective day can be posted.");
        }

        return new()
        {
            Id = id,
            Kind = DocumentKind.Amendment,
            Folio = folio,
            Source = source,
            SourceDocumentId = folio,
            ThirdParty = isThirdParty,
            EffectiveOn = day,
            Description = amendment.Justification,
            Authority = amendment.Agreement,
            Entries = [.. amendment.Lines.Select(line => Entry(line, lineIds[line.LineKey]))],
            Targets = [.. amendment.Targets.Select(target => Entry(target, context))],
        };
    }

    /// <summary>What each line that the amendment names, and that may be used, would hold after it, by key.</summary>
    public static IReadOnlyDictionary<string, LineBalance> BalancesAfter(Amendment amendment, AmendmentContext context)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(context);
        var after = new Dictionary<string, LineBalance>();
        foreach (var line in amendment.Lines)
        {
            if (line.Month is < 1 or > 12 || !context.Lines.TryGetValue(line.LineKey, out var known))
            {
                continue;
            }

            if (!after.TryGetValue(line.LineKey, out var balance))
            {
                balance = new LineBalance();
                balance.Add(known.Balance);
                after.Add(line.LineKey, balance);
            }

            var entry = Entry(line, Guid.Empty);
            balance.Add(entry.Stage, entry.Month, entry.Amount);
        }

        return after;
    }

    private static BudgetEntry Entry(AmendmentLine line, Guid id) =>
        new(id, line.Month, line.Amount.IsNegative ? BudgetStage.Decrease : BudgetStage.Increase, line.Amount.Magnitude);

    private static TargetEntry Entry(AmendmentTarget target, AmendmentContext context) =>
        new(context.Indicators[new(target.UnitCode, target.ProjectKey, target.Indicator)].Id, target.Month, TargetStage.Amendment, target.Quantity);
}
