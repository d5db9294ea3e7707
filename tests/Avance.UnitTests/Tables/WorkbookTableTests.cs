using Avance.App.Tables;
using Avance.UnitTests.Importing;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Tables;

public sealed class WorkbookTableTests
{
    [Fact]
    public void Cells_come_as_the_sheet_holds_them()
    {
        var rows = TableBytes.Rows(WorkbookBytes.Of("<si><t>clave</t></si><si><r><t>dos </t></r><r><t>partes</t></r></si>", ("Hoja", TableBytes.Row(
            "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"C1\" t=\"s\"><v>1</v></c>", "<c r=\"D1\"><v>27524608.870000001</v></c>",
            "<c r=\"E1\" t=\"inlineStr\"><is><t>aquí</t></is></c>", "<c r=\"F1\"><f>A1+1</f><v>7</v></c>", "<c r=\"G1\"><v>1.5E+7</v></c>", "<c r=\"H1\" t=\"b\"><v>1</v></c>"))));
        Assert.Equal(["clave", "", "dos partes", "27524608.870000001", "aquí", "7", "15000000", "VERDADERO"], Assert.Single(rows));
    }

    [Fact]
    public void Numbers_of_a_workbook_are_told_from_texts_that_look_like_them() => TableBytes.With(
        WorkbookBytes.Of("<si><t>1.234,50</t></si>", ("Hoja", TableBytes.Row("<c r=\"A1\"><v>33.333</v></c>", "<c r=\"B1\" t=\"s\"><v>0</v></c>"))), file =>
        {
            using var reader = file.Open();
            Assert.True(reader.Read());
            Assert.Equal((true, false, false), (reader.Row.IsNumber(0), reader.Row.IsNumber(1), reader.Row.IsNumber(2)));
            return 0;
        });

    [Fact]
    public void A_formula_without_its_value_is_no_blank() =>
        Assert.Equal(["=A1+1"], Assert.Single(TableBytes.Rows(WorkbookBytes.Of("", ("Hoja", TableBytes.Row("<c r=\"A1\"><f>A1+1</f></c>"))))));

    [Fact]
    public void Sheets_are_known_by_name_and_hidden_ones_are_left_out() => TableBytes.With(
        WorkbookBytes.Of("", ("Uno", ""), ("Oculta!", ""), ("Dos", TableBytes.Row("<c><v>2</v></c>"))), file =>
        {
            Assert.Equal(["Uno", "Dos"], file.Sheets);
            using var reader = file.Open(1);
            Assert.True(reader.Read());
            Assert.Equal("2", reader.Row[0].ToString());
            return 0;
        });

    [Theory]
    [InlineData("<row><c r=\"ZZZZ1\"><v>1</v></c></row>", "table.columns")]
    [InlineData("<row><c><v>1</v></row>", "xlsx.damaged")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><row/>", "xlsx.damaged")]
    public void Damaged_and_hostile_sheets_are_refused(string rows, string code) =>
        Assert.Equal(code, TableBytes.Refusal(WorkbookBytes.Of("", ("Hoja", rows))));

    [Fact]
    public void A_workbook_that_inflates_without_end_is_refused() =>
        Assert.Equal("table.too-large", TableBytes.Refusal(WorkbookBytes.Replace(WorkbookBytes.Of("<si><t>a</t></si>", ("Hoja", TableBytes.Row("<c t=\"s\"><v>0</v></c>"))), "xl/sharedStrings.xml", s =>
        {
            using var xml = new StreamWriter(s);
            xml.Write("<sst>");
            var item = $"<si><t>{new string('a', 30_000)}</t></si>";
            for (var i = 0; i < 1_500; i++)
            {
                xml.Write(item);
            }

            xml.Write("</sst>");
        })));

    [Fact]
    public void Old_workbooks_are_read_too()
    {
        var rows = TableBytes.Rows(LegacyWorkbook.Of("Gasto", ["clave", "año", "importe"], ["A001", 2023d, 27524608.870000001d], ["A002", null, -5.5d]));
        Assert.Equal([["clave", "año", "importe"], ["A001", "2023", "27524608.87"], ["A002", "", "-5.5"]], rows);
    }

    [Fact]
    public void Old_workbooks_that_are_damaged_are_refused()
    {
        var whole = LegacyWorkbook.Of("Gasto", ["clave"], ["A001"]);
        Assert.Equal("xls.damaged", TableBytes.Refusal(whole[..1600]));
        Assert.Equal("xls.damaged", TableBytes.Refusal(whole[..100]));
        Gen.Select(Gen.Int[8, 2599], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (place, value) in changes)
            {
                bytes[place] = value;
            }

            TableBytes.Refusal(bytes);
        }, iter: 2_000);
    }

    [Fact]
    public void Two_header_rows_under_titles_are_found_by_name_and_by_group()
    {
        const string Sheet = "Informe,,,,\nCiudad,,,,\n,Avance Financiero,,Avance Físico,,Observaciones\nClave,Pagado,% Avance,Población,% Avance,\nA1,1,2,3,4,5\n";
        TableBytes.With(System.Text.Encoding.UTF8.GetBytes(Sheet), file =>
        {
            using var reader = file.Open();
            var found = TableColumns.Find(reader, ["clave", "AVANCE FISICO/% avance", "observaciones", "#2", "no está"]);
            Assert.Equal([0, 4, 5, 1, -1], found!.Positions);
            return 0;
        });
        var ambiguous = Assert.Throws<TableException>(() => TableBytes.With(System.Text.Encoding.UTF8.GetBytes(Sheet), file =>
        {
            using var reader = file.Open();
            return TableColumns.Find(reader, ["% Avance"]);
        }));
        Assert.Equal("table.header", ambiguous.Problem.Code);
    }
}
