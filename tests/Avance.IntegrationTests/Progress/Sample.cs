using System.Text;
using Avance.App.Progress;
using Avance.Planning;
using Avance.UnitTests.Building;

namespace Avance.IntegrationTests.Progress;

/// <summary>The sample office's report, and commands that import it or what is made of it.</summary>
internal static class Sample
{
    public static PublicEntity Iepc { get; } = new("IEPC", "Instituto de Elecciones y Participación Ciudadana");

    public static FiscalPeriod Period { get; } = new(2023, 3);

    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "samples", "iepc-chiapas-2023-q3.txt"));

    /// <summary>The sample with one text in place of another.</summary>
    public static byte[] With(string text, string other)
    {
        var sample = Encoding.UTF8.GetString(Bytes);
        var changed = sample.Replace(text, other, StringComparison.Ordinal);
        return changed == sample ? throw new ArgumentException($"«{text}» is not in the sample.", nameof(text)) : Encoding.UTF8.GetBytes(changed);
    }

    public static ImportReportCommand Command(byte[]? content = null) => new()
    {
        Content = content ?? Bytes,
        SourceName = "iepc-chiapas-2023-q3.txt",
        Entity = Iepc,
        Period = Period,
        Actor = "pruebas",
    };
}
