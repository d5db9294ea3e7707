using System.Security.Cryptography;
using Avance.App.Storage;

namespace Avance.App.Budget;

/// <summary>
/// Files that support amendments: kept as they came, never changed, taken out only while the amendment is being written, and
/// only ever handed out as downloads.
/// </summary>
internal static class AttachmentFiles
{
    /// <summary>The largest file.</summary>
    public const int MaxBytes = 10 << 20;

    private const string Columns = "number, name, media_type, sha256, bytes, recorded_at, actor";

    /// <summary>The name under which a file is kept: the last part of a path, without what cannot be stored.</summary>
    /// <exception cref="RuleViolationException"><c>amendment.attachment</c>.</exception>
    public static string Accept(string name, byte[] content)
    {
        // A path of either kind of system leaves only its last part: the name is shown, never opened.
        var last = name.Split('/', '\\')[^1].Trim();
        if (last.Length is 0 or > AmendmentLimits.ShortText || last.Any(char.IsControl) || !AmendmentLimits.IsStorable(last))
        {
            throw Refusal(new($"«{last}» no sirve de nombre de archivo.", $"«{last}» will not do as a file name."));
        }

        return content.Length == 0 ? throw Refusal(new($"El archivo «{last}» está vacío.", $"The file «{last}» is empty."))
            : content.Length > MaxBytes ? throw Refusal(new($"El archivo «{last}» pasa de {MaxBytes >> 20} MiB.", $"The file «{last}» is larger than {MaxBytes >> 20} MiB."))
            : last;
    }

    public static AmendmentAttachment Insert(Session session, Guid entity, Guid amendment, string name, byte[] content, DateTimeOffset now, string actor)
    {
        var number = session.Query("SELECT COALESCE(max(number), 0) + 1 FROM attachment WHERE entity_id = $1 AND amendment_id = $2", static row => row.Int(0), entity, amendment)[0];
        var attachment = new AmendmentAttachment(number, name, MediaType(content), Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, now, actor);
        session.Insert(
            "attachment", $"entity_id, amendment_id, {Columns}, content",
            [[entity, amendment, number, name, attachment.MediaType, attachment.Sha256, attachment.Bytes, now, actor, content]]);
        return attachment;
    }

    public static void Delete(Session session, Guid entity, Guid amendment, int number) =>
        session.Execute("DELETE FROM attachment WHERE entity_id = $1 AND amendment_id = $2 AND number = $3", entity, amendment, number);

    public static List<AmendmentAttachment> List(Session session, Guid entity, Guid amendment) => session.Query(
        $"SELECT {Columns} FROM attachment WHERE entity_id = $1 AND amendment_id = $2 ORDER BY number",
        static row => new AmendmentAttachment(row.Int(0), row.Text(1), row.Text(2), row.Text(3), row.Long(4), row.Moment(5), row.Text(6)),
        entity, amendment);

    public static byte[]? Content(Session session, Guid entity, Guid amendment, int number)
    {
        var found = session.Query("SELECT content FROM attachment WHERE entity_id = $1 AND amendment_id = $2 AND number = $3", static row => row.Bytes(0), entity, amendment, number);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>What a file is, by its first bytes: its name and what the sender says of it prove nothing.</summary>
    public static string MediaType(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 3, 4]) ? Packed(content)
        : content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "application/x-ole-storage"
        : content.StartsWith("<?xml"u8) || content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)'<', (byte)'?', (byte)'x', (byte)'m', (byte)'l']) ? "application/xml"
        : System.Text.Unicode.Utf8.IsValid(content) && !content.Contains((byte)0) ? "text/plain"
        : "application/octet-stream";

    private static string Packed(ReadOnlySpan<byte> content) =>
        content.IndexOf("xl/workbook.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : content.IndexOf("word/document.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        : "application/zip";

    private static RuleViolationException Refusal(LocalizedText text) => new("amendment.attachment", text);
}
