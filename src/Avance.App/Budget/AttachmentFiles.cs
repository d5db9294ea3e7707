using System.Security.Cryptography;
using Avance.App.Files;
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
        var last = FileNames.Last(name);
        if (!FileNames.IsUsable(last))
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
        var attachment = new AmendmentAttachment(number, name, FileTypes.Of(content).MediaType, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, now, actor);
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

    private static RuleViolationException Refusal(LocalizedText text) => new("amendment.attachment", text);
}
