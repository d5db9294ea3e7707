using Avance.Findings;
using Avance.Planning;

namespace Avance.Capture;

/// <summary>What the cells of a sheet say, read.</summary>
/// <param name="Projects">The unit's projects, in the plan's order.</param>
/// <param name="Problems">Whatever cannot be read, or is still missing.</param>
public sealed record SheetContent(IReadOnlyList<ProjectCapture> Projects, IReadOnlyList<CellProblem> Problems);

/// <summary>What was captured of a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Indicators">Its indicators, in order.</param>
/// <param name="Places">Rows of people served that say anything, in order.</param>
/// <param name="Explanation">Why its figures are as they are.</param>
public sealed record ProjectCapture(PlannedProject Project, IReadOnlyList<IndicatorCapture> Indicators, IReadOnlyList<PlaceCapture> Places, CapturedExplanation Explanation)
{
    /// <summary>Women of all rows; null when none tells them.</summary>
    public long? Women => Sum(static p => p.Women);

    /// <summary>Men of all rows; null when none tells them.</summary>
    public long? Men => Sum(static p => p.Men);

    private long? Sum(Func<PlaceCapture, long?> count)
    {
        var told = Places.Select(count).Where(static c => c is not null).ToList();
        return told.Count == 0 ? null : told.Sum();
    }
}

/// <summary>What was captured of an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Achieved">Units achieved in the quarter; null when not told.</param>
/// <param name="Denominator">The denominator of the quarter; null when it is what was programmed.</param>
public sealed record IndicatorCapture(Indicator Indicator, decimal? Achieved, decimal? Denominator);

/// <summary>People served in a place.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Municipality">Municipality by its name, or a literal; that of the plan when left blank.</param>
/// <param name="Locality">Locality, or a literal; that of the plan when left blank.</param>
/// <param name="Women">Women; null when not told.</param>
/// <param name="Men">Men; null when not told.</param>
public sealed record PlaceCapture(int Row, string Municipality, string Locality, long? Women, long? Men);

/// <summary>An explanation in its three parts.</summary>
/// <param name="Cause">Why the figures part from the programme.</param>
/// <param name="Effect">What that does.</param>
/// <param name="OtherReasons">Whatever else.</param>
public sealed record CapturedExplanation(string Cause, string Effect, string OtherReasons)
{
    /// <summary>Whether nothing was written.</summary>
    public bool IsBlank => Cause.Length + Effect.Length + OtherReasons.Length == 0;

    /// <summary>Whether it says both why and what follows (AVP-041).</summary>
    public bool IsComplete => Cause.Length > 0 && Effect.Length > 0;

    /// <summary>The three parts as the report prints them: one text.</summary>
    public string Text => string.Join(' ', new[] { Cause, Effect, OtherReasons }.Where(static part => part.Length > 0).Select(static part => part[^1] is '.' or '!' or '?' or '…' ? part : part + "."));
}

/// <summary>Something wrong with a cell, or missing in it.</summary>
/// <param name="Address">Where.</param>
/// <param name="RuleId">The rule that it breaks, or <c>capture.missing</c>, <c>capture.figure</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Text">What, and how to mend it.</param>
public sealed record CellProblem(CellAddress Address, string RuleId, Severity Severity, LocalizedText Text);
