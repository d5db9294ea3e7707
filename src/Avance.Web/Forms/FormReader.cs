using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Forms;

/// <summary>
/// Reads what people typed. A field that cannot be read gives null and leaves its problem in the form, so that one pass
/// over the fields finds everything that is wrong.
/// </summary>
internal static class FormReader
{
    /// <summary>What a ticked checkbox sends.</summary>
    public const string Ticked = "true";

    private static readonly string[] Days = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d-M-yyyy", "dd-MM-yyyy"];

    /// <summary>Text without spaces around it. Blank when it is not required and nothing was typed.</summary>
    public static string Text(this Form form, Field field, int maxLength = 300, bool required = true)
    {
        var text = Trimmed(form, field).ReplaceLineEndings("\n");
        if (text.Length == 0 && required)
        {
            form.Refuse(field, Missing(field));
        }
        else if (text.Length > maxLength)
        {
            form.Refuse(field, new($"{field.Label.Spanish}: tiene {text.Length} caracteres; caben {maxLength}.", $"{field.Label.English}: it has {text.Length} characters; {maxLength} fit."));
        }

        return text;
    }

    /// <summary>An amount of money: <c>1,234.50</c>, <c>1 234.50</c>, <c>1234.5</c>, with or without a peso sign.</summary>
    public static Money? Money(this Form form, Field field, bool required = true, bool allowNegative = false)
    {
        var pesos = Read(form, field, required, maxDecimals: 2, allowNegative, "1,234.50");
        if (pesos is { } value && Math.Abs(value) >= 1_000_000_000_000_000m)
        {
            form.Refuse(field, new($"{field.Label.Spanish}: el importe es demasiado grande.", $"{field.Label.English}: the amount is too large."));
            return null;
        }

        return pesos is { } amount ? Avance.Money.FromPesos(amount) : null;
    }

    /// <summary>A quantity of a target, with four decimals at most.</summary>
    public static decimal? Quantity(this Form form, Field field, bool required = true, bool allowNegative = false)
    {
        var quantity = Read(form, field, required, maxDecimals: 4, allowNegative, "1,250");
        if (quantity is { } value && Math.Abs(value) >= 1_000_000_000_000m)
        {
            form.Refuse(field, new($"{field.Label.Spanish}: la cantidad es demasiado grande.", $"{field.Label.English}: the quantity is too large."));
            return null;
        }

        return quantity;
    }

    /// <summary>A whole number between two bounds.</summary>
    public static long? Whole(this Form form, Field field, long least = 0, long most = 1_000_000_000_000, bool required = true)
    {
        var number = Read(form, field, required, maxDecimals: 0, allowNegative: least < 0, "25");
        if (number is { } value && (value < least || value > most))
        {
            form.Refuse(field, new($"{field.Label.Spanish}: escriba un número del {Figure.Print(least)} al {Figure.Print(most)}.", $"{field.Label.English}: write a number from {Figure.Print(least)} to {Figure.Print(most)}."));
            return null;
        }

        return (long?)number;
    }

    /// <summary>A day: <c>30/09/2023</c> or <c>2023-09-30</c>.</summary>
    public static DateOnly? Day(this Form form, Field field, bool required = true)
    {
        var text = Trimmed(form, field);
        if (text.Length == 0)
        {
            return Blank<DateOnly>(form, field, required);
        }

        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2999)
        {
            return day;
        }

