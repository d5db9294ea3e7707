using System.CommandLine;
using System.Globalization;
using Avance.App.Budget;
using Avance.Budget;

namespace Avance.Cli.Commands;

/// <summary>Commands that write an amendment: its heading, its lines, its targets, its files.</summary>
internal static class AmendWriting
{
    public static Command New(Terminal terminal)
    {
        var heading = new AmendHeading(terminal, isNew: true);
        return new AmendOptions(terminal).OfYear(
            "new", new("Escribe un borrador.", "Writes a draft."),
            (parsed, visit) =>
            {
                var draft = heading.Apply(parsed, new Amendment { Id = Guid.Empty, Year = visit.Year, Type = AmendmentType.Transfer });
                return AmendText.Tell(terminal, visit.Amendments.Create(visit.Entity, draft, AmendOptions.Visit.Actor), a => new(
                    $"{a.Reference}: borrador de {a.Type.DisplayName().Spanish}. Agregue renglones con «avance amend line {a.Reference} CLAVE MES IMPORTE».",
                    $"{a.Reference}: draft of a {a.Type.DisplayName().English}. Add lines with «avance amend line {a.Reference} KEY MONTH AMOUNT»."));
            },
            heading.Options);
    }

    public static Command Edit(Terminal terminal)
    {
        var heading = new AmendHeading(terminal, isNew: false);
        return new AmendOptions(terminal).OfAmendment(
            "edit", new("Corrige el encabezado de un borrador o de una devuelta.", "Corrects the heading of a draft or of a returned one."),
            (parsed, visit, file) => AmendText.Tell(terminal, visit.Amendments.Edit(visit.Entity, heading.Apply(parsed, file.Amendment), AmendOptions.Visit.Actor), a => new($"{a.Reference}: corregida.", $"{a.Reference}: corrected.")),
            heading.Options);
    }

    public static Command Line(Terminal terminal)
    {
        var key = Optional(terminal, new("CLAVE", "KEY"), new("Clave presupuestaria; puede ser nueva si su proyecto existe.", "Budget line; may be new when its project exists."));
        var month = Optional(terminal, new("MES", "MONTH"), new("Mes del calendario: 10, oct u octubre.", "Month of the calendar: 10, oct or octubre."));
        var amount = Optional(terminal, new("IMPORTE", "AMOUNT"), new("Pesos: positivo amplía, negativo reduce.", "Pesos: positive adds, negative takes."));
        var remove = Remove(terminal);
        return new AmendOptions(terminal).OfAmendment(
            "line", new("Agrega un renglón de dinero, o quita uno con --remove.", "Adds a line of money, or removes one with --remove."),
            (parsed, visit, file) =>
            {
                var lines = file.Amendment.Lines.ToList();
                if (parsed.GetValue(remove) is { } number)
                {
                    lines.RemoveAt(Index(number, lines.Count));
                }
                else
                {
                    lines.Add(new(Given(parsed, key), Month(Given(parsed, month)), Amount(Given(parsed, amount))));
                }

                return AmendText.Tell(terminal, visit.Amendments.Edit(visit.Entity, file.Amendment with { Lines = lines }, AmendOptions.Visit.Actor), a => new(
                    $"{a.Reference}: {Count(a.Lines.Count, "renglón", "renglones")}; amplía {a.Increases} y reduce {a.Decreases}.",
                    $"{a.Reference}: {Count(a.Lines.Count, "line", "lines")}; adds {a.Increases} and takes {a.Decreases}."));
            },
            key, month, amount, remove);
    }

    public static Command Target(Terminal terminal)
    {
        var unit = Optional(terminal, new("UNIDAD", "UNIT"), new("Clave de la unidad del proyecto.", "Code of the project's unit."));
        var project = Optional(terminal, new("PROYECTO", "PROJECT"), new("Clave del proyecto.", "Key of the project."));
        var indicator = Optional(terminal, new("INDICADOR", "INDICATOR"), new("Número del indicador dentro del proyecto.", "Number of the indicator within the project."));
        var month = Optional(terminal, new("MES", "MONTH"), new("Mes del calendario.", "Month of the calendar."));
        var quantity = Optional(terminal, new("CANTIDAD", "QUANTITY"), new("Unidades: positiva suma, negativa resta.", "Units: positive adds, negative takes."));
        var remove = Remove(terminal);
        return new AmendOptions(terminal).OfAmendment(
            "target", new("Agrega un cambio de meta, o quita uno con --remove.", "Adds a change of a target, or removes one with --remove."),
            (parsed, visit, file) =>
            {
                var targets = file.Amendment.Targets.ToList();
                if (parsed.GetValue(remove) is { } number)
                {
                    targets.RemoveAt(Index(number, targets.Count));
                }
                else
                {
                    targets.Add(new(Given(parsed, unit), Given(parsed, project), Number(Given(parsed, indicator)), Month(Given(parsed, month)), Quantity(Given(parsed, quantity))));
                }

                return AmendText.Tell(terminal, visit.Amendments.Edit(visit.Entity, file.Amendment with { Targets = targets }, AmendOptions.Visit.Actor), a => new(
                    $"{a.Reference}: {Count(a.Targets.Count, "cambio", "cambios")} de meta.",
                    $"{a.Reference}: {Count(a.Targets.Count, "change", "changes")} of targets."));
            },
            unit, project, indicator, month, quantity, remove);
    }

