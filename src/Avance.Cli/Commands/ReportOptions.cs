using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary>The options that several commands share: which database, which office, which quarter.</summary>
internal sealed class ReportOptions(Terminal terminal)
{
    /// <summary>The database: a SQLite file, or a PostgreSQL address.</summary>
    public Option<string> Database { get; } = new("--db")
    {
        Description = terminal.Say("Base de datos: un archivo SQLite o una dirección postgres://…", "Database: a SQLite file or a postgres://… address."),
        HelpName = terminal.Say("base", "database"),
        DefaultValueFactory = _ => "avance.db",
    };

    /// <summary>The office's short code; may be left out where the database has one office.</summary>
    public Option<string?> EntityCode { get; } = new("--entity-code")
    {
        Description = terminal.Say("Clave corta del ente público; se omite si la base tiene uno solo.", "Short code of the public entity; may be left out when the database has just one."),
        HelpName = terminal.Say("clave", "code"),
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!PublicEntity.TryReadCode(text, out var code))
            {
                result.AddError(terminal.Say(
                    $"«{text}» no sirve de clave: use letras sin acento, dígitos y guiones, {PublicEntity.MaxCodeLength} como máximo.",
                    $"«{text}» will not do as a code: use letters without accents, digits and hyphens, {PublicEntity.MaxCodeLength} at most."));
            }

            return code;
        },
    };

    /// <summary>The quarter.</summary>
    public Option<FiscalPeriod> Period { get; } = new("--period")
    {
        Description = terminal.Say("Trimestre que se informa, como 2023-Q3.", "Quarter reported, as 2023-Q3."),
        HelpName = terminal.Say("año-Qn", "year-Qn"),
        Required = true,
        CustomParser = result => Parse(result, terminal, (string text, out FiscalPeriod period) => FiscalPeriod.TryParse(text, out period),
            new("no es un trimestre; escríbalo como 2023-Q3", "is not a quarter; write it as 2023-Q3")) ?? default,
    };

    /// <summary>An older version of the report; the newest when left out.</summary>
    public Option<int?> Version { get; } = new("--report-version")
    {
        Description = terminal.Say("Versión del informe; la más reciente si se omite.", "Version of the report; the newest when left out."),
        HelpName = "n",
        CustomParser = result => Parse(result, terminal, (string text, out int version) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version) && version > 0,
            new("no es un número de versión", "is not a version number")),
    };

    /// <summary>A day, as 2023-10-30.</summary>
    public static Option<DateOnly?> Day(Terminal terminal, string name, LocalizedText description) => new(name)
    {
        Description = terminal.Say(description),
        HelpName = terminal.Say("aaaa-mm-dd", "yyyy-mm-dd"),
        CustomParser = result => Parse(result, terminal, (string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
            new("no es una fecha; escríbala como 2023-10-30", "is not a date; write it as 2023-10-30")),
    };

    private delegate bool TryParse<T>(string text, out T value);

    private static T? Parse<T>(ArgumentResult result, Terminal terminal, TryParse<T> tryParse, LocalizedText problem)
        where T : struct
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (tryParse(text, out var value))
        {
            return value;
        }

        result.AddError($"«{text}» {terminal.Say(problem)}.");
        return null;
    }
}
