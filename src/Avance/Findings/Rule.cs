using Avance.Progress;

namespace Avance.Findings;

/// <summary>Where a rule does its work.</summary>
public enum RuleApplication
{
    /// <summary>It checks a report that was read.</summary>
    Report,

    /// <summary>Reading enforces it: a file that breaks it is refused with a <see cref="Problem"/> that bears its id.</summary>
    Import,

    /// <summary>It waits for data that published reports do not carry; <see cref="Rule.Requires"/> says which.</summary>
    AwaitsData,

    /// <summary>It looks at what an office does, not at what it reports: an amendment of the budget that breaks it is stopped.</summary>
    Amendment,

    /// <summary>It looks at an office's plan while it is written.</summary>
    Plan,

    /// <summary>It looks at what units capture and who signs it: a step that breaks it is stopped.</summary>
    Capture,

    /// <summary>The ledger keeps it: a document that would break it is refused, or the figures cannot break it.</summary>
    Ledger,
}

/// <summary>
/// A rule of the catalogue: what must hold in a report, why, and what to do when it does not. A rule that misses a figure
/// says nothing: absent is not zero.
/// </summary>
/// <param name="id">Its id: <c>AVP-011</c>.</param>
/// <param name="severity">How much a finding of it weighs.</param>
public abstract class Rule(string id, Severity severity)
{
    /// <summary>The rule's id: <c>AVP-011</c>. Ids are stable and never reused.</summary>
    public string Id { get; } = id;

    /// <summary>How much its findings weigh.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>What is wrong, in a few words.</summary>
    public abstract LocalizedText Title { get; }

    /// <summary>When exactly it speaks.</summary>
    public abstract LocalizedText Condition { get; }

    /// <summary>What to do about it.</summary>
    public abstract LocalizedText Remedy { get; }

    /// <summary>Why it matters: the law or the practice behind it.</summary>
    public abstract LocalizedText Reason { get; }

    /// <summary>Data beyond the report itself that it needs; null when the report is enough.</summary>
    public virtual LocalizedText? Requires => null;

    /// <summary>How an office that works here is held to it; null when it only looks at reports.</summary>
    public virtual LocalizedText? Kept => Application == RuleApplication.Amendment ? new("Detiene la adecuación que no la cumple.", "It stops an amendment that breaks it.") : null;

    /// <summary>Where it does its work.</summary>
    public virtual RuleApplication Application => RuleApplication.Report;

    /// <summary>Everything that breaks the rule, in the order of the report.</summary>
    public abstract IEnumerable<Finding> Check(CheckContext context);

    /// <summary>A finding about the report or a heading of it.</summary>
    private protected Finding About(LocalizedText subject, LocalizedText message, params FindingFigure[] figures) =>
        About(subject, [], null, message, figures);

    /// <summary>A finding about one project.</summary>
    private protected Finding About(ReportProject project, LocalizedText message, params FindingFigure[] figures) =>
        About(Same(Name(project)), [project], null, message, figures);

    /// <summary>A finding about several projects, in the order that the message names them.</summary>
    private protected Finding About(IReadOnlyList<ReportProject> projects, LocalizedText message, params FindingFigure[] figures) =>
        About(Wording.List(projects.Select(Name)), projects, null, message, figures);

    /// <summary>A finding about one target.</summary>
    private protected Finding About(TargetRow row, LocalizedText message, params FindingFigure[] figures) =>
        About(
            new($"{Name(row.Project)}, meta {row.Number}", $"{Name(row.Project)}, target {row.Number}"),
            [row.Project], row.Number, message, figures);

    /// <summary>A finding about anything.</summary>
    private protected Finding About(
        LocalizedText subject,
        IReadOnlyList<ReportProject> projects,
        int? target,
        LocalizedText message,
        params FindingFigure[] figures)
    {
        var numbers = new int[projects.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = projects[i].Number;
        }

        return new Finding
        {
            RuleId = Id,
            Severity = Severity,
            Subject = subject,
            Keys = [.. projects.Select(p => p.Key).Distinct()],
            ProjectNumbers = numbers,
            TargetNumber = target,
            Message = message,
            Remedy = Remedy,
            Figures = figures,
        };
    }

    /// <summary>A project as people tell it from another with the same key: <c>A008 (11)</c>.</summary>
    private protected static string Name(ReportProject project) => $"{project.Key} ({project.Number})";

    /// <summary>A text that reads the same in both languages.</summary>
    private protected static LocalizedText Same(string text) => new(text, text);
}

/// <summary>A rule that looks at one project at a time.</summary>
internal abstract class ProjectRule(string id, Severity severity) : Rule(id, severity)
{
    public sealed override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var project in context.Facts.Projects)
        {
            if (CheckProject(project, context) is { } finding)
            {
                yield return finding;
            }
        }
    }

    protected abstract Finding? CheckProject(ReportProject project, CheckContext context);
}

/// <summary>A rule that looks at one target at a time.</summary>
internal abstract class TargetRule(string id, Severity severity) : Rule(id, severity)
{
    public sealed override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var row in context.Facts.Targets)
        {
            if (CheckTarget(row, context) is { } finding)
            {
                yield return finding;
            }
        }
    }

    protected abstract Finding? CheckTarget(TargetRow row, CheckContext context);
}

/// <summary>A target and where it stands.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Target">The target.</param>
/// <param name="Number">Its 1-based position within the project.</param>
internal readonly record struct TargetRow(ReportProject Project, ReportTarget Target, int Number);
