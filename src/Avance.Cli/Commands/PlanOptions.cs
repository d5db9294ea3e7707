using System.CommandLine;
using System.Globalization;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary>What the commands of a plan share: which database, which office, which year, and how a row of it is named.</summary>
internal sealed class PlanOptions
{
    private readonly Terminal _terminal;
    private readonly ReportOptions _report;

    public PlanOptions(Terminal terminal)
    {
        _terminal = terminal;
        _report = new(terminal);
        Year = new("--year")
        {
            Description = terminal.Say("Ejercicio fiscal, como 2024.", "Fiscal year, as 2024."),
            HelpName = terminal.Say("año", "year"),
            Required = true,
        };
        Year.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!TryReadYear(text, out _))
            {
                result.AddError(terminal.Say($"«{text}» no es un ejercicio; escríbalo como 2024.", $"«{text}» is not a fiscal year; write it as 2024."));
            }
        });
    }

    /// <summary>The database.</summary>
    public Option<string> Database => _report.Database;

    /// <summary>The office's code.</summary>
    public Option<string> EntityCode => _report.EntityCode;

    /// <summary>The year.</summary>
    public Option<string> Year { get; }

    /// <summary>Adds the three to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(Database);
        command.Options.Add(EntityCode);
        command.Options.Add(Year);
        return command;
    }

    public int YearOf(ParseResult parsed) => int.Parse(parsed.GetRequiredValue(Year), CultureInfo.InvariantCulture);

    public string? EntityCodeOf(ParseResult parsed) => _report.EntityCodeOf(parsed);

    /// <summary>The plan that the options name.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: there is none.</exception>
    public AnnualPlan Find(Database database, ParseResult parsed) => new PlanQueries(database).Get(EntityCodeOf(parsed), YearOf(parsed));

    /// <summary>The project that an address names: <c>06/A008</c>.</summary>
    /// <exception cref="RuleViolationException"><c>plan.address</c>, <c>plan.missing</c>.</exception>
    public static PlannedProject Project(AnnualPlan plan, string address)
    {
        var (unit, key, _) = Address(address, 2);
        return plan.Project(unit, key) ?? throw MissingProject(plan, address, key);
    }

    /// <summary>The indicator that an address names: <c>06/A008/1</c>.</summary>
    /// <exception cref="RuleViolationException"><c>plan.address</c>, <c>plan.missing</c>.</exception>
    public static (PlannedProject Project, Indicator Indicator) Indicator(AnnualPlan plan, string address)
    {
        var (unit, key, position) = Address(address, 3);
        var project = plan.Project(unit, key) ?? throw MissingProject(plan, address, key);
        return (project, project.Indicators.FirstOrDefault(i => i.Position == position) ?? throw new RuleViolationException("plan.missing", new(
            $"{project.Address} no tiene un indicador {position}; tiene {project.Indicators.Count}.",
            $"{project.Address} has no indicator {position}; it has {project.Indicators.Count}.")));
    }

    /// <summary>Unit, key and position of an address with as many parts.</summary>
    /// <exception cref="RuleViolationException"><c>plan.address</c>: it is written otherwise.</exception>
    public static (string Unit, string Key, int Position) Address(string text, int parts)
    {
        var split = text.Split('/');
        var position = 0;
        return split.Length == parts && split.All(part => part.Length > 0) && (parts == 2 || int.TryParse(split[2], NumberStyles.None, CultureInfo.InvariantCulture, out position))
            ? (split[0], split[1], position)
            : throw new RuleViolationException("plan.address", parts == 2
                ? new($"«{text}» no nombra un proyecto; escriba unidad y clave, como 06/A008.", $"«{text}» names no project; write unit and key, as 06/A008.")
                : new($"«{text}» no nombra un indicador; escriba unidad, clave y número, como 06/A008/1.", $"«{text}» names no indicator; write unit, key and number, as 06/A008/1."));
    }

    /// <summary>An argument that names a row.</summary>
    public Argument<string> Named(string spanish, string english, string descriptionSpanish, string descriptionEnglish) => new(_terminal.Say(spanish, english))
    {
        Description = _terminal.Say(descriptionSpanish, descriptionEnglish),
    };

    /// <summary>An option of text.</summary>
    public Option<string?> Text(string name, string spanish, string english, string? helpName = null) => new(name)
    {
        Description = _terminal.Say(spanish, english),
        HelpName = helpName ?? _terminal.Say("texto", "text"),
    };

    /// <summary>Tells problems: those that stop what was asked as errors, and the rest as warnings. The exit code follows.</summary>
    public static int Tell(Terminal terminal, IReadOnlyList<PlanProblem> problems, Func<PlanProblem, bool> stops)
    {
        var isStopped = false;
        foreach (var problem in problems)
        {
            isStopped |= stops(problem);
            terminal.Error.WriteLine($"{terminal.Say(stops(problem) ? new("error", "error") : new("aviso", "warning"))}: {terminal.Say(problem.Message)} {terminal.Say(problem.Remedy)} [{problem.RuleId}]");
        }

        return isStopped ? ExitCode.Refused : ExitCode.Done;
    }

    private static bool TryReadYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FiscalYear.First and <= FiscalYear.Last;

    private static RuleViolationException MissingProject(AnnualPlan plan, string address, string key)
    {
        var same = string.Join(", ", plan.Projects.Where(p => p.Key == key).Select(p => p.Address));
        return new("plan.missing", same.Length > 0
            ? new($"El plan no tiene el proyecto {address}; la clave {key} está en {same}.", $"The plan has no project {address}; key {key} stands in {same}.")
            : new($"El plan no tiene el proyecto {address}; véalos con «avance plan show».", $"The plan has no project {address}; see them with «avance plan show»."));
    }
}
