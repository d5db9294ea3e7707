using System.Collections.Frozen;

namespace Avance.Web.Work;

/// <summary>
/// What a page tells when the one before it did something. It travels as a word in the address, so there is no cookie, and
/// nobody can make a page say anything that is not here.
/// </summary>
public static class Notices
{
    /// <summary>The part of the query that carries it.</summary>
    public const string Key = "notice";

    /// <summary>Something was saved.</summary>
    public const string Saved = "saved";

    /// <summary>Something was deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>A plan was approved.</summary>
    public const string Approved = "approved";

    /// <summary>A year was opened.</summary>
    public const string Opened = "opened";

    /// <summary>Months or a year were closed.</summary>
    public const string Closed = "closed";

    /// <summary>An amendment took a step.</summary>
    public const string Moved = "moved";

    /// <summary>A sheet was kept as it is, with whatever is still wrong in it.</summary>
    public const string Kept = "kept";

    /// <summary>A sheet was sent to review.</summary>
    public const string Submitted = "submitted";

    /// <summary>A password was changed.</summary>
    public const string PasswordSet = "password-set";

    /// <summary>A session was ended.</summary>
    public const string Ended = "ended";

    /// <summary>A report was issued.</summary>
    public const string Issued = "issued";

    private static readonly FrozenDictionary<string, LocalizedText> Texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        [Saved] = new("Se guardó.", "It was saved."),
        [Deleted] = new("Se eliminó.", "It was deleted."),
        [Approved] = new("El plan quedó aprobado.", "The plan is approved."),
        [Opened] = new("El ejercicio quedó abierto.", "The fiscal year is open."),
        [Closed] = new("Quedó cerrado.", "It is closed."),
        [Kept] = new("Se guardó el borrador.", "The draft was saved."),
        [Submitted] = new("La hoja se envió a revisión.", "The sheet was sent to review."),
        [PasswordSet] = new("La contraseña cambió y sus demás sesiones terminaron.", "The password changed and your other sessions ended."),
        [Ended] = new("La sesión terminó.", "The session ended."),
        [Issued] = new("El informe quedó emitido.", "The report was issued."),
        [Moved] = new("Se registró el paso.", "The step was recorded."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text of a notice; null when there is none of that name.</summary>
    public static LocalizedText? Find(string name) => Texts.GetValueOrDefault(name);
}
