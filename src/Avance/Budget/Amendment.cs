using System.Globalization;

namespace Avance.Budget;

/// <summary>
/// An amendment of the budget (<em>adecuación presupuestaria</em>) with its target amendment (<em>adecuación programática</em>).
/// It may be edited until it is asked for; once applied it never changes, and is only undone by reversal.
/// </summary>
public sealed record Amendment
{
    /// <summary>Its identity, ordered by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>Number by entity and year in the order in which amendments were written, from 1; 0 before it is stored.</summary>
    public int Number { get; init; }

    /// <summary>Folio by entity and year without gaps, <c>AP-2023-0001</c>; null until it is asked for.</summary>
    public string? Folio { get; init; }

    /// <summary>How far it has come.</summary>
    public AmendmentState State { get; init; }

    /// <summary>What it does.</summary>
    public required AmendmentType Type { get; init; }

    /// <summary>Who has to authorise it.</summary>
    public AmendmentScope Scope { get; init; }

    /// <summary>The day from which it counts; null until somebody says.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Code of the responsible unit that asks.</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>Number of the agreement that authorises it: <c>IEPC/JGE-A/005/2023</c>.</summary>
    public string Agreement { get; init; } = "";

    /// <summary>Number of the treasury's letter, when external.</summary>
    public string OfficeNumber { get; init; } = "";

    /// <summary>The law that allows it.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Why it is needed.</summary>
    public string Justification { get; init; } = "";

    /// <summary>Where the money of a net increase comes from (LDF art. 8).</summary>
    public string IncomeSource { get; init; } = "";

    /// <summary>What allows to move money into or out of chapter 1000, personal services (LDF art. 10).</summary>
    public string SpecialAuthority { get; init; } = "";

    /// <summary>Why targets do not change, in words, when they do not.</summary>
    public string TargetsUnchanged { get; init; } = "";

    /// <summary>Money that it moves, in the order in which people wrote it.</summary>
    public IReadOnlyList<AmendmentLine> Lines { get; init; } = [];

    /// <summary>Targets that it changes, in the order in which people wrote them.</summary>
    public IReadOnlyList<AmendmentTarget> Targets { get; init; } = [];

    /// <summary>1 when first saved, one more with each change: two people cannot overwrite each other.</summary>
    public int Version { get; init; }

    /// <summary>Whether its text, lines and targets may still be edited.</summary>
    public bool IsEditable => State is AmendmentState.Draft or AmendmentState.Returned;

    /// <summary>What its lines add, as a positive amount.</summary>
    public Money Increases => Sum(static a => !a.IsNegative);

    /// <summary>What its lines take, as a positive amount.</summary>
    public Money Decreases => -Sum(static a => a.IsNegative);

    /// <summary>How people name it: by its folio, and by <c>BORR-2023-0003</c> until it has one.</summary>
    public string Reference => Folio ?? string.Create(CultureInfo.InvariantCulture, $"BORR-{Year}-{Number:0000}");

    private Money Sum(Func<Money, bool> counts)
    {
        var sum = Money.Zero;
        foreach (var line in Lines)
        {
            sum += counts(line.Amount) ? line.Amount : Money.Zero;
        }

        return sum;
    }
}

/// <summary>Money of one budget line and month that an amendment adds or takes.</summary>
/// <param name="LineKey">Key of the budget line: <c>06-R101-A008-21101-1-16</c>. It may be new.</param>
/// <param name="Month">Month of the budget's calendar, 1 to 12.</param>
/// <param name="Amount">Positive to add, negative to take.</param>
public sealed record AmendmentLine(string LineKey, int Month, Money Amount);

/// <summary>Units of an indicator and month that an amendment adds to its target or takes from it.</summary>
/// <param name="UnitCode">Responsible unit of the project.</param>
/// <param name="ProjectKey">Printed key of the project, which is unique within its unit.</param>
/// <param name="Indicator">Position of the indicator within the project, from 1.</param>
/// <param name="Month">Month of the target's calendar, 1 to 12.</param>
/// <param name="Quantity">Positive to add, negative to take; four decimals at most.</param>
public sealed record AmendmentTarget(string UnitCode, string ProjectKey, int Indicator, int Month, decimal Quantity);
