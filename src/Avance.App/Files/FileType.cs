namespace Avance.App.Files;

/// <summary>What a file is, as its content says it.</summary>
/// <param name="MediaType">Its media type: <c>application/pdf</c>.</param>
/// <param name="Extensions">How the names of such files end, the usual one first; none for what is only kept, not known.</param>
/// <param name="IsInert">Whether it can be handed to a browser and to office programs without anything in it running by itself.</param>
internal sealed record FileType(string MediaType, IReadOnlyList<string> Extensions, bool IsInert)
{
    public static readonly FileType Pdf = new("application/pdf", [".pdf"], true);
    public static readonly FileType Png = new("image/png", [".png"], true);
    public static readonly FileType Jpeg = new("image/jpeg", [".jpg", ".jpeg"], true);
    public static readonly FileType Webp = new("image/webp", [".webp"], true);
    public static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], true);
    public static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], true);
    public static readonly FileType Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"], true);
    public static readonly FileType Ods = new("application/vnd.oasis.opendocument.spreadsheet", [".ods"], true);
    public static readonly FileType Odt = new("application/vnd.oasis.opendocument.text", [".odt"], true);
    public static readonly FileType Zip = new("application/zip", [".zip"], true);
    public static readonly FileType Text = new("text/plain", [".txt", ".csv"], true);

    /// <summary>An office document with macros.</summary>
    public static readonly FileType Macros = new("application/vnd.ms-office", [], false);

    /// <summary>A document of the office programs of before 2007, which may hold macros.</summary>
    public static readonly FileType OldOffice = new("application/x-ole-storage", [], false);

    /// <summary>HTML, SVG, XML, or something else that a browser could take for a page: handed out as plain text, which none runs.</summary>
    public static readonly FileType Markup = new("text/plain", [], false);

    /// <summary>None of those that are known.</summary>
    public static readonly FileType Unknown = new("application/octet-stream", [], false);

    /// <summary>
    /// A name under which the file opens as what it is: <c>acta.html</c> that holds plain text becomes <c>acta.html.txt</c>,
    /// because whoever opens a download by its name lets the name decide.
    /// </summary>
    public string Named(string name) =>
        Extensions.Count == 0 || Extensions.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? name : name + Extensions[0];
}
