using System.Text;
using Avance.App.Tables;
using CsCheck;
using Sylvan.Data.Csv;
using Xunit;

namespace Avance.UnitTests.Tables;

public sealed class CsvTableTests
{
    private static readonly Gen<string> AnyField = Gen.String[Gen.Char["ab ,;\t|\"'=+-@0123\r\náÑ€"], 0, 12];
    private static readonly string[] OneField = ["x"];

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2")]
    [InlineData("a\tb\r\n1\t2\r\n")]
    [InlineData("a|b\r1|2\r")]
    [InlineData("\"a\",\"b\"\n\n  \n\"1\",\"2\"\n,\n")]
    public void Reads_what_parts_fields_and_lines_as_it_finds_it(string text) =>
        Assert.Equal([["a", "b"], ["1", "2"]], TableBytes.Rows(text).Where(r => r.Length == 2));

    [Fact]
    public void Decimal_commas_do_not_part_fields() =>
        Assert.Equal(["1,5", "2,25"], TableBytes.Rows("uno;dos\n1,5;2,25\n3,5;4,25\n")[1]);

    [Fact]
    public void Quotes_hold_signs_breaks_and_doubled_quotes() =>
        Assert.Equal(["a,b", "c\r\nd", "e \"f\" g", ""], TableBytes.Rows("\"a,b\",\"c\r\nd\",\"e \"\"f\"\" g\",\"\"\n")[0]);

    [Fact]
    public void Lines_are_counted_through_quoted_breaks() => TableBytes.With("t\n\"a\nb\",1\n\nc,2\n"u8.ToArray(), file =>
    {
        using var reader = file.Open();
        var lines = new List<int>();
        while (reader.Read())
        {
            lines.Add(reader.Row.Line);
        }

        Assert.Equal([1, 2, 5], lines);
        return 0;
    });

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Accents_survive_the_encodings_that_spreadsheets_save(string name)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(true) : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.Unicode;
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("clave,nombre\nA001,Difusión «ñandú»\n")];
        Assert.Equal(["A001", "Difusión «ñandú»"], TableBytes.Rows(content)[1]);
    }

    [Fact]
    public void A_character_may_stand_across_the_chunks_in_which_a_file_is_looked_through()
    {
        var text = "a\n" + string.Concat(Enumerable.Repeat("ñ€😀\n", 200_000));
        Assert.Equal("ñ€😀", TableBytes.Rows(text)[^1][0]);
    }

    [Theory]
    [InlineData("a,b\n\"1,2\n3,4\n", "table.quote")]
    [InlineData("a,b\n\"1\"x,2\n", "table.quote")]
    [InlineData("", "table.empty")]
    [InlineData("%PDF-1.7\n", "table.not-a-table")]
    [InlineData("a,b\n1,\0\n", "table.not-a-table")]
    [InlineData("PK\u0003\u0004nada", "xlsx.damaged")]
    public void What_cannot_be_read_is_refused_with_its_reason(string text, string code) =>
        Assert.Equal(code, TableBytes.Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_thousand_million_columns_are_refused_soon() =>
        Assert.Equal("table.columns", TableBytes.Refusal(Encoding.UTF8.GetBytes(new string(',', 5_000_000))));

    [Fact]
    public void A_line_without_end_is_refused() =>
        Assert.Equal("table.record", TableBytes.Refusal(Encoding.UTF8.GetBytes("a,b\n" + new string('x', 9_000_000))));

    [Fact]
    public void An_open_quote_is_told_with_its_line_before_the_whole_file_is_in_memory() =>
        Assert.Equal("table.record", TableBytes.Refusal(Encoding.UTF8.GetBytes("a,b\n\"" + string.Concat(Enumerable.Repeat("uno,dos\n", 1_000_000)))));

    [Fact]
    public void What_is_written_is_read_back_the_same() => AnyField.Array[1, 6].Array[1, 8].Sample(rows =>
    {
        // A row of nothing is a blank row, which readers leave out; one column would not tell which sign parts them.
        var table = rows.Select(r => (string[])["x", .. r]).ToList();
        Assert.Equal(table, TableBytes.Rows(Written(table)));
    }, iter: 2_000);

    [Fact]
    public void Another_reader_agrees() => AnyField.Array[2, 5].Array[1, 6].Sample(rows =>
    {
        // A carriage return alone inside quotes is where that reader sees the end of a line.
        rows = [.. rows.Select(r => r.Select(f => f.Replace('\r', ' ')).ToArray())];
        var width = rows.Max(r => r.Length);
        var table = rows.Select(r => (string[])[.. OneField, .. r, .. Enumerable.Repeat("", width - r.Length)]).ToList();
        using var csv = CsvDataReader.Create(new StringReader(Encoding.UTF8.GetString(Written(table)).TrimStart('\uFEFF')), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',' });
        var read = new List<string[]>();
        while (csv.Read())
        {
            read.Add([.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString).Select(f => FormulaGuard.IsGuarded(f) ? f[1..] : f)]);
        }

        Assert.Equal(table, read);
    }, iter: 1_000);

    private static byte[] Written(List<string[]> table)
    {
        using var stream = new MemoryStream();
        using (var writer = new TableWriter(stream))
        {
            foreach (var row in table)
            {
                foreach (var field in row)
                {
                    writer.Field(field);
                }

                writer.EndRow();
            }
        }

        return stream.ToArray();
    }
}
