using System.Globalization;
using System.Text;
using Avance.App.Importing;
using Avance.Findings;
using Avance.Reporting;
using Avance.UnitTests.Importing;
using Xunit;

namespace Avance.UnitTests.Findings;

/// <summary>
/// Makes every change of one digit, in every figure of the sample, and sees what notices. A figure is a number of the
/// table (targets, percentages, money, people, totals) or an amount cited in an explanation; keys, goal codes, dates and
/// numbers of agreements are names, not figures.
/// </summary>
public sealed class DigitChangesTests
{
    private const int Silenced = 3;
    private const int Invisible = 4;

    private static readonly string Sample = Encoding.UTF8.GetString(Samples.ReportBytes);

    private static readonly Baseline Found = new(Check(Sample)!);

    [Fact]
    public void Every_change_of_one_digit_is_caught_or_is_known_to_escape_arithmetic()
    {
        var changes = Figures(Sample).SelectMany(Changes).ToList();
        var answers = changes.AsParallel().AsOrdered().Select(Answer).ToList();
        var text = new StringBuilder(Heading);
        var all = new int[5];
        foreach (var column in changes.Zip(answers).GroupBy(c => c.First.Figure.Column).OrderBy(g => g.Key))
        {
            var counts = new int[5];
            foreach (var (_, (outcome, _)) in column)
            {
                counts[outcome]++;
                all[outcome]++;
            }

            var catchers = column.SelectMany(c => c.Second.Rules).CountBy(r => r).OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal);
            Row(text, Name(column.Key), column.Select(c => c.First.Figure.Start).Distinct().Count(), counts);
            text.Append("      ").AppendJoin(", ", catchers.Select(r => $"{r.Key} {r.Value}")).Append('\n');
        }

        Row(text, "TOTAL", changes.Select(c => c.Figure.Start).Distinct().Count(), all);
        text.Append(Argument);
        foreach (var (figure, group) in changes.Zip(answers).Where(c => c.Second.Outcome is Silenced or Invisible).GroupBy(c => c.First.Figure).Select(g => (g.Key, g)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  línea {figure.Line}, {Name(figure.Column)} {Sample.AsSpan(figure.Start, figure.Length)}: {group.Count()} cambios");
            text.Append(CultureInfo.InvariantCulture, $"; callan {string.Join(", ", group.SelectMany(c => c.Second.Rules).Distinct())}\n");
        }

        Snapshot.Matches("Avance.UnitTests/Findings/digit-changes.approved.txt", text.ToString());
        Assert.Equal(0, all[Invisible]);
        Assert.Equal(18, all[Silenced]);
    }

    private const string Heading = """
        Cambios de un dígito en el informe de muestra

        Cada dígito de cada cifra se cambió por cada uno de los otros nueve. «Lectura»: el archivo ya no se lee.
        «Nuevo»: aparece un hallazgo que no estaba. «Cambia»: un hallazgo que ya estaba dice otra cosa. «Calla»: solo
        desaparecen hallazgos. «Nada»: nadie lo nota. Debajo de cada columna, las reglas con hallazgos nuevos o cambiados
        (o, si no hay, callados) y en cuántos cambios.

        columna                        cifras  cambios  lectura    nuevo   cambia    calla     nada

        """;

    private const string Argument = """

        Por qué ninguna cifra queda sin comprobar
          Dinero: cada importe es sumando de un total impreso o es ese total, así que un dígito distinto descuadra la
          suma (AVP-001). Personas: mujeres + hombres = personas (AVP-004). Meta alcanzada, meta modificada y
          porcentaje: cada uno sale de los otros dos (AVP-003); cuando el redondeo o un avance en cero lo oculta, queda
          una fracción de una unidad entera (AVP-049) o una meta modificada sin justificación (AVP-023). Meta
          programada: no entra en ninguna operación, pero en la muestra es igual a la modificada y una diferencia exige
          justificación (AVP-023). Importes citados: cada uno es una cifra del informe (AVP-038).

        Lo que escapa a la aritmética
          Las metas programada y modificada de un proyecto justificado y sin avance. Con lo alcanzado en cero, el
          porcentaje es 0.00 sea cual sea la meta; y la justificación, que existe, vale también para una meta
          modificada. Ninguna otra cifra del informe depende de ellas. Lo único que se nota es que el informe deja de
          decir que la meta no cambió. Lo comprueba el informe anterior, si se tiene (AVP-045).

        """;

    private static (int Outcome, IReadOnlyList<string> Rules) Answer(Change change)
    {
        var (start, digit) = (change.Position, change.Digit);
        if (Check(string.Concat(Sample.AsSpan(0, start), [digit], Sample.AsSpan(start + 1))) is not { } result)
        {
            return (0, []);
        }

        return Found.Compare(new Baseline(result));
    }

    private static CheckResult? Check(string text)
    {
        var problems = new ProblemList();
        var report = ReportReader.Read(Encoding.UTF8.GetBytes(text), Samples.Entity, Samples.Period, problems);
        return report is null ? null : ReportChecker.Check(new CheckContext { Report = report });
    }

