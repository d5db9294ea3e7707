using System.Globalization;
using System.Text;

namespace Avance.Benchmarks;

/// <summary>The page of results: what was measured, against what, and the ratio that matters.</summary>
internal sealed class ResultsPage
{
    private readonly StringBuilder _text = new("# Speed\n\nWhole processes, medians, each row run in turn with its peers on the same machine (`make bench` writes this page anew).\nRatios travel between machines; seconds do not.\n");

    public ResultsPage() => _text.Append(CultureInfo.InvariantCulture, $"\nMachine: {Processor()}, {Environment.ProcessorCount} cores.\n");

    /// <summary>Begins a table.</summary>
    public void Section(string title, string explanation, params string[] headings)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{explanation}\n\n| {string.Join(" | ", headings)} |\n|{string.Concat(headings.Select((_, i) => i == 0 ? "---|" : "---:|"))}\n");
        Console.WriteLine(title);
    }

    /// <summary>Adds a row to the table.</summary>
    public void Row(params string[] cells)
    {
        var row = $"| {string.Join(" | ", cells)} |";
        _text.Append(row).Append('\n');
        Console.WriteLine(row);
    }

    /// <summary>Adds a sentence after the table.</summary>
    public void Note(string text)
    {
        _text.Append('\n').Append(text).Append('\n');
        Console.WriteLine(text);
    }

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, _text.ToString());
    }

    /// <summary>Puts the tables that were measured into the page that is there, each in the place of the one of its title.</summary>
    public void SavePart(string path)
    {
        const string Mark = "\n## ";
        var parts = File.ReadAllText(path).TrimEnd('\n').Split(Mark).ToList();
        foreach (var measured in _text.ToString().TrimEnd('\n').Split(Mark).Skip(1))
        {
            var title = measured[..measured.IndexOf('\n', StringComparison.Ordinal)];
            var there = parts.FindIndex(1, p => p.StartsWith(title + "\n", StringComparison.Ordinal));
            if (there < 0)
            {
                parts.Add(measured);
            }
            else
            {
                parts[there] = measured;
            }
        }

        File.WriteAllText(path, string.Join(Mark, parts.Select(static p => p.TrimEnd('\n') + '\n')));
    }

    public static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms");

    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0} ×");

    public static string MiB(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0} MiB");

    public static string KiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KiB");

    private static string Processor()
    {
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? "unknown processor" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
