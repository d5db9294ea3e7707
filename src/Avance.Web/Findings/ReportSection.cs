namespace Avance.Web.Findings;

/// <summary>The pages of a report that its navigation offers.</summary>
public enum ReportSection
{
    /// <summary>None of them: a page below.</summary>
    Other,

    /// <summary>The board.</summary>
    Board,

    /// <summary>The official layout.</summary>
    Report,

    /// <summary>What the rules found.</summary>
    Findings,

    /// <summary>The Sustainable Development Goals.</summary>
    Sdg,

    /// <summary>Where the report came from, and its versions.</summary>
    Versions,
}
