using System.Security.Cryptography;
using Avance.App.Files;

namespace Avance.App.Capture;

/// <summary>What was found of a file that somebody sends, before it is kept.</summary>
/// <param name="Name">The name under which it will be offered.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record EvidenceIntake(string Name, string MediaType, string Sha256, long Bytes)
{
    /// <summary>Looks a file over: its size, its name, what it is. It is read in pieces and left at its beginning.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>evidence.name</c>, <c>evidence.empty</c>, <c>evidence.size</c> or <c>evidence.type</c>.
    /// </exception>
    public static EvidenceIntake Of(string name, Stream content, EvidenceLimits limits)
    {
        var last = FileNames.Last(name);
        if (!FileNames.IsUsable(last))
        {
            throw new RuleViolationException("evidence.name", new(
                $"El archivo no tiene un nombre que sirva: lleva de 1 a {FileNames.Longest} letras, sin caracteres invisibles. Cámbiele el nombre y envíelo de nuevo.",
                $"The file has no usable name: 1 to {FileNames.Longest} letters, without invisible characters. Rename it and send it again."));
        }

        if (content.Length == 0)
        {
            throw new RuleViolationException("evidence.empty", new(
                $"El archivo «{last}» está vacío. Ábralo para ver si es el correcto y envíelo de nuevo.",
                $"The file «{last}» is empty. Open it to see whether it is the right one and send it again."));
        }

        if (content.Length > limits.MaxBytes)
        {
            throw new RuleViolationException("evidence.size", new(
                $"El archivo «{last}» pasa de {limits.MaxBytes >> 20} MiB. Redúzcalo, por ejemplo con menos resolución, o divídalo en varios.",
                $"The file «{last}» is larger than {limits.MaxBytes >> 20} MiB. Make it smaller, for example with less resolution, or split it."));
        }

        var type = FileTypes.Of(content);
        if (!type.IsInert)
        {
            throw new RuleViolationException("evidence.type", Explain(last, type));
        }

        var fullName = type.Named(last);
        var hash = SHA256.HashData(content);
        content.Position = 0;
        return new(fullName.Length <= FileNames.Longest ? fullName : last[^(FileNames.Longest - 5)..] + type.Extensions[0], type.MediaType, Convert.ToHexStringLower(hash), content.Length);
    }

    private static LocalizedText Explain(string name, FileType type)
    {
        var what = type == FileType.Markup ? new LocalizedText("es HTML, SVG o XML, o un navegador podría tomarlo por una página", "is HTML, SVG or XML, or a browser could take it for a page")
            : type == FileType.Macros ? new("trae macros", "holds macros")
            : type == FileType.OldOffice ? new("es un documento de Office anterior a 2007", "is an Office document of before 2007")
            : new LocalizedText("no es de un tipo conocido, o está dañado", "is of no known type, or damaged");
        return new(
            $"El archivo «{name}» {what.Spanish}, y no se recibe. Se reciben PDF, imágenes (PNG, JPEG, WEBP), XLSX, DOCX, PPTX, ODS, ODT, texto, CSV y ZIP: guárdelo como uno de ellos, o en un ZIP, y envíelo de nuevo.",
            $"The file «{name}» {what.English}, and is not taken. PDF, images (PNG, JPEG, WEBP), XLSX, DOCX, PPTX, ODS, ODT, text, CSV and ZIP are taken: save it as one of them, or in a ZIP, and send it again.");
    }
}
