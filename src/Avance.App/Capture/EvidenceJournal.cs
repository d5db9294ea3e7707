using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>What the journal keeps of evidence: which file, for what, and the hash that its content answers to.</summary>
internal static class EvidenceJournal
{
    public const string AddedAction = "capture.evidence-added";
    public const string RemovedAction = "capture.evidence-removed";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Added(Session session, Guid entity, SheetAddress sheet, EvidenceFile file) =>
        JournalChain.Append(session, entity, file.RecordedAt, file.Actor, AddedAction, Subject(sheet), "", Value(file));

    public static void Removed(Session session, Guid entity, SheetAddress sheet, EvidenceFile file, EvidenceRemoval removal) =>
        JournalChain.Append(session, entity, removal.RecordedAt, removal.Actor, RemovedAction, Subject(sheet), Value(file), "");

    public static string Subject(SheetAddress sheet) => "sheet " + sheet.Text;

    public static string Value(EvidenceFile file)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("number", file.Number);
            json.WriteString("subject", file.SubjectId);
            json.WriteString("name", file.Name);
            json.WriteString("mediaType", file.MediaType);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
