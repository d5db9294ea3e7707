using System.Text;
using Avance.App.Importing;
using Avance.Progress;
using Xunit;

namespace Avance.UnitTests.Importing;

/// <summary>The traps of the published layout, one by one.</summary>
public sealed class TextReportReaderTests
{
    private const string Header =
        "CLAVE DEL PROYECTO\tOBJETIVO DE DESARROLLO SOSTENIBLE\tSUBFUNCIÓN / TIPO DE PROYECTO PROYECTOS / METAS (CONCEPTOS)\tUNIDAD DE MEDIDA\tMETAS\t\t\t\tPRESUPUESTO APROBADO ( PESOS )\tPRESUPUESTO MODIFICADO ( PESOS )\tPRESUPUESTO DEVENGADO ( PESOS )\tBENEFICIARIOS\t\t\t\t\n"
        + "\t\t\t\tPROGRAM. ANUAL\tMODIF. ANUAL\tALCANZ. AL PERIODO\t% CUMPLIM. MODIF.\t\t\t\tMUNICIPIO\tLOCALIDAD\tMUJER\tHOMBRE\tPERSONA\n";

    private const string Group = "<b>FUNCIÓN</b>\n<b>SUBFUNCIÓN</b>\t\t\t\t\t\t\t\t<b>3.00</b>\t<b>2.00</b>\t<b>1.00</b>\n\t\t<b>PROYECTOS DE GASTO CORRIENTE:</b>\n";

    private const string Project = "A001\t16.7\t<b>UNO</b> Porcentaje de uno\tAcción\t2.00\t2.00\t1.00\t50.00\t3.00\t2.00\t1.00\tCobertura Estatal\tCobertura Estatal\t1\t2\t3\n";