        form.Refuse(field, new($"{field.Label.Spanish}: «{Excerpt(text)}» no es una fecha; escriba día, mes y año como 30/09/2023.", $"{field.Label.English}: “{Excerpt(text)}” is no date; write day, month and year like 30/09/2023."));
        return null;
    }

    /// <summary>One of several values; null when none was chosen or it is not one of them.</summary>
    public static string? Choice(this Form form, Field field, IEnumerable<string> values, bool required = true)
    {
        var text = Trimmed(form, field);
        if (text.Length == 0)
        {
            if (required)
            {
                form.Refuse(field, new($"{field.Label.Spanish}: elija una opción.", $"{field.Label.English}: choose one."));
            }

            return null;
        }

        if (values.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        form.Refuse(field, new($"{field.Label.Spanish}: «{Excerpt(text)}» no está entre las opciones.", $"{field.Label.English}: “{Excerpt(text)}” is not one of the choices."));
        return null;
    }

    /// <summary>Whether a checkbox is ticked.</summary>
    public static bool IsTicked(this Form form, Field field)
    {
        form.Note(field);
        return form.Typed(field) == Ticked;
    }

    /// <summary>Twelve quantities, null where nothing was typed.</summary>
    public static decimal?[] Quantities(this Form form, Field field, bool allowNegative = false) =>
        [.. Enumerable.Range(1, 12).Select(m => form.Quantity(field.Month(m), required: false, allowNegative))];

    /// <summary>The version of the data that the form was made from, carried by a hidden field.</summary>
    /// <returns>0, and a problem in the form, when it is not there.</returns>
    public static int Version(this Form form)
    {
        if (int.TryParse(form.Typed(Form.VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        Incomplete(form);
        return 0;
    }

    /// <summary>Which row the form is about, carried by a hidden field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field that carries it; <see cref="Form.IdField"/> when null.</param>
    /// <returns>The empty identity, and a problem in the form, when it is not there.</returns>
    public static Guid Id(this Form form, Field? field = null)
    {
        if (Guid.TryParse(form.Typed(field ?? Form.IdField), out var id))
        {
            return id;
        }

        Incomplete(form);
        return Guid.Empty;
    }

    /// <summary>A file, no larger than <paramref name="maxBytes"/> and not empty.</summary>
    public static IFormFile? File(this Form form, Field field, long maxBytes, bool required = true)
    {
        form.Note(field);
        var file = form.Files?.GetFile(field.Name);
        if (file is null || file is { Length: 0, FileName.Length: 0 })
        {
            if (required)
            {
                form.Refuse(field, new($"{field.Label.Spanish}: elija un archivo.", $"{field.Label.English}: choose a file."));
            }

            return null;
        }

        LocalizedText? problem = file.Length == 0
            ? new($"{field.Label.Spanish}: el archivo está vacío.", $"{field.Label.English}: the file is empty.")
            : file.Length > maxBytes
                ? new($"{field.Label.Spanish}: el archivo mide {Megabytes(file.Length)} MB; se admiten hasta {Megabytes(maxBytes)} MB.", $"{field.Label.English}: the file has {Megabytes(file.Length)} MB; up to {Megabytes(maxBytes)} MB are taken.")
                : null;
        if (problem is null)
        {
            return file;
        }

        form.Refuse(field, problem);
        return null;
    }

    private static void Incomplete(Form form)
    {
        var text = new LocalizedText("El formulario llegó incompleto. Abra de nuevo la página y vuelva a intentarlo.", "The form arrived incomplete. Open the page again and try once more.");
        if (form.Problems.All(p => p.Text != form.Site.Text(text)))
        {
            form.Refuse(text);
        }
    }

    private static decimal? Read(Form form, Field field, bool required, int maxDecimals, bool allowNegative, string example)
    {
        var text = Trimmed(form, field);
        if (text.Length == 0)
        {
            return Blank<decimal>(form, field, required);
        }

        LocalizedText? problem = null;
        if (!Figure.TryRead(text.Replace("$", "", StringComparison.Ordinal).Trim(), out var value))
        {
            problem = new($"{field.Label.Spanish}: «{Excerpt(text)}» no es una cifra; escríbala como {example}.", $"{field.Label.English}: “{Excerpt(text)}” is no figure; write it like {example}.");
        }
        else if (decimal.Round(value, maxDecimals) != value)
        {
            problem = maxDecimals == 0
                ? new($"{field.Label.Spanish}: escriba un número entero, sin decimales.", $"{field.Label.English}: write a whole number, without decimals.")
                : new($"{field.Label.Spanish}: «{Excerpt(text)}» tiene más de {maxDecimals} decimales.", $"{field.Label.English}: “{Excerpt(text)}” has more than {maxDecimals} decimals.");
        }
        else if (value < 0 && !allowNegative)
        {
            problem = new($"{field.Label.Spanish}: no puede ser negativo.", $"{field.Label.English}: it cannot be negative.");
        }

        if (problem is null)
        {
            return value;
        }

        form.Refuse(field, problem);
        return null;
    }

    private static string Trimmed(Form form, Field field)
    {
        form.Note(field);
        return form.Typed(field).Trim();
    }

    private static T? Blank<T>(Form form, Field field, bool required)
        where T : struct
    {
        if (required)
        {
            form.Refuse(field, Missing(field));
        }

        return null;
    }

    private static LocalizedText Missing(Field field) => new($"{field.Label.Spanish}: falta; escriba el dato.", $"{field.Label.English}: it is missing; write it.");

    private static string Excerpt(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture);
}
