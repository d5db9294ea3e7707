using System.CommandLine;
using System.Globalization;
using Avance.App.Budget;
using Avance.App.Planning;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary>What commands about amendments share: which database, office and year, and which amendment.</summary>
internal sealed class AmendOptions(Terminal terminal)
{
    private readonly ReportOptions _options = new(terminal);

    private readonly Option<string> _year = new("--year")
    {
        Description = terminal.Say("Ejercicio fiscal; se omite si la referencia lo dice o si la base tiene uno solo.", "Fiscal year; may be left out when the reference says it or the database has just one."),
        HelpName = terminal.Say("año", "year"),
    };

    private readonly Argument<string> _reference = new(terminal.Say("FOLIO", "FOLIO"))
    {
        Description = terminal.Say("Folio (AP-2023-0001) o referencia del borrador (BORR-2023-0001).", "Folio (AP-2023-0001) or reference of the draft (BORR-2023-0001)."),
    };

    /// <summary>A command of an office's year.</summary>
    public Command OfYear(string name, LocalizedText description, Func<ParseResult, Visit, int> execute, params Symbol[] symbols) =>
        Make(name, description, symbols, parsed => Enter(parsed, null, visit => execute(parsed, visit)));

    /// <summary>A command of one amendment.</summary>
    public Command OfAmendment(string name, LocalizedText description, Func<ParseResult, Visit, AmendmentFile, int> execute, params Symbol[] symbols) =>
        Make(name, description, [_reference, .. symbols], parsed =>
        {
            var reference = parsed.GetRequiredValue(_reference);
            return Enter(parsed, reference, visit => execute(parsed, visit, visit.Queries.Find(visit.Entity, visit.Year, reference) ?? throw new RuleViolationException("amendment.missing", AmendmentQueries.Missing(visit.Entity, visit.Year, reference))));
        });

    private Command Make(string name, LocalizedText description, Symbol[] symbols, Func<ParseResult, int> execute)
    {
        var command = new Command(name, terminal.Say(description)) { _options.Database, _options.EntityCode, _year };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction(execute);
        return command;
    }

    private int Enter(ParseResult parsed, string? reference, Func<Visit, int> execute)
    {
        using var database = Database.OpenExisting(parsed.GetRequiredValue(_options.Database));
        var code = _options.EntityCodeOf(parsed);
        var year = parsed.GetValue(_year) ?? YearIn(reference);
        var years = new PlanQueries(database).Years()
            .Where(y => (code is null || y.Entity.Code == code) && (year is null || y.Year.Year.ToString(CultureInfo.InvariantCulture) == year))
            .ToList();
        return years.Count == 1 ? execute(new(database, years[0].Entity.Code, years[0].Year.Year)) : throw Ambiguous(years, code, year);
    }

    /// <summary>The year in references of our own: <c>AP-2023-0001</c>.</summary>
    private static string? YearIn(string? reference) =>
        reference?.Split('-') is [_, { Length: 4 } year, _] && year.All(char.IsAsciiDigit) ? year : null;

    private static RuleViolationException Ambiguous(List<PlannedYear> years, string? code, string? year) => years.Count == 0
        ? new("plan.year", new(
            $"La base no tiene el ejercicio {year}{(code is null ? "" : $" de {code}")}. Inícielo con «avance plan start».",
            $"The database has no fiscal year {year}{(code is null ? "" : $" of {code}")}. Start it with «avance plan start»."))
        : new("plan.year", new(
            $"La base tiene varios ejercicios ({string.Join(", ", years.Select(y => $"{y.Entity.Code} {y.Year.Year}"))}). Indique cuál con --entity-code y --year.",
            $"The database has several fiscal years ({string.Join(", ", years.Select(y => $"{y.Entity.Code} {y.Year.Year}"))}). Say which with --entity-code and --year."));

    /// <summary>An open database, and the office's year that the command is about.</summary>
    internal sealed record Visit(Database Database, string Entity, int Year)
    {
        public Amendments Amendments => new(Database, TimeProvider.System);

        public AmendmentQueries Queries => new(Database);

        public static string Actor => Environment.UserName;
    }
}
