namespace Avance.Planning;

/// <summary>Where the plan of a year stands. Names are stored in lower case; they never change.</summary>
public enum PlanState
{
    /// <summary>Being written: plan and approved budget may be edited.</summary>
    Draft,

    /// <summary>Approved: what it says is frozen, and nothing is spent yet.</summary>
    Approved,

    /// <summary>Being carried out: movements are posted and amendments applied.</summary>
    Open,

    /// <summary>Over: nothing changes any more.</summary>
    Closed,
}

/// <summary>A fiscal year of an office (<em>ejercicio fiscal</em>) as planning keeps it.</summary>
/// <param name="Year">The year, four digits.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ClosedThrough">The last month closed to movements, 0 while none is.</param>
/// <param name="Version">
/// Counts the changes of the year and of every row of its plan; each row bears the count at its own last change.
/// </param>
public sealed record FiscalYear(int Year, PlanState State, int ClosedThrough, int Version)
{
    /// <summary>The first year that can be planned.</summary>
    public const int First = 2000;

    /// <summary>The last year that can be planned.</summary>
    public const int Last = 2100;

    /// <summary>
    /// The office's key in the administrative classification, such as <c>2.1.1.1.4</c>; empty when it was not told.
    /// </summary>
    public string AdministrativeCode { get; init; } = "";

    /// <summary>Whether the office belongs to the federation, the only one with armed forces (AVP-061).</summary>
    public bool IsFederal => AdministrativeCode.StartsWith('1');

    /// <summary>Whether a month takes no movements any more.</summary>
    public bool IsMonthClosed(int month) => State == PlanState.Closed || month <= ClosedThrough;
}

/// <summary>The states of a plan in words.</summary>
public static class PlanStates
{
    /// <summary>The state as people say it.</summary>
    public static LocalizedText Name(this PlanState state) => state switch
    {
        PlanState.Draft => new("en borrador", "draft"),
        PlanState.Approved => new("aprobado", "approved"),
        PlanState.Open => new("abierto", "open"),
        _ => new("cerrado", "closed"),
    };
}
