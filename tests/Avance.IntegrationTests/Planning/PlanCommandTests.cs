using Avance.IntegrationTests.Cli;
using Xunit;

namespace Avance.IntegrationTests.Planning;

/// <summary>A year planned, approved, opened, closed and copied by command alone.</summary>
public sealed class PlanCommandTests
{
    [Fact]
    public void A_year_can_be_planned_by_command()
    {
        using var line = new CommandLine();
        Planned(line);

        var tree = Done(line, "show");
        Assert.Contains("2024, en borrador", tree, StringComparison.Ordinal);
        Assert.Contains("2 unidades · 2 proyectos · 2 indicadores", tree, StringComparison.Ordinal);
        Assert.Contains("02/A008", tree, StringComparison.Ordinal);
        var project = Done(line, "project", "01/A002");
        Assert.Contains("Dirigir el instituto", project, StringComparison.Ordinal);
        Assert.Contains("R101 Procesos electorales", project, StringComparison.Ordinal);
        Assert.Contains("16.7 5.5", project, StringComparison.Ordinal);
        Assert.Contains("nada que aclarar", Done(line, "check"), StringComparison.Ordinal);

        Done(line, "approve", "--on", "2023-10-23", "--authority", "Acuerdo 53");
        Assert.Contains("[plan.budget]", Run(line, "open").Error, StringComparison.Ordinal);
        Done(line, "open", "--without-budget");
        Assert.Contains("abierto, cerrado hasta marzo", Done(line, "close-month", "3"), StringComparison.Ordinal);
        Done(line, "set", "project", "02/E001", "--by-amendment", "--name", "Proyecto nuevo", "--subfunction", "1.3.6");
        Done(line, "set", "closed", "02/A008");
        Done(line, "close-month", "12");
        Assert.Contains("2024, cerrado", Done(line, "close"), StringComparison.Ordinal);
        var copied = line.Run("plan", "copy", "--db", line["avance.db"], "--from", "2024", "--to", "2025");
        Assert.Equal((0, ""), (copied.Code, copied.Error));
        Assert.Contains("2 unidades · 2 proyectos · 1 indicador", line.Run("plan", "show", "--db", line["avance.db"], "--year", "2025").Output, StringComparison.Ordinal);
        Assert.Contains("bitácora íntegra", line.Run("journal", "verify", "--db", line["avance.db"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_said_stays_as_it_is()
    {
        using var line = new CommandLine();
        Planned(line);
        Done(line, "set", "project", "01/A002", "--objective", "Cumplir la ley", "--women", "154");
        Done(line, "set", "indicator", "01/A002/1", "--direction", "descendente", "--baseline", "20", "--bands", "95-105/80-120");

        var project = Done(line, "project", "01/A002");
        Assert.Contains("Cumplir la ley", project, StringComparison.Ordinal);
        Assert.Contains("R101 Procesos electorales", project, StringComparison.Ordinal);
        Assert.Contains("Descendente", project, StringComparison.Ordinal);
        Done(line, "set", "project", "01/A002", "--move-to", "02/A003");
        Assert.Contains("02/A003", Done(line, "show"), StringComparison.Ordinal);
        Done(line, "set", "place", "02/A008", "1");
        Done(line, "remove", "indicator", "02/A008/1");
        Done(line, "remove", "project", "02/A008");
        Done(line, "remove", "unit", "01");
        Done(line, "remove", "programme", "M001");
        Assert.Contains("1 unidad · 1 proyecto · 1 indicador", Done(line, "show"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.address", "project", "A002")]
    [InlineData("plan.missing", "project", "02/A002")]
    [InlineData("plan.word", "set", "project", "01/A002", "--type", "otro")]
    [InlineData("plan.quantity", "set", "project", "01/A002", "--women", "muchas")]
    [InlineData("plan.quantity", "set", "project", "01/A002", "--women", "12.7")]
    [InlineData("plan.quantity", "set", "project", "01/A002", "--men", "99999999999999999999")]
    [InlineData("plan.quantity", "set", "indicator", "01/A002/1", "--annual", "9999999999999999")]
    [InlineData("plan.quantity", "set", "indicator", "01/A002/1", "--baseline", "1.23456")]
    [InlineData("plan.date", "approve", "--on", "2999-01-01", "--authority", "Acuerdo 53")]
    [InlineData("plan.calendar", "set", "indicator", "01/A002/1", "--calendar", "1 2 3")]
    [InlineData("plan.bands", "set", "indicator", "01/A002/1", "--bands", "verde")]
    [InlineData("AVP-032", "set", "project", "01/A002", "--sdg", "16.99")]
    [InlineData("AVP-061", "set", "programme", "A001", "--name", "Ejército")]
    [InlineData("plan.missing", "sheet", "01/A002/7", "--output", "ficha.pdf")]
    [InlineData("plan.state", "open")]
    public void Refuses_with_words_that_help(string rule, params string[] words)
    {
        using var line = new CommandLine();
        Planned(line);
        var answer = Run(line, words);
        Assert.Equal(1, answer.Code);
        Assert.Contains($"[{rule}]", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_approve_what_is_not_ready()
    {
        using var line = new CommandLine();
        Planned(line);
        Done(line, "set", "indicator", "01/A002/1", "--annual", "99");
        var check = Run(line, "check");
        Assert.Equal(1, check.Code);
        Assert.Contains("AVP-046", check.Output, StringComparison.Ordinal);
        var approve = Run(line, "approve", "--on", "2023-10-23", "--authority", "Acuerdo 53");
        Assert.Equal(1, approve.Code);
        Assert.Contains("error: La calendarización", approve.Error, StringComparison.Ordinal);
        Assert.Contains("sigue en borrador", approve.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cover", "01/A002", "pdf", "%PDF-")]
    [InlineData("cover", "01/A002", "xlsx", "PK")]
    [InlineData("cover", "01/A002", "html", "<!DOCTYPE html>")]
    [InlineData("sheet", "01/A002/1", "pdf", "%PDF-")]
    [InlineData("sheet", "01/A002/1", "xlsx", "PK")]
    [InlineData("sheet", "01/A002/1", "html", "<!DOCTYPE html>")]
    public void Writes_the_sheets(string command, string address, string extension, string start)
    {
        using var line = new CommandLine();
        Planned(line);
        Done(line, command, address, "--output", line[$"hoja.{extension}"]);
        Assert.StartsWith(start, File.ReadAllText(line[$"hoja.{extension}"]), StringComparison.Ordinal);
        Assert.Equal(2, Run(line, command, address, "--output", line["hoja.docx"]).Code);
    }

    private static void Planned(CommandLine line)
    {
        Done(line, "start", "--entity-code", "IEPC", "--entity", "Instituto de Elecciones", "--administrative", "2.1.1.1.4");
        Done(line, "set", "unit", "01", "--name", "Presidencia");
        Done(line, "set", "unit", "02", "--name", "Secretaría Ejecutiva");
        Done(line, "set", "programme", "R101", "--name", "Procesos electorales");
        Done(line, "set", "programme", "M001", "--name", "Apoyo");
        foreach (var (address, name) in new[] { ("01/A002", "Dirigir el instituto"), ("02/A008", "Organizar la elección") })
        {
            Done(line, "set", "project", address, "--name", name, "--programme", "R101", "--subfunction", "1.3.6", "--sdg", "16.7 5.5", "--alignment", "Eje 1", "--municipality", "Cobertura Estatal");
            Done(line, "set", "indicator", $"{address}/1", "--name", "Porcentaje de acciones", "--unit-of-measure", "Acción", "--calendar", "- - 3 - - 3 - - 3 - - 3", "--annual", "12");
        }
    }

    private static string Done(CommandLine line, params string[] words)
    {
        var answer = Run(line, words);
        Assert.True(answer.Code == 0, $"{string.Join(' ', words)}: {answer.Error}");
        return answer.Output;
    }

    private static Answer Run(CommandLine line, params string[] words) => line.Run(["plan", .. words, "--db", line["avance.db"], "--year", "2024"]);
}
