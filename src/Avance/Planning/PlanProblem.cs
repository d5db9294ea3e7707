namespace Avance.Planning;

/// <summary>What a problem of the plan stands in the way of.</summary>
public enum PlanGravity
{
    /// <summary>Nothing: worth a look.</summary>
    Warning,

    /// <summary>Approving the plan; a draft may be kept with it.</summary>
    BlocksApproval,

    /// <summary>Keeping what was typed: it could not be understood later.</summary>
    BlocksSaving,
}

/// <summary>
/// Something in a plan that does not hold together. Where it was read from a file, <see cref="At"/> tells so.
/// </summary>
/// <param name="RuleId">The rule, such as <c>AVP-046</c>, or <c>plan.…</c> for what no rule of the catalogue says.</param>
/// <param name="Gravity">What it stands in the way of.</param>
/// <param name="Field">The field to mend, as in <see cref="PlanField"/>; empty when it is no single one.</param>
/// <param name="Subject">What it is about: a unit, a project, an indicator.</param>
/// <param name="Message">What does not hold together.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record PlanProblem(string RuleId, PlanGravity Gravity, string Field, LocalizedText Subject, LocalizedText Message, LocalizedText Remedy)
{
    /// <summary>The project that it is about, when it is about one.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The indicator that it is about, when it is about one.</summary>
    public Guid? IndicatorId { get; init; }

    /// <summary>Whether what was typed cannot be kept.</summary>
    public bool BlocksSaving => Gravity == PlanGravity.BlocksSaving;

    /// <summary>Whether the plan cannot be approved as it is.</summary>
    public bool BlocksApproval => Gravity != PlanGravity.Warning;

    /// <summary>The same as a problem of a file, at the place where it was read.</summary>
    public Problem At(SourcePlace place, int column, string excerpt) => new(RuleId, place, column, excerpt, Message, Remedy);
}

/// <summary>Names of the fields that problems point at. Forms and files bear the same names.</summary>
public static class PlanField
{
    /// <summary>Key or code.</summary>
    public const string Key = "clave";

    /// <summary>Name.</summary>
    public const string Name = "nombre";

    /// <summary>Unit that a unit belongs to.</summary>
    public const string Parent = "depende_de";

    /// <summary>Responsible unit.</summary>
    public const string Unit = "unidad";

    /// <summary>Budget programme.</summary>
    public const string Programme = "programa";

    /// <summary>Subfunction.</summary>
    public const string Subfunction = "subfuncion";

    /// <summary>SDG targets.</summary>
    public const string Sdg = "ods";

    /// <summary>Alignment to a plan.</summary>
    public const string Alignment = "alineacion";

    /// <summary>Women of the population served.</summary>
    public const string Women = "poblacion_mujeres";

    /// <summary>Men of the population served.</summary>
    public const string Men = "poblacion_hombres";

    /// <summary>Level of the results framework.</summary>
    public const string Level = "nivel";

    /// <summary>Unit of measure.</summary>
    public const string UnitOfMeasure = "unidad_medida";

    /// <summary>Baseline.</summary>
    public const string Baseline = "linea_base";

    /// <summary>Fulfilment formula.</summary>
    public const string Formula = "formula";

    /// <summary>Annual target.</summary>
    public const string Annual = "meta_anual";

    /// <summary>Calendar.</summary>
    public const string Calendar = "calendario";
}
