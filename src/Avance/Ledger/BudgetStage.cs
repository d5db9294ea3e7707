namespace Avance.Ledger;

/// <summary>
/// The stages of spending (<em>momentos contables del gasto</em>, LGCG arts. 4 and 38) as the ledger keeps them. The revised
/// budget is no stage of its own: it is approved plus increases minus decreases. Numbers are stored; they never change.
/// </summary>
public enum BudgetStage
{
    /// <summary>Approved by decree (<em>aprobado</em>).</summary>
    Approved = 1,

    /// <summary>Added by an amendment (<em>ampliación</em>).</summary>
    Increase = 2,

    /// <summary>Taken away by an amendment (<em>reducción</em>), as a positive amount.</summary>
    Decrease = 3,

    /// <summary>Promised to third parties by a contract or order (<em>comprometido</em>).</summary>
    Committed = 4,

    /// <summary>Owed because goods or services were received (<em>devengado</em>).</summary>
    Accrued = 5,

    /// <summary>Authorised for payment (<em>ejercido</em>).</summary>
    PaymentOrdered = 6,

    /// <summary>Paid (<em>pagado</em>).</summary>
    Paid = 7,
}

/// <summary>What an entry of the target ledger says of its indicator. Numbers are stored; they never change.</summary>
public enum TargetStage
{
    /// <summary>Programmed when the plan was approved (<em>meta programada</em>).</summary>
    Original = 1,

    /// <summary>Changed by an authorised target amendment, up or down (<em>adecuación programática</em>).</summary>
    Amendment = 2,

    /// <summary>Achieved in the month (<em>meta alcanzada</em>).</summary>
    Achieved = 3,

    /// <summary>The denominator of what was achieved in the month, where it is not what was programmed.</summary>
    Denominator = 4,
}