    [Fact]
    public void Reads_every_number_of_the_sample()
    {
        var report = Samples.Report;
        Assert.Equal(26, report.Projects.Count());
        Assert.Equal(46, report.Projects.Sum(p => p.Targets.Count));
        var sum = BudgetFigures.Sum(report.Projects.Select(p => p.Budget));
        Assert.Equal((300_824_389_06, 348_872_530_61, 231_342_089_27), (sum.Approved!.Value.Centavos, sum.Revised!.Value.Centavos, sum.Accrued!.Value.Centavos));
        Assert.Equal(sum, report.Subfunctions.Single().PrintedTotals);
        Assert.All(report.Projects.SelectMany(p => p.Targets), t => Assert.Equal(t.FulfilmentRate, t.PrintedRate));
        Assert.Equal((69_340, 65_635, 134_975), (report.Projects.Sum(p => p.Beneficiaries.Women), report.Projects.Sum(p => p.Beneficiaries.Men), report.Projects.Sum(p => p.Beneficiaries.People)));
        Assert.Equal("E001", report.Explanations.Single().Key);
        Assert.EndsWith("Servicios Personales.", report.Explanations[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_joined_targets_by_the_words_that_begin_indicators()
    {
        var project = Single("A001\t16.7\t<b>UNO</b> Porcentaje de a Número de b Tasa de c\tAcción Curso Informe\t1 234.00 2.00 3.00\t1 234.00 2.00 3.00\t0.00 1.00 3.00\t0.00 50.00 100.00\t1.00\t1.00\t1.00");
        Assert.Equal(["Porcentaje de a", "Número de b", "Tasa de c"], project.Targets.Select(t => t.Description));
        Assert.Equal([1234.00m, 2.00m, 3.00m], project.Targets.Select(t => t.Original));
        Assert.Equal("UNO", project.Name);
    }

    [Theory]
    [InlineData("Metros Cuadrados Acción", "Metros Cuadrados", "Acción")]
    [InlineData("Acción Persona atendida", "Acción", "Persona atendida")]
    [InlineData("Sesión de trabajo Curso", "Sesión de trabajo", "Curso")]
    [InlineData("Unidad Rara Mayor<br>Curso", "Unidad Rara Mayor", "Curso")]
    public void Units_may_have_several_words(string cell, string first, string second)
    {
        var project = Single($"A001\t16.7\t<b>UNO</b> Porcentaje de a Porcentaje de b\t{cell}\t1.00 2.00\t1.00 2.00\t1.00 2.00\t100.00 100.00\t1.00\t1.00\t1.00");
        Assert.Equal([first, second], project.Targets.Select(t => t.UnitOfMeasure));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u00A0")]
    [InlineData("\u2009")]
    [InlineData("\u202F")]
    [InlineData(",")]
    public void Thousands_may_be_parted_by_any_space_or_a_comma(string separator)
    {
        var project = Single(Project.TrimEnd('\n').Replace("\t3.00\t2.00\t1.00", $"\t19{separator}168{separator}943.95\t2.00\t1.00", StringComparison.Ordinal).Replace("\t1\t2\t3", $"\t1{separator}028\t2\t3", StringComparison.Ordinal));
        Assert.Equal(19_168_943_95, project.Budget.Approved!.Value.Centavos);
        Assert.Equal(1028, project.Beneficiaries.Women);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Headers_repeat_on_each_page_and_lines_may_end_in_a_tab(string lineEnd)
    {
        var text = Header.Replace("\t\n", "\t\t\n", StringComparison.Ordinal) + Group + Project + Header + Project.Replace("A001", "A002", StringComparison.Ordinal).Replace("\n", "\t\n", StringComparison.Ordinal);
        var report = Read(Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal)));
        Assert.Equal(["A001", "A002"], report.Projects.Select(p => p.Key));
    }

    [Fact]
    public void Several_functions_subfunctions_and_types_keep_their_tree()
    {
        const string Names = "<b>FUNCIÓN {0}</b>\n<b>SUBFUNCIÓN {0}</b>\n\t\tPROYECTOS {0}:\n";
        var text = Header + string.Format(null, Names, 1) + Project + "\t\tPROYECTOS DE INVERSIÓN:\n" + Project + "<b>SUBFUNCIÓN 1B</b>\n\t\tPROYECTOS 1B:\n" + Project + string.Format(null, Names, 2) + Project + "<b>TOTAL</b>\t\t\t\t\t\t\t\t9.00\t8.00\t7.00\n";
        var report = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["FUNCIÓN 1", "FUNCIÓN 2"], report.Functions.Select(f => f.Name));
        Assert.Equal(["SUBFUNCIÓN 1", "SUBFUNCIÓN 1B", "SUBFUNCIÓN 2"], report.Subfunctions.Select(s => s.Name));
        Assert.Equal([2, 1, 1], report.Subfunctions.Select(s => s.ProjectTypes.Count));
        Assert.Equal(900, report.PrintedTotals!.Value.Approved!.Value.Centavos);
        Assert.Equal([1, 2, 3, 4], report.Projects.Select(p => p.Number));
    }

    [Fact]
    public void A_name_that_is_not_bold_ends_where_the_first_indicator_begins()
    {
        var project = Single(Project.Replace("<b>UNO</b>", "UNO Y DOS", StringComparison.Ordinal).TrimEnd('\n'));
        Assert.Equal(("UNO Y DOS", "Porcentaje de uno"), (project.Name, project.Targets.Single().Description));
    }

    [Fact]
    public void Explanations_may_go_on_in_lines_below()
    {
        var report = Read(Encoding.UTF8.GetBytes(Header + Group + Project + "\n## JUSTIFICACIONES\n\nPROYECTOS\t\tDESCRIPCIÓN\nCLAVE\tNOMBRE\t\nA001\tUno\tPrimera parte.\nSegunda parte.\n\t\tTercera.\nA001\tOtra\tOtra.\n"));
        Assert.Equal(["Primera parte. Segunda parte. Tercera.", "Otra."], report.Explanations.Select(e => e.Text));
    }

    [Fact]
    public void Any_encoding_that_offices_use_is_read()
    {
        var text = Encoding.UTF8.GetString(Samples.ReportBytes);
        var expected = Documents.Written.Text(Samples.Report, Avance.Documents.ReportFormat.Json);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[][] encoded =
        [
            [.. Encoding.UTF8.Preamble, .. Samples.ReportBytes],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            Encoding.Latin1.GetBytes(text),
            windows.GetBytes(text),
        ];
        Assert.All(encoded, bytes => Assert.Equal(expected, Documents.Written.Text(Samples.Read(bytes), Avance.Documents.ReportFormat.Json)));
        var quotes = Encoding.UTF8.GetBytes(Header + Group + Project.Replace("UNO", "“UNO” – 1", StringComparison.Ordinal));
        Assert.Equal("“UNO” – 1", Read(windows.GetBytes(Encoding.UTF8.GetString(quotes))).Projects.Single().Name);
    }

    [Fact]
    public void Tells_all_the_problems_of_a_file_each_with_its_place_and_remedy()
    {
        var text = Header + Group
            + Project.Replace("3.00\t2.00\t1.00", "3.00x\t2.001\t1,0,0", StringComparison.Ordinal)
            + Project.Replace("Acción", "Acción Curso Informe", StringComparison.Ordinal).Replace("2.00\t2.00\t1.00\t50.00", "2.00 3.00\t2.00\t1.00\t50.00", StringComparison.Ordinal)
            + Project.Replace("\t1\t2\t3", "\t1.5\tdos\t3", StringComparison.Ordinal)
            + "A004\t\t\t\tsuelto\n";
        var problems = new ProblemList();
        Assert.Null(ReportReader.Read(Encoding.UTF8.GetBytes(text), Samples.Entity, Samples.Period, problems));
        Assert.Equal(
            [("report.amount", 6, 9), ("AVP-009", 6, 10), ("report.amount", 6, 11), ("AVP-070", 7, 3), ("report.count", 8, 14), ("report.count", 8, 15), ("report.row", 9, 0)],
            problems.Select(p => (p.Code, p.Place.Line, p.Column)));
        Assert.All(problems, p => Assert.All([p.Excerpt, p.Explanation.Spanish, p.Explanation.English, p.Remedy.Spanish, p.Remedy.English], Assert.NotEmpty));
        Assert.Equal("3.00x", problems[0].Excerpt);
    }

    [Theory]
    [InlineData("", "report.no-table")]
    [InlineData("\n\n  \n", "report.no-table")]
    [InlineData("hola", "report.no-table")]
    [InlineData(Header, "report.empty")]
    [InlineData(Header + Group, "report.empty")]
    [InlineData(Header + Project, "report.project")]
    [InlineData(Header + "\t\tPROYECTOS:\n" + Project, "report.type")]
    public void A_file_without_a_report_says_so(string text, string code) => Assert.Equal(code, Problems(Encoding.UTF8.GetBytes(text))[0].Code);

    [Theory]
    [InlineData("\tCobertura Estatal\tCobertura Estatal\t1\t2\t3", "\tCobertura Estatal\tCobertura Estatal\t\t1\t2\t3")]
    [InlineData("\tCobertura Estatal\tCobertura Estatal\t1\t2\t3", "\tCobertura Estatal\tCobertura Estatal\t1\t2\t3\t4")]
    public void A_tab_too_many_that_pushes_a_figure_off_the_table_is_refused(string right, string wrong)
    {
        var problem = Assert.Single(Problems(Encoding.UTF8.GetBytes(Header + Group + Project.Replace(right, wrong, StringComparison.Ordinal))));
        Assert.Equal(("report.columns", 17, 6), (problem.Code, problem.Column, problem.Place.Line));
    }

    [Fact]
    public void A_target_right_below_a_new_type_belongs_to_no_project() =>
        Assert.Equal(["report.target"], Problems(Encoding.UTF8.GetBytes(Header + Group + Project
            + "\t\t<b>PROYECTOS DE INVERSIÓN:</b>\n\t\tPorcentaje de dos\tAcción\t2.00\t2.00\t1.00\t50.00\n")).Select(p => p.Code));

    [Fact]
    public void A_column_too_many_is_told_once_where_it_is()
    {
        var problem = Problems(Encoding.UTF8.GetBytes(Header.Replace("\tUNIDAD", "\tCOLUMNA NUEVA\tUNIDAD", StringComparison.Ordinal) + Group + Project))[0];
        Assert.Equal(("report.header", 4, "COLUMNA NUEVA"), (problem.Code, problem.Column, problem.Excerpt));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Equal("text.not-text", Problems([0x41, 0x00, 0x42, 0x0A])[0].Code);
    }

    [Fact]
    public void A_line_of_one_gibibyte_is_refused_after_reading_a_mebibyte_of_it()
    {
        using var line = new EndlessLine(1L << 30);
        var problems = new ProblemList();
        Assert.Empty(TextReportReader.Read(line, problems));
        Assert.Equal("text.line-too-long", Assert.Single(problems).Code);
        Assert.InRange(line.Position, 1 << 20, 2 << 20);
    }

    [Fact]
    public void A_file_larger_than_any_report_is_refused()
    {
        Assert.Equal("file.too-large", Problems(new byte[ReportReader.MaxFileBytes + 1])[0].Code);
    }

    [Fact]
    public void Text_longer_than_any_of_a_report_is_refused()
    {
        var problem = Assert.Single(Problems(Encoding.UTF8.GetBytes(Header + Group + Project.Replace("de uno", new string('x', 3000), StringComparison.Ordinal))));
        Assert.Equal(("report.text-too-long", 6, 3), (problem.Code, problem.Place.Line, problem.Column));
    }

    [Fact]
    public void Money_beyond_any_sum_is_refused()
    {
        var huge = Project.Replace("3.00\t2.00\t1.00", "80 000 000 000 000 000.00\t0.00\t0.00", StringComparison.Ordinal);
        Assert.Equal("report.too-large", Assert.Single(Problems(Encoding.UTF8.GetBytes(Header + Group + huge + huge))).Code);
    }

    private static ReportProject Single(string line) => Read(Encoding.UTF8.GetBytes(Header + Group + line + "\n")).Projects.Single();

    private static ProgressReport Read(byte[] content) => Samples.Read(content);

    private static ProblemList Problems(byte[] content)
    {
        var problems = new ProblemList();
        Assert.Null(ReportReader.Read(content, Samples.Entity, Samples.Period, problems));
        return problems;
    }
}
