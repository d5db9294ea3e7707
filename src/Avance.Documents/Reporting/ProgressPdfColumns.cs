using Avance.Documents.Pdf;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// Fits the sixteen columns to the report: each as wide as its heading's longest word and its widest figure ask, and the
/// names take the rest. Figures too wide for that make the text smaller, one step at a time.
/// </summary>
internal static class ProgressPdfColumns
{
    private const int LeastName = 1_900;
    private const int WidestUnit = 1_150;
    private const int WidestPlace = 1_100;

    /// <summary>The theme and the columns' edges for a table of a width.</summary>
    public static (ProgressPdfTheme Theme, int[] Edges) Fit(ProgressReport report, PdfDocument document, Language language, int width)
    {
        var contents = Contents.Of(report);
        foreach (var size in ProgressPdfTheme.BodySizes)
        {
            var theme = new ProgressPdfTheme(document, size);
            var widths = Widths(contents, theme, language);
            var others = Sum(widths);
            var rest = width - others;
            var isLast = size == ProgressPdfTheme.BodySizes[^1];
            if (rest < LeastName && !isLast)
            {
                continue;
            }

            if (rest < LeastName)
            {
                for (var i = 0; i < widths.Length; i++)
                {
                    widths[i] = widths[i] * (width - LeastName) / others;
                }
            }

            widths[(int)ReportColumn.Name - 1] = width - Sum(widths);
            var edges = new int[widths.Length + 1];
            edges[0] = ProgressPdfTheme.Margin;
            for (var i = 0; i < widths.Length; i++)
            {
                edges[i + 1] = edges[i] + widths[i];
            }

            return (theme, edges);
        }

        throw new InvalidOperationException("The last size always fits.");
    }

    /// <summary>The headings as cells of two rows, groups over their columns.</summary>
    public static IReadOnlyList<HeadCell> Heads(Language language)
    {
        var heads = new List<HeadCell>();
        LocalizedText? group = null;
        foreach (var heading in OfficialLayout.Headings)
        {
            var column = (int)heading.Column - 1;
            if (heading.Group is { } name && name != group)
            {
                heads.Add(new(column, OfficialLayout.Headings.Count(h => h.Group == name), 0, 1, name.In(language)));
            }

            group = heading.Group;
            heads.Add(new(column, 1, group is null ? 0 : 1, group is null ? 2 : 1, Compact(heading.Text.In(language))));
        }

        return heads;
    }

    /// <summary>Parentheses hold on to their word, so that none stands alone in a line.</summary>
    private static string Compact(string heading) =>
        heading.Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    private static int Sum(int[] widths)
    {
        var sum = 0;
        foreach (var width in widths)
        {
            sum += width;
        }

        return sum;
    }

    private static int[] Widths(Contents contents, ProgressPdfTheme theme, Language language)
    {
        var widths = new int[OfficialLayout.Headings.Count];
        foreach (var heading in OfficialLayout.Headings.Where(h => h.Column != ReportColumn.Name))
        {
            var head = LineBreaker.WidestWord(Compact(heading.Text.In(language)), theme.Head);
            widths[(int)heading.Column - 1] = Math.Max(head, contents.Width(heading.Column, theme)) + (2 * ProgressPdfTheme.CellPadding);
        }

        return widths;
    }

    /// <summary>The widest of what stands in each column: digits are equally wide, so the longest figure will do.</summary>
    private sealed class Contents
    {
        private readonly decimal[] _largest = new decimal[(int)ReportColumn.People + 1];
        private readonly int[] _decimals = new int[(int)ReportColumn.People + 1];
        private readonly bool[] _isNegative = new bool[(int)ReportColumn.People + 1];
        private readonly HashSet<string>[] _words = new HashSet<string>[(int)ReportColumn.People + 1];

        public static Contents Of(ProgressReport report)
        {
            var contents = new Contents();
            contents.Add(report.PrintedTotals);
            foreach (var function in report.Functions)
            {
                contents.Add(function.PrintedTotals);
                foreach (var subfunction in function.Subfunctions)
                {
                    contents.Add(subfunction.PrintedTotals);
                }
            }

            foreach (var project in report.Projects)
            {
                contents.Add(project);
            }

            return contents;
        }

        public int Width(ReportColumn column, ProgressPdfTheme theme)
        {
            var i = (int)column;
            if (column is ReportColumn.Key)
            {
                return Widest(i, theme.Strong);
            }

            if (column is ReportColumn.SdgTargets or ReportColumn.UnitOfMeasure or ReportColumn.Municipality or ReportColumn.Locality)
            {
                return Math.Min(Widest(i, theme.Body), column == ReportColumn.UnitOfMeasure ? WidestUnit : WidestPlace);
            }

            var figure = Figure.Grouped(_largest[i], _decimals[i]);
            return theme.Heading.Width(_isNegative[i] ? "-" + figure : figure);
        }

        private int Widest(int column, TextStyle style)
        {
            var widest = 0;
            foreach (var word in _words[column] ?? [])
            {
                widest = Math.Max(widest, LineBreaker.WidestWord(LineBreaker.Printable(word), style));
            }

            return widest;
        }

        private void Add(ReportColumn column, string word) => (_words[(int)column] ??= new(StringComparer.Ordinal)).Add(word);

        private void Add(ReportProject project)
        {
            Add(ReportColumn.Key, project.Key);
            Add(ReportColumn.Municipality, project.Municipality);
            Add(ReportColumn.Locality, project.Locality);
            foreach (var goal in project.SdgTargets)
            {
                Add(ReportColumn.SdgTargets, goal + ",");
            }

            Add(project.Budget);
            Add(ReportColumn.Women, project.Beneficiaries.Women, 0);
            Add(ReportColumn.Men, project.Beneficiaries.Men, 0);
            Add(ReportColumn.People, project.Beneficiaries.People, 0);
            foreach (var target in project.Targets)
            {
                Add(ReportColumn.UnitOfMeasure, target.UnitOfMeasure);
                Add(ReportColumn.OriginalTarget, target.Original, 2);
                Add(ReportColumn.RevisedTarget, target.Revised, 2);
                Add(ReportColumn.AchievedValue, target.Achieved, 2);
                Add(ReportColumn.FulfilmentRate, target.PrintedRate, 2);
            }
        }

        private void Add(BudgetFigures? figures)
        {
            Add(ReportColumn.ApprovedBudget, figures?.Approved?.Pesos, 2);
            Add(ReportColumn.RevisedBudget, figures?.Revised?.Pesos, 2);
            Add(ReportColumn.Accrued, figures?.Accrued?.Pesos, 2);
        }

        private void Add(ReportColumn column, decimal? figure, int decimals)
        {
            if (figure is { } value)
            {
                var i = (int)column;
                _largest[i] = Math.Max(_largest[i], Math.Abs(value));
                _decimals[i] = Math.Max(_decimals[i], Math.Max(decimals, value.Scale));
                _isNegative[i] |= value < 0;
            }
        }
    }
}
