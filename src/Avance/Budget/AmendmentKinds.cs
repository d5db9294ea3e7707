namespace Avance.Budget;

/// <summary>What an amendment of the budget does, and so how its lines must balance. Codes are stored; see <see cref="AmendmentWords"/>.</summary>
public enum AmendmentType
{
    /// <summary>Adds money to the entity (<em>ampliación líquida</em>): every line adds, and a source of income pays (LDF art. 8).</summary>
    NetIncrease,

    /// <summary>Takes money from the entity (<em>reducción líquida</em>): every line takes.</summary>
    NetDecrease,

    /// <summary>Moves money between budget lines (<em>traspaso compensado</em>): the lines add up to zero.</summary>
    Transfer,

    /// <summary>Moves money between months of a line (<em>recalendarización</em>): each line adds up to zero.</summary>
    Rescheduling,

    /// <summary>Moves a project's money to another one, to start or end one (<em>reclasificación, alta o baja</em>): the lines add up to zero.</summary>
    Reclassification,

    /// <summary>Takes out what will not be spent and closes the projects that it names (<em>cierre</em>): every line takes.</summary>
    Closing,
}

/// <summary>Who has to authorise an amendment.</summary>
public enum AmendmentScope
{
    /// <summary>The entity itself.</summary>
    Internal,

    /// <summary>The treasury or the congress, beyond the entity.</summary>
    External,
}

/// <summary>How far an amendment has come. Only <see cref="Applied"/> moves figures.</summary>
public enum AmendmentState
{
    /// <summary>Being written (<em>borrador</em>).</summary>
    Draft,

    /// <summary>Asked for by its unit (<em>solicitada</em>): has its folio.</summary>
    Requested,

    /// <summary>With the budget office (<em>en revisión</em>).</summary>
    InReview,

    /// <summary>Authorised by the entity (<em>autorizada</em>).</summary>
    Authorised,

    /// <summary>With the treasury (<em>enviada</em>); external ones only.</summary>
    Sent,

    /// <summary>Authorised by the treasury (<em>aprobada</em>); external ones only.</summary>
    Approved,

    /// <summary>Sent back to be mended (<em>devuelta</em>): may be edited again.</summary>
    Returned,

    /// <summary>Refused for good (<em>rechazada</em>).</summary>
    Rejected,

    /// <summary>Its money and targets moved (<em>aplicada</em>).</summary>
    Applied,

    /// <summary>Given up before it was asked for, or undone by reversal after it was applied (<em>cancelada</em>).</summary>
    Cancelled,
}

/// <summary>Who takes a step of an amendment.</summary>
public enum AmendmentRole
{
    /// <summary>The responsible unit that asks.</summary>
    Unit,

    /// <summary>The budget office of the entity.</summary>
    BudgetOffice,

    /// <summary>Whoever may authorise in the entity.</summary>
    Authority,

    /// <summary>The treasury, or the congress.</summary>
    Treasury,
}
