namespace Avance.Web.Budget;

/// <summary>The pages about a year's budget that its navigation offers.</summary>
public enum BudgetSection
{
    /// <summary>None of them: a page below.</summary>
    Other,

    /// <summary>The budget by a classification.</summary>
    Budget,

    /// <summary>The entries.</summary>
    Entries,

    /// <summary>The documents.</summary>
    Documents,

    /// <summary>The amendments.</summary>
    Amendments,
}
