using System.Text;
using Avance.UnitTests;
using Xunit;

namespace Avance.IntegrationTests.Cli;

/// <summary>Commands and their whole answers side by side, in files that an accountant can read.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_sample_from_file_to_findings()
    {
        using var line = new CommandLine();
        var session = new Session(line);
        line.Sample();
        session.Type("import report informe.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3 --dry-run");
        session.Type("import report informe.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("import report informe.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("check --db avance.db --period 2023-Q3");
        session.Type("check --db avance.db --period 2023-Q3 --lang en");
        session.Type("journal verify --db avance.db");
        Snapshot.Matches("Avance.IntegrationTests/Cli/sample-session.approved.txt", session.Text);
    }

    [Fact]
    public void What_the_program_refuses_and_how_it_says_so()
    {
        using var line = new CommandLine();
        var session = new Session(line);
        File.WriteAllText(line["roto.txt"], File.ReadAllText(CommandLine.SamplePath)
            .Replace("3 680 839.17", "3 680 839,17", StringComparison.Ordinal)
            .Replace("\t62 540\t", "\tmuchas\t", StringComparison.Ordinal)
            .Replace("24.00 16.00 1.00", "24.00 16.00", StringComparison.Ordinal));
        File.WriteAllText(line["vacio.txt"], "");
        File.WriteAllText(line["otro.txt"], File.ReadAllText(line.Sample()).Replace("17 495 489.18", "17 495 489.19", StringComparison.Ordinal));
        session.Type("import report roto.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("import report vacio.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("import report falta.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("check --db avance.db --period 2023-Q3");
        session.Type("import report informe.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("import report otro.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3");
        session.Type("import report otro.txt --db avance.db --entity-code IEPC --entity IEPC --period 2023-Q3 --replace");
        session.Type("check --db avance.db --period 2024-Q1");
        session.Type("check --db avance.db --period 2023-Q5");
        session.Type("check --db avance.db");
        session.Type("chek");
        session.Type("report progress --db avance.db --period 2023-Q3");
        session.Type("rules AVP-999");
        session.Type("rules AVP-011");
        Snapshot.Matches("Avance.IntegrationTests/Cli/refusals.approved.txt", session.Text);
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public void What_is_printed_can_be_imported_again_to_the_same_json(string format)
    {
        using var line = new CommandLine();
        Assert.Equal(0, line.Run("report", "progress", "--db", line.Imported(), "--period", "2023-Q3", "--output", line[$"impreso.{format}"]).Code);
        Assert.Equal(0, line.Run("import", "report", line[$"impreso.{format}"], "--db", line["otra.db"], "--entity-code", "iepc", "--entity", "Instituto de Elecciones y Participación Ciudadana", "--period", "2023-Q3").Code);
        Assert.Equal(0, line.Run("report", "progress", "--db", line["avance.db"], "--period", "2023-Q3", "--output", line["a.json"]).Code);
        Assert.Equal(0, line.Run("report", "progress", "--db", line["otra.db"], "--period", "2023-Q3", "--entity-code", "IEPC", "--output", line["b.json"]).Code);
        Assert.Equal(File.ReadAllText(line["a.json"]), File.ReadAllText(line["b.json"]));
    }

    [Fact]
    public void Every_format_is_written_and_the_same_every_time()
    {
        using var line = new CommandLine();
        var database = line.Imported();
        foreach (var format in new[] { "pdf", "xlsx", "html", "csv", "json", "txt" })
        {
            var (first, second) = (line[$"a.{format}"], line[$"b.{format}"]);
            Assert.Equal(0, line.Run("report", "progress", "--db", database, "--period", "2023-Q3", "--output", first).Code);
            Assert.Equal(0, line.Run("report", "progress", "--db", database, "--period", "2023-Q3", "--format", format, "--output", second).Code);
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
            Assert.True(new FileInfo(first).Length > 1_000, format);
        }
    }

    /// <summary>Types commands and keeps what they answered.</summary>
    private sealed class Session(CommandLine line)
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void Type(string command)
        {
            var answer = line.Run([.. command.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) && !word.StartsWith('-') ? line[word] : word)]);
            _text.Append("$ avance ").Append(command).Append('\n').Append(answer.Output).Append(answer.Error).Append("=> ").Append(answer.Code).Append("\n\n");
        }
    }
}
