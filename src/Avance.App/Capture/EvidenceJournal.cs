using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>What the journal keeps of evidence: which file, for what, and the hash that its content answers to.</summary>
internal static class EvidenceJournal
{
    public const string AddedAction = "capture.evidence-added";
    public const string RemovedAction = "capture.evidence-removed";

    public static void Added(Session session, SheetKey key, EvidenceFile file) =>
        key.Journal(session, file.RecordedAt, file.Actor, AddedAction, "", Value(file));

    public static void Removed(Session session, SheetKey key, EvidenceFile file, EvidenceRemoval removal) =>
        key.Journal(session, removal.RecordedAt, removal.Actor, RemovedAction, Value(file), "");

    public static string Value(EvidenceFile file) => CaptureJson.Of(json =>
    {
        json.WriteNumber("number", file.Number);
        json.WriteString("subject", file.SubjectId);
        json.WriteString("name", file.Name);
        json.WriteString("mediaType", file.MediaType);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
    });
}
