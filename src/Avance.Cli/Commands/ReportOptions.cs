using System.CommandLine;
using System.Globalization;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary>
/// The options that several commands share: which database, which office, which quarter. They are options of text, read
/// when asked for: an option of a value of ours would be compiled anew at every start.
/// </summary>
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
    public Option<string> EntityCode { get; } = Checked(
        "--entity-code",
        terminal.Say("Clave corta del ente público; se omite si la base tiene uno solo.", "Short code of the public entity; may be left out when the database has just one."),
        terminal.Say("clave", "code"),
        text => PublicEntity.TryReadCode(text, out _),
        terminal.Say(
            $"no sirve de clave: use letras sin acento, dígitos y guiones, {PublicEntity.MaxCodeLength} como máximo",
            $"will not do as a code: use letters without accents, digits and hyphens, {PublicEntity.MaxCodeLength} at most"));

    /// <summary>The quarter.</summary>
    public Option<string> Period { get; } = Required(Checked(
        "--period",
        terminal.Say("Trimestre que se informa, como 2023-Q3.", "Quarter reported, as 2023-Q3."),
        terminal.Say("año-Qn", "year-Qn"),
        text => FiscalPeriod.TryParse(text, out _),
        terminal.Say("no es un trimestre; escríbalo como 2023-Q3", "is not a quarter; write it as 2023-Q3")));

    /// <summary>An older version of the report; the newest when left out.</summary>
    public Option<string> Version { get; } = Checked(
        "--report-version",
        terminal.Say("Versión del informe; la más reciente si se omite.", "Version of the report; the newest when left out."),
        "n",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0,
        terminal.Say("no es un número de versión", "is not a version number"));

    /// <summary>The office's official name.</summary>
    public static Option<string> EntityName(Terminal terminal) => Required(Checked(
        "--entity",
        terminal.Say("Nombre oficial del ente público.", "Official name of the public entity."),
        terminal.Say("nombre", "name"),
        text => !string.IsNullOrWhiteSpace(text) && text.Length <= 300 && !text.Any(char.IsControl),
        terminal.Say("no sirve de nombre: escríbalo en una línea, de 300 letras como máximo", "will not do as a name: write it in one line, of at most 300 letters")));

    /// <summary>A day, as 2023-10-30; read it with <see cref="DayOf"/>.</summary>
    public static Option<string> Day(Terminal terminal, string name, LocalizedText description) => Checked(
        name,
        terminal.Say(description),
        terminal.Say("aaaa-mm-dd", "yyyy-mm-dd"),
        text => TryReadDay(text, out _),
        terminal.Say("no es una fecha; escríbala como 2023-10-30", "is not a date; write it as 2023-10-30"));

    /// <summary>The office's code as it is kept, or null when left out.</summary>
    public string? EntityCodeOf(ParseResult parsed) => PublicEntity.TryReadCode(parsed.GetValue(EntityCode), out var code) ? code : null;

    /// <summary>The quarter asked for.</summary>
    public FiscalPeriod PeriodOf(ParseResult parsed) => FiscalPeriod.TryParse(parsed.GetValue(Period), out var period) ? period : default;

    /// <summary>The version asked for, or null for the newest.</summary>
    public int? VersionOf(ParseResult parsed) => parsed.GetValue(Version) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The day given, or null when left out.</summary>
    public static DateOnly? DayOf(ParseResult parsed, Option<string> option) => TryReadDay(parsed.GetValue(option), out var day) ? day : null;

    private static bool TryReadDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static Option<string> Checked(string name, string description, string helpName, Func<string, bool> isValid, string problem)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!isValid(text))
            {
                result.AddError($"«{text}» {problem}.");
            }
        });
        return option;
    }

    private static Option<string> Required(Option<string> option)
    {
        option.Required = true;
        return option;
    }
}
