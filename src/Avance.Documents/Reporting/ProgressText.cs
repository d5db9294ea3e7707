using System.Buffers;
using System.Text;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// The published layout as tab-separated text, as the importer reads it: two header lines, bold marks, one line for each
/// project with its targets joined in the same cells, and the explanations after the table.
/// </summary>
internal static class ProgressText
{
    public static void Write(ProgressReport report, Language language, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        WriteHeader(writer, language);
        foreach (var row in OfficialLayout.Rows(report))
        {
            switch (row.Kind)
            {
                case LayoutRowKind.Project:
                    WriteProject(writer, row.Project!);
                    break;
                case LayoutRowKind.Target:
                    break; // Joined in its project's line.
                case LayoutRowKind.ProjectType:
                    WriteRow(writer, "", "", Bold(row.Text));
                    break;
                default:
                    WriteHeading(writer, row);
                    break;
            }
        }

        WriteExplanations(writer, report.Explanations, language);
    }

    private static void WriteHeader(TextWriter writer, Language language)
    {
        var first = OfficialLayout.Headings.Select((heading, index) =>
            heading.Group is null ? heading.Text.In(language)
            : index > 0 && OfficialLayout.Headings[index - 1].Group == heading.Group ? ""
            : heading.Group.In(language));
        WriteRow(writer, [.. first]);
        WriteRow(writer, [.. OfficialLayout.Headings.Select(h => h.Group is null ? "" : h.Text.In(language))]);
    }

    private static void WriteHeading(TextWriter writer, LayoutRow row)
    {
        var budget = row.Budget ?? default;
        WriteRow(writer, Bold(row.Text), "", "", "", "", "", "", "", Bold(budget.Approved), Bold(budget.Revised), Bold(budget.Accrued));
    }

    private static void WriteProject(TextWriter writer, ReportProject project)
    {
        var targets = project.Targets;
        var count = targets.Count;
        WriteRow(
            writer,
            Escape(project.Key),
            Escape(string.Join(' ', project.SdgTargets)),
            $"{Bold(project.Name)} {Join(targets.Select(t => t.Description), lines => JoinedCell.Descriptions(lines, count))}".TrimEnd(' '),
            Join(targets.Select(t => t.UnitOfMeasure), lines => JoinedCell.Units(lines, count)),
            Join(targets.Select(t => Figure.Print(t.Original)), JoinedCell.Figures),
            Join(targets.Select(t => Figure.Print(t.Revised)), JoinedCell.Figures),
            Join(targets.Select(t => Figure.Print(t.Achieved)), JoinedCell.Figures),
            Join(targets.Select(t => Figure.Print(t.PrintedRate)), JoinedCell.Figures),
            Figure.Print(project.Budget.Approved),
            Figure.Print(project.Budget.Revised),
            Figure.Print(project.Budget.Accrued),
            Escape(project.Municipality),
            Escape(project.Locality),
            Figure.Print(project.Beneficiaries.Women),
            Figure.Print(project.Beneficiaries.Men),
            Figure.Print(project.Beneficiaries.People));
    }

    private static void WriteExplanations(TextWriter writer, IReadOnlyList<DeviationExplanation> explanations, Language language)
    {
        if (explanations.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"## {OfficialLayout.ExplanationsTitle.In(language).ToUpperInvariant()}");
        writer.WriteLine();
        writer.WriteLine(string.Join('\t', OfficialLayout.ExplanationHeadings.Select(h => h.In(language))));
        foreach (var explanation in explanations)
        {
            writer.WriteLine($"{Escape(explanation.Key)}\t{Escape(explanation.ProjectName)}\t{Escape(explanation.Text)}");
        }
    }

    /// <summary>Writes cells, and blank ones up to the layout's last column.</summary>
    private static void WriteRow(TextWriter writer, params ReadOnlySpan<string> cells)
    {
        for (var column = 0; column < OfficialLayout.Headings.Count; column++)
        {
            if (column > 0)
            {
                writer.Write('\t');
            }

            writer.Write(column < cells.Length ? cells[column] : "");
        }

        writer.WriteLine();
    }

    /// <summary>
    /// Joins with spaces, as the published layout does, when what comes apart again is what was joined; with line marks when
    /// it is not: names that do not begin as indicators do, units of several words, absent figures.
    /// </summary>
    private static string Join(IEnumerable<string> parts, Func<IReadOnlyList<string>, IReadOnlyList<string>> split)
    {
        var list = parts.ToList();
        if (list.Count < 2)
        {
            return list.Count == 0 ? "" : Escape(list[0]);
        }

        var joined = string.Join(' ', list);
        return list.All(p => p.Length > 0) && split([joined]).SequenceEqual(list, StringComparer.Ordinal) ? Escape(joined) : string.Join("<br>", list.Select(Escape));
    }

    private static string Bold(string text) => text.Length == 0 ? "" : $"<b>{Escape(text)}</b>";

    private static string Bold(Money? amount) => Bold(Figure.Print(amount));

    /// <summary>What would be read as a mark, a column or a row is written so that it is read as text.</summary>
    private static string Escape(string text) => text.AsSpan().IndexOfAny(Special) < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace('\t', ' ').ReplaceLineEndings(" ");

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\t\r\n");
}
