using Avance.App.Importing;
using Avance.Documents.Reporting;
using Avance.Progress;
using Avance.UnitTests.Importing;

namespace Avance.UnitTests.Pdf;

/// <summary>Prints reports as PDF and reads them back.</summary>
internal static class Printed
{
    public static byte[] Pdf(ProgressReport report, Language language = Language.Spanish)
    {
        using var output = new MemoryStream();
        ProgressPdf.Write(report, language, output);
        return output.ToArray();
    }

    /// <summary>The sample, printed.</summary>
    public static byte[] Sample { get; } = Pdf(Samples.Report);

    /// <summary>Reads a PDF: the report, or the problems that it has.</summary>
    public static (ProgressReport? Report, ProblemList Problems) Read(byte[] pdf)
    {
        var problems = new ProblemList();
        return (ReportReader.Read(pdf, Samples.Entity, Samples.Period, problems), problems);
    }

    /// <summary>The sample with its projects repeated.</summary>
    public static ProgressReport Repeated(int times)
    {
        var report = Samples.Report;
        var function = report.Functions[0];
        var subfunction = function.Subfunctions[0];
        var type = subfunction.ProjectTypes[0];
        var projects = Enumerable.Repeat(type.Projects, times).SelectMany(p => p).Select((p, i) => p with { Number = i + 1 }).ToList();
        return report with { Functions = [function with { Subfunctions = [subfunction with { ProjectTypes = [type with { Projects = projects }] }] }] };
    }
}
