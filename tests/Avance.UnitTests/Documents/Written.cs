using System.Text;
using Avance.Documents;
using Avance.Progress;

namespace Avance.UnitTests.Documents;

/// <summary>What the writers write, as bytes and as text.</summary>
internal static class Written
{
    public static byte[] Bytes(ProgressReport report, ReportFormat format, Language language = Language.Spanish)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(report, format, language, stream);
        return stream.ToArray();
    }

    public static string Text(ProgressReport report, ReportFormat format, Language language = Language.Spanish) =>
        Encoding.UTF8.GetString(Bytes(report, format, language));
}
