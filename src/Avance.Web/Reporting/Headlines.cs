using Avance.Progress;
using Avance.Web.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>What a report says, in sentences that anyone can read: counted from its figures, never written by hand.</summary>
internal static class Headlines
{
    /// <summary>The sentences that apply, most telling first.</summary>
    public static IEnumerable<LocalizedText> Of(CheckedReport report)
    {
        var projects = report.Projects;
        var targets = projects.SelectMany(p => p.Targets).ToList();
        return new[]
        {
            Changes(projects, targets),
            Money(projects),
            Pace(report.Report),
            Achievement(targets),
            Concentration(report),
            Unfunded(projects),
            Born(projects),
            Explained(report),
        }.OfType<LocalizedText>();
    }

    private static LocalizedText Changes(IReadOnlyList<ReportProject> projects, List<ReportTarget> targets)
    {
        var budgets = projects.Count(p => p.Budget.Approved != p.Budget.Revised);
        var revised = targets.Count(t => t.Original != t.Revised);
        return new(
            $"Cambiaron {budgets} de {Words.Count(projects.Count, "presupuesto", "presupuestos")} y {revised} de {Words.Count(targets.Count, "meta", "metas")}.",
            $"{budgets} of {Words.Count(projects.Count, "budget", "budgets")} and {revised} of {Words.Count(targets.Count, "target", "targets")} changed.");
    }

    private static LocalizedText? Money(IReadOnlyList<ReportProject> projects)
    {
        var changes = projects.Select(p => p.Budget.NetChange).OfType<Money>().ToList();
        var net = changes.Aggregate(Avance.Money.Zero, (sum, c) => sum + c);
        var up = changes.Where(c => !c.IsNegative).Aggregate(Avance.Money.Zero, (sum, c) => sum + c);
        var down = up - net;
        if (up == default && down == default)
        {
            return null;
        }

        return net.IsNegative
            ? new($"El presupuesto bajó {net.Magnitude} pesos: {down} de reducciones menos {up} de ampliaciones.", $"The budget shrank by {net.Magnitude} pesos: {down} of decreases less {up} of increases.")
            : new($"El presupuesto creció {net} pesos: {up} de ampliaciones menos {down} de reducciones.", $"The budget grew by {net} pesos: {up} of increases less {down} of decreases.");
    }

    private static LocalizedText? Pace(ProgressReport report) =>
        Percentage.Of(report.Totals.Accrued, report.Totals.Revised) is { } rate
            ? new($"Se ha devengado el {Words.Percent(rate)} del presupuesto modificado y ha transcurrido el {Figure.Grouped(report.Period.EvenPace, 0)} % del año.", $"{Words.Percent(rate)} of the revised budget has accrued and {Figure.Grouped(report.Period.EvenPace, 0)} % of the year has gone by.")
            : null;

    private static LocalizedText? Achievement(List<ReportTarget> targets)
    {
        var exceeded = targets.Count(t => t.FulfilmentRate > 100);
        var idle = targets.Count(t => t.FulfilmentRate == 0);
        return exceeded + idle == 0
            ? null
            : new(
                $"{Words.Count(exceeded, "meta rebasa", "metas rebasan")} lo programado para todo el año; {Words.Count(idle, "meta no registra", "metas no registran")} avance.",
                $"{Words.Count(exceeded, "target exceeds", "targets exceed")} what was programmed for the whole year; {Words.Count(idle, "target shows", "targets show")} no progress.");
    }

    private static LocalizedText? Concentration(CheckedReport report)
    {
        var biggest = report.Projects.MaxBy(p => p.Budget.Revised);
        return biggest is not null && Percentage.Of(biggest.Budget.Revised, report.Report.Totals.Revised) is { } share && report.Projects.Count > 1
            ? new($"Un solo proyecto, {biggest.Key}, reúne el {Words.Percent(share)} del presupuesto modificado.", $"One project, {biggest.Key}, holds {Words.Percent(share)} of the revised budget.")
            : null;
    }

    private static LocalizedText? Unfunded(IReadOnlyList<ReportProject> projects)
    {
        var count = projects.Count(p => p.Budget.Revised == Avance.Money.Zero && p.Targets.Any(t => t.Revised > 0));
        return count == 0
            ? null
            : new($"{Words.Count(count, "proyecto se quedó", "proyectos se quedaron")} sin presupuesto y conserva{(count == 1 ? "" : "n")} sus metas.", $"{Words.Count(count, "project was", "projects were")} left without budget and {(count == 1 ? "keeps its" : "keep their")} targets.");
    }

    private static LocalizedText? Born(IReadOnlyList<ReportProject> projects)
    {
        var count = projects.Count(p => p.Budget.Approved == Avance.Money.Zero && p.Budget.Revised > Avance.Money.Zero);
        return count == 0
            ? null
            : new($"{Words.Count(count, "proyecto nació", "proyectos nacieron")} durante el año, sin presupuesto aprobado.", $"{Words.Count(count, "project was", "projects were")} born during the year, without approved budget.");
    }

    private static LocalizedText Explained(CheckedReport report)
    {
        var count = report.Report.Explanations.Count == 0 ? 0 : report.Projects.Count(p => report.ExplanationsOf(p).Any());
        return new(
            $"{count} de {Words.Count(report.Projects.Count, "proyecto", "proyectos")} {(count == 1 ? "tiene" : "tienen")} una justificación publicada.",
            $"{count} of {Words.Count(report.Projects.Count, "project", "projects")} {(count == 1 ? "has" : "have")} a published explanation.");
    }
}
