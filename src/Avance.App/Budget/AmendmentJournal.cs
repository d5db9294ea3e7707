using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>What the journal keeps of an amendment: all that a person wrote in it, as JSON.</summary>
internal static class AmendmentJournal
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds a record of a change to an amendment.</summary>
    public static void Append(Session session, Guid entity, DateTimeOffset at, string actor, string action, Amendment? before, Amendment after) => JournalChain.Append(
        session, entity, at, actor, action, Subject(after),
        before is null ? "" : Value(before), Value(after));

    /// <summary>Adds a record of a file that was added.</summary>
    public static void Attached(Session session, Guid entity, DateTimeOffset at, string actor, Amendment amendment, AmendmentAttachment attachment) =>
        JournalChain.Append(session, entity, at, actor, "amendment.attached", Subject(amendment), "", Value(attachment));

    /// <summary>Adds a record of a file that was taken out.</summary>
    public static void Detached(Session session, Guid entity, DateTimeOffset at, string actor, Amendment amendment, AmendmentAttachment attachment) =>
        JournalChain.Append(session, entity, at, actor, "amendment.detached", Subject(amendment), Value(attachment), "");

    private static string Subject(Amendment amendment) => $"amendment {amendment.Year}/{amendment.Number.ToString(CultureInfo.InvariantCulture)}";

    private static string Value(AmendmentAttachment attachment) => Write(json =>
    {
        json.WriteNumber("number", attachment.Number);
        json.WriteString("name", attachment.Name);
        json.WriteNumber("bytes", attachment.Bytes);
        json.WriteString("sha256", attachment.Sha256);
    });

    private static string Value(Amendment amendment) => Write(json =>
    {
        json.WriteString("reference", amendment.Reference);
        json.WriteString("state", amendment.State.Code());
        json.WriteNumber("version", amendment.Version);
        json.WriteString("type", amendment.Type.Code());
        json.WriteString("scope", amendment.Scope.Code());
        json.WriteString("effectiveOn", amendment.EffectiveOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("unit", amendment.UnitCode);
        json.WriteString("agreement", amendment.Agreement);
        json.WriteString("officeNumber", amendment.OfficeNumber);
        json.WriteString("legalBasis", amendment.LegalBasis);
        json.WriteString("justification", amendment.Justification);
        json.WriteString("incomeSource", amendment.IncomeSource);
        json.WriteString("specialAuthority", amendment.SpecialAuthority);
        json.WriteString("targetsUnchanged", amendment.TargetsUnchanged);
        json.WriteStartArray("lines");
        foreach (var line in amendment.Lines)
        {
            json.WriteStartArray();
            json.WriteStringValue(line.LineKey);
            json.WriteNumberValue(line.Month);
            json.WriteNumberValue(line.Amount.Pesos);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("targets");
        foreach (var target in amendment.Targets)
        {
            json.WriteStartArray();
            json.WriteStringValue(target.UnitCode);
            json.WriteStringValue(target.ProjectKey);
            json.WriteNumberValue(target.Indicator);
            json.WriteNumberValue(target.Month);
            json.WriteNumberValue(target.Quantity);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
