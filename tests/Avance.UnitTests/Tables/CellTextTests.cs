using System.Globalization;
using Avance.App.Tables;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Tables;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("1234.50", 123450)]
    [InlineData("1,234.50", 123450)]
    [InlineData("1 234.5", 123450)]
    [InlineData("1'234", 123400)]
    [InlineData("$ 1,234.50", 123450)]
    [InlineData("(1,234.50)", -123450)]
    [InlineData("-$1,234.50", -123450)]
    [InlineData("$-5", -500)]
    [InlineData("5.25-", -525)]
    [InlineData("+7", 700)]
    [InlineData(".5", 50)]
    [InlineData("0", 0)]
    [InlineData("27524608.870000001", 2752460887)]
    [InlineData("263531.03999999998", 26353104)]
    [InlineData("14984958.039999999", 1498495804)]
    [InlineData("9007199254740.98", 900719925474098)]
    [InlineData("627432.860000", 62743286)]
    public void Amounts_as_people_write_them(string text, long centavos)
    {
        Assert.Equal(AmountReading.Read, CellText.TryAmount(text, NumberStyle.Point, out var read));
        Assert.Equal(centavos, read);
    }

    [Theory]
    [InlineData("1.234,50", 123450)]
    [InlineData("1234,5", 123450)]
    [InlineData("(12)", -1200)]
    public void Amounts_with_a_decimal_comma(string text, long centavos)
    {
        Assert.Equal(AmountReading.Read, CellText.TryAmount(text, NumberStyle.Comma, out var read));
        Assert.Equal(centavos, read);
    }

    [Theory]
    [InlineData("12.345")]
    [InlineData("0.001")]
    [InlineData("1234.5678")]
    public void More_decimals_than_money_has_are_told(string text) =>
        Assert.Equal(AmountReading.TooManyDecimals, CellText.TryAmount(text, NumberStyle.Point, out _));

    [Theory]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData("12,34.5")]
    [InlineData("1.2.3")]
    [InlineData("uno")]
    [InlineData("=A1")]
    [InlineData("#REF!")]
    [InlineData("--5")]
    [InlineData("1e5")]
    [InlineData("()")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_not_read(string text) =>
        Assert.Equal(AmountReading.NotANumber, CellText.TryAmount(text, NumberStyle.Point, out _));

    [Theory]
    [InlineData("", true)]
    [InlineData("-", true)]
    [InlineData("N/R", true)]
    [InlineData("n/a", true)]
    [InlineData("No aplica", true)]
    [InlineData("0", false)]
    [InlineData("0.00", false)]
    [InlineData("#N/A", false)]
    public void Absent_is_not_zero(string text, bool absent) => Assert.Equal(absent, CellText.IsAbsent(text));

    [Theory]
    [InlineData("2023-09-30")]
    [InlineData("2023-09-30T00:00:00")]
    [InlineData("30/09/2023")]
    [InlineData("30-9-2023")]
    [InlineData("30.09.2023")]
    [InlineData("30-sep-2023")]
    [InlineData("30 septiembre 2023")]
    [InlineData("20230930")]
    [InlineData("45199")]
    [InlineData("45199.75")]
    public void Days_as_people_and_spreadsheets_write_them(string text)
    {
        Assert.True(CellText.TryDay(text, DateStyle.DayFirst, out var day));
        Assert.Equal(new DateOnly(2023, 9, 30), day);
    }

    [Fact]
    public void Month_first_only_when_said()
    {
        Assert.True(CellText.TryDay("09/10/2023", DateStyle.MonthFirst, out var day));
        Assert.Equal(new DateOnly(2023, 9, 10), day);
        Assert.False(CellText.TryDay("09/30/2023", DateStyle.DayFirst, out _));
    }

    [Theory]
    [InlineData("31/02/2023")]
    [InlineData("30/09/23")]
    [InlineData("ayer")]
    [InlineData("12")]
    [InlineData("1/2/3/4")]
    public void What_is_no_day_is_not_read(string text) => Assert.False(CellText.TryDay(text, DateStyle.DayFirst, out _));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("09", 9)]
    [InlineData("SEP", 9)]
    [InlineData("Septiembre", 9)]
    [InlineData("dic.", 12)]
    public void Months_by_number_and_name(string text, int month)
    {
        Assert.True(CellText.TryMonth(text, out var read));
        Assert.Equal(month, read);
    }

    [Fact]
    public void Every_printed_amount_is_read_back() => Gen.Long[-900_000_000_000_000, 900_000_000_000_000].Sample(centavos =>
    {
        var money = new Money(centavos);
        string[] printed = [money.Pesos.ToString(CultureInfo.InvariantCulture), money.ToPeopleString(), money.ToString(), ((double)money.Pesos).ToString("R", CultureInfo.InvariantCulture)];
        Assert.All(printed.Where(p => !p.Contains('E', StringComparison.Ordinal)), text =>
        {
            Assert.Equal(AmountReading.Read, CellText.TryAmount(text, NumberStyle.Point, out var read));
            Assert.Equal(centavos, read);
        });
    });
}
