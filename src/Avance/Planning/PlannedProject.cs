namespace Avance.Planning;

/// <summary>What a project spends on. Numbers are stored; they never change.</summary>
public enum ProjectType
{
    /// <summary>Running the office (<em>gasto corriente</em>).</summary>
    Current = 1,

    /// <summary>Investment (<em>inversión</em>).</summary>
    Investment = 2,
}

/// <summary>Whom a project serves. Numbers are stored; they never change.</summary>
public enum BeneficiaryType
{
    /// <summary>The office's own staff (<em>interno</em>).</summary>
    Internal = 1,

    /// <summary>People outside the office (<em>externo</em>).</summary>
    External = 2,
}

/// <summary>
/// A project of the annual plan. Its identity is <see cref="Id"/>; people name it by unit and key, because printed keys
/// repeat from one unit to another.
/// </summary>
public sealed record PlannedProject
{
    /// <summary>Its identity, for as long as the year exists.</summary>
    public required Guid Id { get; init; }

    /// <summary>Place in the printed order, from 1; 0 asks for the next free place.</summary>
    public int Position { get; init; }

    /// <summary>Printed key: <c>A008</c>. Unique within its unit (AVP-010).</summary>
    public required string Key { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the responsible unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Code of the budget programme; empty while it has none.</summary>
    public string ProgrammeCode { get; init; } = "";

    /// <summary>Current or investment.</summary>
    public ProjectType Type { get; init; } = ProjectType.Current;

    /// <summary>Code in the functional classification, third level: <c>1.3.6</c>; empty while it has none.</summary>
    public string Subfunction { get; init; } = "";

    /// <summary>Targets of the Sustainable Development Goals, the primary one first.</summary>
    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>The objective of the state or sector plan that it serves; empty when it serves none.</summary>
    public string PlanAlignment { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Objective { get; init; } = "";

    /// <summary>Municipality, or a literal such as «Cobertura Estatal».</summary>
    public string Municipality { get; init; } = "";

    /// <summary>Locality, or a literal.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Whom it serves.</summary>
    public BeneficiaryType BeneficiaryType { get; init; } = BeneficiaryType.External;

    /// <summary>
    /// How the people served in each quarter make those of the year: added up, the most of any quarter, or the last count, for
    /// projects that count everybody anew each time.
    /// </summary>
    public AccumulationRule BeneficiaryAccumulation { get; init; } = AccumulationRule.Last;

    /// <summary>Women that it means to serve; null when not told.</summary>
    public long? PopulationWomen { get; init; }

    /// <summary>Men that it means to serve; null when not told.</summary>
    public long? PopulationMen { get; init; }

    /// <summary>Its indicators, in order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Whether it was added after the plan was approved; its original targets are then zero.</summary>
    public bool AddedByAmendment { get; init; }

    /// <summary>Whether it was closed before the year's end; it takes no new commitments.</summary>
    public bool Closed { get; init; }

    /// <summary>The plan's version in which it last changed, so that two people cannot overwrite each other; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>Unit and key as people write them: <c>06/A008</c>.</summary>
    public string Address => $"{UnitCode}/{Key}";

    /// <summary>Women and men; null when either is not told.</summary>
    public long? Population => PopulationWomen + PopulationMen;
}
