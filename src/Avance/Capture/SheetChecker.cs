using Avance.Findings;
using Avance.Ledger;
using Avance.Planning;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Capture;

/// <summary>What a sheet is judged on: the rest of the office's report as it stands.</summary>
/// <param name="Period">The quarter.</param>
/// <param name="Sources">Plan, budget, and what the ledger has of progress.</param>
/// <param name="ServedBefore">Whom each project had served by the end of the quarter before.</param>
/// <param name="History">Published reports of earlier quarters, newest first.</param>
public sealed record SheetGround(FiscalPeriod Period, ReportSources Sources, IReadOnlyDictionary<Guid, BeneficiaryEntry> ServedBefore, IReadOnlyList<ProgressReport> History);

/// <summary>A finding about what a sheet says.</summary>
/// <param name="Finding">What the rule found.</param>
/// <param name="Project">The project of the sheet that it is about.</param>
/// <param name="Indicator">The indicator, when it is about one.</param>
/// <param name="IsAnswered">Whether the project's explanation answers it, where one is demanded.</param>
public sealed record SheetFinding(Finding Finding, Guid Project, Guid? Indicator, bool IsAnswered)
{
    /// <summary>Whether the sheet cannot be submitted with it.</summary>
    public bool Blocks => Finding.Severity == Severity.Error || (Finding.Severity == Severity.NeedsExplanation && !IsAnswered);
}

/// <summary>All that is wrong with a sheet, or worth a look.</summary>
/// <param name="Problems">Cells that cannot be read, or are missing.</param>
/// <param name="Findings">What the rules found in the figures.</param>
public sealed record SheetCheck(IReadOnlyList<CellProblem> Problems, IReadOnlyList<SheetFinding> Findings)
{
    /// <summary>Whether it may be submitted.</summary>
    public bool CanSubmit => !Problems.Any(static p => p.Severity == Severity.Error) && !Findings.Any(static f => f.Blocks);
}

