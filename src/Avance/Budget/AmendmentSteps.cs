namespace Avance.Budget;

/// <summary>What has to be there before a step of an amendment is taken.</summary>
[Flags]
public enum AmendmentNeeds
{
    /// <summary>Nothing but the will.</summary>
    None = 0,

    /// <summary>Every rule of amendments holds with the balances of that moment.</summary>
    Rules = 1,

    /// <summary>The number of the agreement that authorises it.</summary>
    Agreement = 2,

    /// <summary>The number of the treasury's letter.</summary>
    OfficeNumber = 4,

    /// <summary>A remark that says why.</summary>
    Remark = 8,
}

/// <summary>A step that an amendment may take.</summary>
/// <param name="From">From this state.</param>
/// <param name="To">To this one.</param>
/// <param name="Scope">Only for amendments of this scope; null for both.</param>
/// <param name="Role">Who takes it.</param>
/// <param name="Needs">What has to be there.</param>
public sealed record AmendmentStep(AmendmentState From, AmendmentState To, AmendmentScope? Scope, AmendmentRole Role, AmendmentNeeds Needs);

/// <summary>
/// The way of an amendment from draft to applied, as one table. Internal: requested, in review, authorised, applied. External:
/// the same, and sent to the treasury and approved by it between authorised and applied. What is applied is undone by reversal.
/// </summary>
public static class AmendmentSteps
{
    /// <summary>Every step there is, the usual one of each state first.</summary>
    public static IReadOnlyList<AmendmentStep> All { get; } =
    [
        new(AmendmentState.Draft, AmendmentState.Requested, null, AmendmentRole.Unit, AmendmentNeeds.Rules),
        new(AmendmentState.Draft, AmendmentState.Cancelled, null, AmendmentRole.Unit, AmendmentNeeds.Remark),
        new(AmendmentState.Requested, AmendmentState.InReview, null, AmendmentRole.BudgetOffice, AmendmentNeeds.None),
        new(AmendmentState.Requested, AmendmentState.Returned, null, AmendmentRole.BudgetOffice, AmendmentNeeds.Remark),
        new(AmendmentState.InReview, AmendmentState.Authorised, null, AmendmentRole.Authority, AmendmentNeeds.Rules | AmendmentNeeds.Agreement),
        new(AmendmentState.InReview, AmendmentState.Returned, null, AmendmentRole.BudgetOffice, AmendmentNeeds.Remark),
        new(AmendmentState.InReview, AmendmentState.Rejected, null, AmendmentRole.Authority, AmendmentNeeds.Remark),
        new(AmendmentState.Authorised, AmendmentState.Applied, AmendmentScope.Internal, AmendmentRole.BudgetOffice, AmendmentNeeds.Rules | AmendmentNeeds.Agreement),
        new(AmendmentState.Authorised, AmendmentState.Sent, AmendmentScope.External, AmendmentRole.BudgetOffice, AmendmentNeeds.Agreement),
        new(AmendmentState.Authorised, AmendmentState.Returned, AmendmentScope.Internal, AmendmentRole.BudgetOffice, AmendmentNeeds.Remark),
        new(AmendmentState.Sent, AmendmentState.Approved, AmendmentScope.External, AmendmentRole.Treasury, AmendmentNeeds.OfficeNumber),
        new(AmendmentState.Sent, AmendmentState.Returned, AmendmentScope.External, AmendmentRole.Treasury, AmendmentNeeds.Remark),
        new(AmendmentState.Sent, AmendmentState.Rejected, AmendmentScope.External, AmendmentRole.Treasury, AmendmentNeeds.Remark),
        new(AmendmentState.Approved, AmendmentState.Applied, AmendmentScope.External, AmendmentRole.BudgetOffice, AmendmentNeeds.Rules | AmendmentNeeds.Agreement | AmendmentNeeds.OfficeNumber),
        new(AmendmentState.Approved, AmendmentState.Returned, AmendmentScope.External, AmendmentRole.BudgetOffice, AmendmentNeeds.Remark),
        new(AmendmentState.Returned, AmendmentState.Requested, null, AmendmentRole.Unit, AmendmentNeeds.Rules),
        new(AmendmentState.Returned, AmendmentState.Rejected, null, AmendmentRole.Authority, AmendmentNeeds.Remark),
        new(AmendmentState.Applied, AmendmentState.Cancelled, null, AmendmentRole.Authority, AmendmentNeeds.Remark),
    ];

    /// <summary>The steps that an amendment of this scope may take from a state.</summary>
    public static IEnumerable<AmendmentStep> From(AmendmentState state, AmendmentScope scope) =>
        All.Where(step => step.From == state && (step.Scope is null || step.Scope == scope));

    /// <summary>The step between two states; null when there is none.</summary>
    public static AmendmentStep? Find(AmendmentState from, AmendmentState to, AmendmentScope scope) =>
        From(from, scope).FirstOrDefault(step => step.To == to);

    /// <summary>The states in the order in which an amendment of this scope comes to be applied, after draft.</summary>
    public static IReadOnlyList<AmendmentState> Usual(AmendmentScope scope) => scope == AmendmentScope.Internal
        ? [AmendmentState.Requested, AmendmentState.InReview, AmendmentState.Authorised, AmendmentState.Applied]
        : [AmendmentState.Requested, AmendmentState.InReview, AmendmentState.Authorised, AmendmentState.Sent, AmendmentState.Approved, AmendmentState.Applied];

    /// <summary>Everything that a step needs and is not there, beyond the rules that look at lines and targets.</summary>
    /// <param name="amendment">The amendment as it is.</param>
    /// <param name="step">The step.</param>
    /// <param name="remark">What the person says about it.</param>
    public static IReadOnlyList<AmendmentProblem> Missing(Amendment amendment, AmendmentStep step, string remark)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(step);
        var problems = new List<AmendmentProblem>();
        var isExternal = amendment.Scope == AmendmentScope.External;
        if (step.Needs.HasFlag(AmendmentNeeds.Agreement) && string.IsNullOrWhiteSpace(amendment.Agreement))
        {
            problems.Add(AmendmentProblem.OfHeader(
                isExternal ? "AVP-053" : "amendment.agreement",
                new("Falta el número del acuerdo que autoriza la adecuación.", "The number of the agreement that authorises the amendment is missing."),
                new("Anote el número del acuerdo, como IEPC/JGE-A/005/2023.", "Write the number of the agreement, as IEPC/JGE-A/005/2023.")));
        }

        if (step.Needs.HasFlag(AmendmentNeeds.OfficeNumber) && string.IsNullOrWhiteSpace(amendment.OfficeNumber))
        {
            problems.Add(AmendmentProblem.OfHeader(
                "AVP-053",
                new("Falta el número del oficio de Hacienda, que toda adecuación externa lleva.", "The number of the treasury's letter, which every external amendment bears, is missing."),
                new("Anote el número del oficio de autorización.", "Write the number of the letter that authorises it.")));
        }

        if (step.Needs.HasFlag(AmendmentNeeds.Remark) && string.IsNullOrWhiteSpace(remark))
        {
            problems.Add(AmendmentProblem.OfHeader(
                "amendment.remark",
                new($"Falta decir por qué la adecuación pasa a «{step.To.DisplayName().Spanish}».", $"Why the amendment becomes «{step.To.DisplayName().English}» is not said."),
                new("Escriba el motivo; queda en la bitácora.", "Write the reason; the journal keeps it.")));
        }

        return problems;
    }
}