    /// <summary>Every figure of the table and every amount of the explanations, cell by cell.</summary>
    private static IEnumerable<PrintedFigure> Figures(string text)
    {
        var start = 0;
        var explanations = false;
        foreach (var (number, line) in text.Split('\n').Index())
        {
            explanations |= line.StartsWith("## ", StringComparison.Ordinal);
            var cell = start;
            foreach (var (index, content) in line.Split('\t').Index())
            {
                var column = index + 1;
                if (explanations ? column == 3 : column is >= (int)ReportColumn.OriginalTarget and <= (int)ReportColumn.Accrued or >= (int)ReportColumn.Women)
                {
                    foreach (var (at, length) in Numbers(content, explanations, column >= (int)ReportColumn.Women))
                    {
                        yield return new PrintedFigure(explanations ? 0 : column, number + 1, cell + at, length);
                    }
                }

                cell += content.Length + 1;
            }

            start += line.Length + 1;
        }
    }

    /// <summary>
    /// The numbers of a cell: amounts with two decimals, parted by a space when there are several, or one count of people.
    /// </summary>
    private static IEnumerable<(int At, int Length)> Numbers(string cell, bool inProse, bool isCount)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (!char.IsAsciiDigit(cell[i]) || (i > 0 && (char.IsLetterOrDigit(cell[i - 1]) || cell[i - 1] is '/')))
            {
                continue;
            }

            var end = i;
            while (end < cell.Length && (char.IsAsciiDigit(cell[end]) || (cell[end] == (inProse ? ',' : ' ') && end + 1 < cell.Length && char.IsAsciiDigit(cell[end + 1]))))
            {
                end++;
            }

            var hasDecimals = end + 2 < cell.Length && cell[end] == '.' && char.IsAsciiDigit(cell[end + 1]) && char.IsAsciiDigit(cell[end + 2]);
            if (hasDecimals || isCount)
            {
                yield return (i, (hasDecimals ? end + 3 : end) - i);
            }

            i = hasDecimals ? end + 2 : end;
        }
    }

    private static IEnumerable<Change> Changes(PrintedFigure figure)
    {
        for (var position = figure.Start; position < figure.Start + figure.Length; position++)
        {
            for (var digit = '0'; digit <= '9' && char.IsAsciiDigit(Sample[position]); digit++)
            {
                if (digit != Sample[position])
                {
                    yield return new Change(figure, position, digit);
                }
            }
        }
    }

    private static string Name(int column) => column == 0 ? "Importes citados" : (ReportColumn)column switch
    {
        ReportColumn.OriginalTarget => "Meta programada",
        ReportColumn.RevisedTarget => "Meta modificada",
        ReportColumn.AchievedValue => "Meta alcanzada",
        ReportColumn.FulfilmentRate => "Porcentaje",
        ReportColumn.ApprovedBudget => "Presupuesto aprobado",
        ReportColumn.RevisedBudget => "Presupuesto modificado",
        ReportColumn.Accrued => "Devengado",
        ReportColumn.Women => "Mujeres",
        ReportColumn.Men => "Hombres",
        _ => "Personas",
    };

    private static void Row(StringBuilder text, string name, int figures, int[] counts)
    {
        text.Append(CultureInfo.InvariantCulture, $"{name,-30}{figures,7}{counts.Sum(),9}");
        foreach (var count in counts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count,9}");
        }

        text.Append('\n');
    }

    private sealed record PrintedFigure(int Column, int Line, int Start, int Length);

    private sealed record Change(PrintedFigure Figure, int Position, char Digit);

    /// <summary>The findings of one check, to tell what another adds, changes or drops.</summary>
    private sealed class Baseline(CheckResult result)
    {
        private readonly Dictionary<(string Rule, string Subject), List<string>> _messages = result.Findings
            .GroupBy(f => (f.RuleId, f.Subject.Spanish)).ToDictionary(g => g.Key, g => g.Select(f => f.Message.Spanish).ToList());

        public (int Outcome, IReadOnlyList<string> Rules) Compare(Baseline other)
        {
            var added = other._messages.Where(m => m.Value.Count > (_messages.GetValueOrDefault(m.Key)?.Count ?? 0)).Select(m => m.Key.Rule).Distinct().ToList();
            if (added.Count > 0)
            {
                return (1, added);
            }

            var changed = other._messages.Where(m => m.Value.Except(_messages[m.Key]).Any()).Select(m => m.Key.Rule).Distinct().ToList();
            if (changed.Count > 0)
            {
                return (2, changed);
            }

            var dropped = _messages.Where(m => (other._messages.GetValueOrDefault(m.Key)?.Count ?? 0) < m.Value.Count).Select(m => m.Key.Rule).Distinct().ToList();
            return (dropped.Count > 0 ? Silenced : Invisible, dropped);
        }
    }
}