/// <summary>
/// Checks a sheet with the rules of reports: composes the report as it would be with what was captured, and keeps what the unit can
/// answer for. Explanations are demanded by what the figures alone would find.
/// </summary>
public static class SheetChecker
{
    /// <summary>The rules that a unit answers for when it captures. The others are those of planning and budget.</summary>
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "AVP-008", "AVP-014", "AVP-015", "AVP-016", "AVP-017", "AVP-018", "AVP-019", "AVP-025", "AVP-026", "AVP-027", "AVP-028", "AVP-029", "AVP-042", "AVP-048", "AVP-065",
    };

    /// <summary>The rules that read what was written.</summary>
    private static readonly HashSet<string> TextRules = new(StringComparer.Ordinal) { "AVP-037", "AVP-038", "AVP-039" };

    /// <summary>Checks a sheet.</summary>
    public static SheetCheck Check(SheetContent content, SheetGround ground)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(ground);
        var sources = Overlay(content, ground);
        var explained = content.Projects.ToDictionary(static p => p.Project.Id, static p => p.Explanation);
        var silent = sources with { Explanations = sources.Explanations.Where(x => !explained.ContainsKey(x.Key)).ToDictionary() };
        var findings = Of(silent, ground, Rules, explained).Concat(OutOfBand(content, sources, ground, explained)).ToList();
        findings = [.. findings.DistinctBy(static f => (f.Finding.RuleId, f.Project, f.Indicator)), .. Of(sources, ground, TextRules, explained)];
        return new([.. content.Problems, .. Incomplete(content, findings)], findings);
    }

    /// <summary>The sources of the report as they would be with what was captured.</summary>
    public static ReportSources Overlay(SheetContent content, SheetGround ground)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(ground);
        var targets = ground.Sources.Targets.ToDictionary();
        var served = ground.Sources.Beneficiaries.ToDictionary();
        var explanations = ground.Sources.Explanations.ToDictionary();
        foreach (var project in content.Projects)
        {
            foreach (var captured in project.Indicators)
            {
                targets[captured.Indicator.Id] = With(targets.GetValueOrDefault(captured.Indicator.Id), captured, ground.Period.Quarter);
            }

            served[project.Project.Id] = Served(project, ground.Period.Quarter, ground.ServedBefore.GetValueOrDefault(project.Project.Id));
            explanations.Remove(project.Project.Id);
            if (!project.Explanation.IsBlank)
            {
                explanations.Add(project.Project.Id, new(project.Project.Id, ground.Period.Quarter, project.Project.Name, project.Explanation.Text));
            }
        }

        return ground.Sources with { Targets = targets, Beneficiaries = served, Explanations = explanations };
    }

    /// <summary>Whom a project served from January, by its declared rule.</summary>
    /// <param name="project">What was captured of the quarter.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="before">Whom it had served by the end of the quarter before; the default for nobody known.</param>
    public static BeneficiaryEntry Served(ProjectCapture project, int quarter, BeneficiaryEntry before)
    {
        ArgumentNullException.ThrowIfNull(project);
        var rule = project.Project.BeneficiaryAccumulation;
        var (women, men) = (Through(rule, before.Women, project.Women), Through(rule, before.Men, project.Men));
        return new(project.Project.Id, quarter, women, men, women + men);
    }

    private static long? Through(AccumulationRule rule, long? before, long? now) => (rule, before, now) switch
    {
        (_, _, null) => before,
        (AccumulationRule.Sum, { } then, { } told) => then + told,
        (AccumulationRule.Maximum, { } then, { } told) => Math.Max(then, told),
        _ => now,
    };

    private static TargetBalance With(TargetBalance? balance, IndicatorCapture captured, int quarter)
    {
        var changed = new TargetBalance();
        for (var month = 1; month <= 12; month++)
        {
            foreach (var stage in TargetBalance.Stages)
            {
                var isReplaced = month > quarter * 3 - 3 && month <= quarter * 3 && stage is TargetStage.Achieved or TargetStage.Denominator;
                if (!isReplaced && balance?[stage, month] is { } kept)
                {
                    changed.Add(stage, month, kept);
                }
            }
        }

        var counted = MeasuredPeriods.Month(captured.Indicator, quarter);
        if (captured.Achieved is { } achieved)
        {
            changed.Add(TargetStage.Achieved, counted, achieved);
        }

        if (captured.Denominator is { } denominator)
        {
            changed.Add(TargetStage.Denominator, counted, denominator);
        }

        return changed;
    }

    private static IEnumerable<SheetFinding> Of(ReportSources sources, SheetGround ground, HashSet<string> rules, Dictionary<Guid, CapturedExplanation> explained)
    {
        var composed = ReportComposition.Compose(sources, ground.Period);
        var result = ReportChecker.Check(new() { Report = composed.Report, History = ground.History });
        foreach (var finding in result.Findings.Where(f => rules.Contains(f.RuleId)))
        {
            foreach (var number in finding.ProjectNumbers)
            {
                if (explained.TryGetValue(composed.Projects[number - 1].Id, out var explanation))
                {
                    var indicator = finding.TargetNumber is { } target && finding.ProjectNumbers.Count == 1 ? composed.Indicators[number - 1][target - 1].Id : (Guid?)null;
                    yield return new(finding, composed.Projects[number - 1].Id, indicator, explanation.IsComplete);
                }
            }
        }
    }

    /// <summary>
    /// Rates against what was programmed to the quarter that fall in a band whose traffic light asks for an explanation: what a
    /// published report, which has no calendar, can only guess from an even pace.
    /// </summary>
    private static IEnumerable<SheetFinding> OutOfBand(SheetContent content, ReportSources sources, SheetGround ground, Dictionary<Guid, CapturedExplanation> explained)
    {
        foreach (var project in content.Projects)
        {
            foreach (var captured in project.Indicators)
            {
                var balance = sources.Targets[captured.Indicator.Id];
                var progress = IndicatorProgress.Of(captured.Indicator, balance.Revised12(), balance.Months12(TargetStage.Achieved), ground.Period.Quarter * 3);
                if (progress.Band is { NeedsExplanation: true } band && progress.PeriodRate is { } rate)
                {
                    yield return new(Finding(project.Project, captured.Indicator, band, rate, progress), project.Project.Id, captured.Indicator.Id, explained[project.Project.Id].IsComplete);
                }
            }
        }
    }

    private static Finding Finding(PlannedProject project, Indicator indicator, RagBand band, decimal rate, IndicatorProgress progress)
    {
        var isHigh = rate > 100;
        var rule = RuleCatalogue.Find(isHigh ? "AVP-015" : progress.Achieved == 0 ? "AVP-014" : "AVP-016")!;
        return new()
        {
            RuleId = rule.Id,
            Severity = Severity.NeedsExplanation,
            Subject = new($"{project.Key}, «{indicator.Name}»", $"{project.Key}, “{indicator.Name}”"),
            Keys = [project.Key],
            ProjectNumbers = [],
            Message = new(
                $"Se alcanzó {Figure.Print(progress.Achieved)} de {Figure.Print(progress.Due)} programado al periodo ({Figure.Print(rate)} %, {band.Label.Spanish.ToLowerInvariant()}); falta la justificación con causa y efecto.",
                $"{Figure.Print(progress.Achieved)} was achieved of {Figure.Print(progress.Due)} programmed to the period ({Figure.Print(rate)} %, {band.Label.English.ToLowerInvariant()}); the explanation with cause and effect is missing."),
            Remedy = rule.Remedy,
            Figures = [new("rate", rate), new("achieved", progress.Achieved), new("due", progress.Due)],
        };
    }

    /// <summary>Explanations that say why without saying what follows, or the other way round (AVP-041).</summary>
    private static IEnumerable<CellProblem> Incomplete(SheetContent content, List<SheetFinding> findings)
    {
        foreach (var project in content.Projects)
        {
            if (!project.Explanation.IsBlank && !project.Explanation.IsComplete && findings.Any(f => f.Project == project.Project.Id && f.Finding.Severity == Severity.NeedsExplanation))
            {
                var field = project.Explanation.Cause.Length == 0 ? CaptureField.Cause : CaptureField.Effect;
                var name = CaptureField.Name(field);
                yield return new(new(project.Project.Id, field), "AVP-041", Severity.Error, new(
                    $"La justificación de {project.Project.Key} no dice: {name.Spanish}.",
                    $"The explanation of {project.Project.Key} does not say: {name.English}."));
            }
        }
    }
}
