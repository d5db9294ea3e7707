using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Avance.App.Capture;

/// <summary>Values of the journal as JSON.</summary>
internal static class CaptureJson
{
    /// <summary>An object whose members are written by the caller.</summary>
    public static string Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
