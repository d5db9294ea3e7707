using System.Text.Encodings.Web;
using System.Text.Json;

namespace Avance.Documents;

/// <summary>How every JSON of the product is written: indented for people, accents as they are, the same on any system.</summary>
internal static class JsonStyle
{
    /// <summary>Options of every writer. The relaxed encoder only leaves readable what is safe outside of HTML.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a figure with the decimals of its scale, or <c>null</c> when it is absent.</summary>
    public static void WriteFigure(this Utf8JsonWriter json, string name, decimal? figure)
    {
        if (figure is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
