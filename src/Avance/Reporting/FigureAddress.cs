using System.Globalization;

namespace Avance.Reporting;

/// <summary>
/// Which printed figure of a report: <c>16.revised</c> of the project printed in sixteenth place, <c>16.2.achieved</c> of its second
/// target, <c>total.accrued</c> of the whole. Spanish words do as well: <c>16.modificado</c>, <c>16.2.alcanzada</c>.
/// </summary>
/// <param name="Project">1-based place of the project in printed order; null for the whole report.</param>
/// <param name="Target">1-based place of the target in its project; null for a figure of the project.</param>
/// <param name="Column">Which column of the official layout.</param>
public readonly record struct FigureAddress(int? Project, int? Target, ReportColumn Column)
{
    private static readonly (string English, string Spanish, ReportColumn Column)[] OfProjects =
    [
        ("approved", "aprobado", ReportColumn.ApprovedBudget),
        ("revised", "modificado", ReportColumn.RevisedBudget),
        ("accrued", "devengado", ReportColumn.Accrued),
        ("women", "mujeres", ReportColumn.Women),
        ("men", "hombres", ReportColumn.Men),
        ("people", "personas", ReportColumn.People),
    ];

    private static readonly (string English, string Spanish, ReportColumn Column)[] OfTargets =
    [
        ("original", "programada", ReportColumn.OriginalTarget),
        ("revised", "modificada", ReportColumn.RevisedTarget),
        ("achieved", "alcanzada", ReportColumn.AchievedValue),
        ("rate", "cumplimiento", ReportColumn.FulfilmentRate),
    ];

    /// <summary>Whether it is money.</summary>
    public bool IsMoney => Column is ReportColumn.ApprovedBudget or ReportColumn.RevisedBudget or ReportColumn.Accrued;

    /// <summary>Whether it counts people.</summary>
    public bool IsPeople => Column is ReportColumn.Women or ReportColumn.Men or ReportColumn.People;

    /// <summary>Reads an address as people type it.</summary>
    public static bool TryParse(string? text, out FigureAddress address)
    {
        address = default;
        var parts = (text ?? "").Split('.', StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 3)
        {
            return false;
        }

        var isTotal = FoldedText.Fold(parts[0]) == "total";
        var project = isTotal ? null : Number(parts[0]);
        var target = parts.Length == 3 ? Number(parts[1]) : null;
        var word = FoldedText.Fold(parts[^1]);
        var columns = parts.Length == 3 ? OfTargets : OfProjects;
        var found = Array.Find(columns, c => c.English == word || c.Spanish == word);
        address = new(project, target, found.Column);
        return found.Column != default && (project is not null || (isTotal && parts.Length == 2 && address.IsMoney)) && (parts.Length == 2 || target is not null);
    }

    /// <summary>The address as it stands in links: <c>16.revised</c>.</summary>
    public override string ToString()
    {
        var column = Column;
        var word = Array.Find(Target is null ? OfProjects : OfTargets, c => c.Column == column).English;
        var place = Project is { } project ? project.ToString(CultureInfo.InvariantCulture) : "total";
        return Target is { } target ? string.Create(CultureInfo.InvariantCulture, $"{place}.{target}.{word}") : $"{place}.{word}";
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
