using Avance.Web.Forms;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What people type, read or told to be wrong, and never lost.</summary>
public sealed class FormTests
{
    private static readonly Field Name = new("name", new("Nombre", "Name"));
    private static readonly Field Amount = new("amount", new("Importe", "Amount"));

    [Theory]
    [InlineData("1,234.50", 123450)]
    [InlineData("1 234.50", 123450)]
    [InlineData("1\u00A0234.5", 123450)]
    [InlineData("$ 1,234.50", 123450)]
    [InlineData(" 1234.5 ", 123450)]
    [InlineData("0", 0)]
    public void Reads_money_as_people_write_it(string typed, long centavos)
    {
        var form = Sent((Amount, typed));
        Assert.Equal(new Money(centavos), form.Money(Amount));
        Assert.True(form.IsValid);
        Assert.Equal(typed, form.Typed(Amount));
    }

    [Theory]
    [InlineData("", "falta")]
    [InlineData("mil", "«mil» no es una cifra")]
    [InlineData("1,23", "no es una cifra")]
    [InlineData("1.234", "más de 2 decimales")]
    [InlineData("-5", "negativo")]
    [InlineData("9999999999999999", "demasiado grande")]
    [InlineData("99999999999999999999999999999999999", "no es una cifra")]
    public void Says_what_is_wrong_with_money_and_keeps_it(string typed, string says)
    {
        var form = Sent((Amount, typed));
        Assert.Null(form.Money(Amount));
        var problem = Assert.Single(form.Problems);
        Assert.Equal(Amount, problem.Field);
        Assert.StartsWith("Importe: ", problem.Text, StringComparison.Ordinal);
        Assert.Contains(says, form.ErrorOf(Amount), StringComparison.Ordinal);
        Assert.Equal(typed, form.Typed(Amount));
    }

    [Fact]
    public void What_may_be_blank_or_negative_is_so()
    {
        Assert.Null(Sent().Money(Amount, required: false));
        Assert.Equal(new Money(-500), Sent((Amount, "-5")).Money(Amount, allowNegative: true));
        Assert.Equal(1.2345m, Sent((Amount, "1.2345")).Quantity(Amount));
        var tooFine = Sent((Amount, "1.23456"));
        Assert.Null(tooFine.Quantity(Amount));
        Assert.False(tooFine.IsValid);
    }

    [Theory]
    [InlineData("30/09/2023")]
    [InlineData("2023-09-30")]
    [InlineData("30-9-2023")]
    public void Reads_days(string typed) => Assert.Equal(new DateOnly(2023, 9, 30), Sent((Name, typed)).Day(Name));

    [Theory]
    [InlineData("31/02/2023")]
    [InlineData("09/30/2023")]
    [InlineData("ayer")]
    [InlineData("01/01/0001")]
    public void Refuses_what_is_no_day(string typed)
    {
        var form = Sent((Name, typed));
        Assert.Null(form.Day(Name));
        Assert.Contains("30/09/2023", form.ErrorOf(Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11", null)]
    [InlineData("2.5", null)]
    [InlineData("0", null)]
    [InlineData("10", 10L)]
    public void Reads_whole_numbers_within_bounds(string typed, long? number)
    {
        var form = Sent((Amount, typed));
        Assert.Equal(number, form.Whole(Amount, 1, 10));
        Assert.Equal(number is not null, form.IsValid);
    }

    [Fact]
    public void Reads_choices_texts_ticks_and_months()
    {
        var form = Sent((Name, "b"), (Amount.Month(3), "12"), (Amount.Month(12), "x"));
        Assert.Equal("b", form.Choice(Name, ["a", "b"]));
        Assert.Null(form.Choice(Name, ["a"]));
        Assert.Equal("b", form.Text(Name));
        Assert.False(form.IsTicked(Name));
        Assert.True(Sent((Name, "true")).IsTicked(Name));
        Assert.Equal([null, null, 12m], form.Quantities(Amount)[..3]);
        Assert.Contains("Importe, diciembre", form.ErrorOf(Amount.Month(12)), StringComparison.Ordinal);
        var longer = Sent((Name, "seis"));
        longer.Text(Name, maxLength: 3);
        Assert.Contains("4 caracteres; caben 3", longer.ErrorOf(Name), StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_everything_that_is_wrong_in_one_pass_and_a_form_without_its_version()
    {
        var form = Sent();
        form.Text(Name);
        form.Money(Amount);
        Assert.Equal(0, form.Version());
        Assert.Equal([Name, Amount, null], form.Problems.Select(p => p.Field));
        Assert.Equal(7, Sent((Form.VersionField, "7")).Version());
    }

    [Fact]
    public void What_is_put_in_a_form_reads_back_the_same()
    {
        var form = new Form(Spanish)
            .With(Name, new DateOnly(2023, 1, 5))
            .With(Amount, new Money(-123456789))
            .With(Amount.Row(2), 1234.5m)
            .With(new Field("months", Name.Label), [1m, null, 2.25m, null, null, null, null, null, null, null, null, 0m]);
        Assert.Equal(new DateOnly(2023, 1, 5), form.Day(Name));
        Assert.Equal(new Money(-123456789), form.Money(Amount, allowNegative: true));
        Assert.Equal(1234.5m, form.Quantity(Amount.Row(2)));
        Assert.Equal([1m, null, 2.25m, null, null, null, null, null, null, null, null, 0m], form.Quantities(new Field("months", Name.Label)));
        Assert.True(form.IsValid);
    }

    [Fact]
    public void Shows_theirs_and_yours_and_is_from_then_on_made_from_theirs()
    {
        var form = Sent((Name, "Mío"), (Amount, "1"), (Form.VersionField, "3"));
        form.ConflictWith(new Form(Spanish).With(Name, "Suyo").With(Amount, "1").WithVersion(4));
        Assert.Equal([(Name, "Suyo", "Mío")], form.Differences);
        Assert.Equal(4, form.Version());
        Assert.Equal("Mío", form.Typed(Name));
    }

    [Fact]
    public void Line_breaks_are_no_difference_and_what_only_one_of_them_has_is()
    {
        var form = Sent((Name, "Una\r\ndos"), (Amount.Row(2), "5"), (Form.IdField, "x"), (Form.VersionField, "3"));
        form.Text(Name);
        form.Money(Amount.Row(2));
        form.ConflictWith(new Form(Spanish).With(Name, "Una\ndos").With(Amount.Row(1), "7").WithId(Guid.Empty).WithVersion(4));
        Assert.Equal([(Amount.Row(1), "7", ""), (Amount.Row(2), "", "5")], form.Differences);
    }

    [Fact]
    public void A_form_without_its_identity_is_incomplete_and_says_so_once()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(id, new Form(Spanish).WithId(id).Id());
        var form = Sent((Form.IdField, "06/A008"));
        Assert.Equal((Guid.Empty, 0), (form.Id(), form.Version()));
        Assert.Single(form.Problems);
    }

    private static Site Spanish { get; } = new(Language.Spanish, "/work", "");

    private static Form Sent(params (Field Field, string Typed)[] fields) =>
        Form.Sent(Spanish, new FormCollection(fields.ToDictionary(f => f.Field.Name, f => new StringValues(f.Typed))));
}