    public static Command Attach(Terminal terminal)
    {
        var path = new Argument<FileInfo>(terminal.Say("ARCHIVO", "FILE")) { Description = terminal.Say("El archivo que la sustenta, de 10 MiB como máximo.", "The file that supports it, of at most 10 MiB.") };
        return new AmendOptions(terminal).OfAmendment(
            "attach", new("Adjunta un archivo; queda como llegó.", "Attaches a file; it is kept as it came."),
            (parsed, visit, file) =>
            {
                var source = parsed.GetRequiredValue(path);
                if (!source.Exists)
                {
                    throw new RuleViolationException("file.missing", new($"No existe el archivo «{source}»; revise la ruta.", $"There is no file «{source}»; check the path."));
                }

                // One byte over the limit is enough to be told; a file of gigabytes need not be read for that.
                using var stream = source.OpenRead();
                var content = new byte[(int)Math.Min(source.Length, Amendments.MaxAttachmentBytes + 1L)];
                stream.ReadExactly(content);
                var attachment = visit.Amendments.Attach(visit.Entity, visit.Year, file.Amendment.Reference, source.Name, content, AmendOptions.Visit.Actor);
                terminal.Line(terminal.Say(
                    $"{file.Amendment.Reference}: archivo {attachment.Number}, {attachment.Name} ({attachment.MediaType}, {Figure.Grouped(attachment.Bytes, 0)} bytes), SHA-256 {attachment.Sha256[..16]}.",
                    $"{file.Amendment.Reference}: file {attachment.Number}, {attachment.Name} ({attachment.MediaType}, {Figure.Grouped(attachment.Bytes, 0)} bytes), SHA-256 {attachment.Sha256[..16]}."));
                return ExitCode.Done;
            },
            path);
    }

    public static Command Detach(Terminal terminal)
    {
        var number = new Argument<string>(terminal.Say("NÚMERO", "NUMBER")) { Description = terminal.Say("Número del archivo, como lo dice «avance amend show».", "Number of the file, as «avance amend show» says it.") };
        return new AmendOptions(terminal).OfAmendment(
            "detach", new("Quita un archivo de un borrador o de una devuelta.", "Takes a file out of a draft or of a returned one."),
            (parsed, visit, file) =>
            {
                var taken = visit.Amendments.Detach(visit.Entity, visit.Year, file.Amendment.Reference, Number(parsed.GetRequiredValue(number)), AmendOptions.Visit.Actor);
                terminal.Line(terminal.Say($"{file.Amendment.Reference}: se quitó el archivo {taken.Number}, {taken.Name}.", $"{file.Amendment.Reference}: file {taken.Number}, {taken.Name}, was taken out."));
                return ExitCode.Done;
            },
            number);
    }

    private static string Count(int count, string one, string many) => $"{Figure.Grouped(count, 0)} {(count == 1 ? one : many)}";

    private static Argument<string?> Optional(Terminal terminal, LocalizedText name, LocalizedText description) =>
        new(terminal.Say(name)) { Description = terminal.Say(description), Arity = ArgumentArity.ZeroOrOne };

    private static Option<string> Remove(Terminal terminal) =>
        new("--remove") { Description = terminal.Say("Quita el renglón con ese número.", "Removes the line with that number."), HelpName = "n" };

    private static string Given(ParseResult parsed, Argument<string?> argument) =>
        parsed.GetValue(argument) is { Length: > 0 } text ? text : throw Unreadable(new($"Falta {argument.Name}.", $"{argument.Name} is missing."));

    private static int Month(string text) => AmendmentMonths.TryRead(text, out var month) ? month : throw Unreadable(new(
        $"«{text}» no es un mes; escríbalo como 10, oct u octubre.", $"«{text}» is not a month; write it as 10, oct or octubre."));

    private static Money Amount(string text) => Figure.TryRead(text, out var pesos) && decimal.Round(pesos, 2) == pesos && Math.Abs(pesos) < 1_000_000_000_000m ? Money.FromPesos(pesos) : throw Unreadable(new(
        $"«{text}» no es un importe; escríbalo en pesos y centavos, como -1000.00.", $"«{text}» is not an amount; write it in pesos and centavos, as -1000.00."));

    private static decimal Quantity(string text) => Figure.TryRead(text, out var quantity) && decimal.Round(quantity, 4) == quantity ? quantity : throw Unreadable(new(
        $"«{text}» no es una cantidad; escríbala como -2 o 1.5.", $"«{text}» is not a quantity; write it as -2 or 1.5."));

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Unreadable(new(
        $"«{text}» no es un número, de 1 en adelante.", $"«{text}» is not a number, from 1 on."));

    private static int Index(string text, int count) => Number(text) is var number && number <= count ? number - 1 : throw Unreadable(new(
        $"La adecuación no tiene un renglón {text}; tiene {count}.", $"The amendment has no line {text}; it has {count}."));

    private static RuleViolationException Unreadable(LocalizedText text) => new("amendment.text", text);
}
