using Avance.Access;
using Xunit;

namespace Avance.UnitTests.Access;

/// <summary>Which passwords and addresses are taken.</summary>
public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("cuatro palabras muy juntas")]
    [InlineData("xK2#vv91-mmQz")]
    [InlineData("el password de mi tía es otro")]
    [InlineData("anaranjada calabaza triste")]
    public void A_long_one_that_nobody_guesses_is_taken(string password) => Assert.Null(PasswordPolicy.Refusal(password, "ana.lopez@example.org", "Ana López"));

    [Theory]
    [InlineData("", "0 caracteres")]
    [InlineData("x", "1 carácter:")]
    [InlineData("corta12345!", "11 caracteres")]
    [InlineData("Lopez2024!!!!", "su nombre o su correo")]
    [InlineData("mi ANA.LOPEZ secreta", "su nombre o su correo")]
    [InlineData("aaaaaaaaaaaaaa", "primeras que se prueban")]
    [InlineData("121212121212", "primeras que se prueban")]
    [InlineData("123456789012", "primeras que se prueban")]
    [InlineData("Contraseña123", "primeras que se prueban")]
    [InlineData("Password2024", "primeras que se prueban")]
    [InlineData("qwertyuiop12", "primeras que se prueban")]
    public void A_short_a_known_and_a_common_one_are_refused(string password, string says) =>
        Assert.Contains(says, PasswordPolicy.Refusal(password, "ana.lopez@example.org", "Ana López")!.Spanish, StringComparison.Ordinal);

    [Fact]
    public void One_that_would_take_long_to_prove_is_refused() => Assert.NotNull(PasswordPolicy.Refusal(new string('x', 100) + new string('y', 101), "ana@example.org", "Ana"));

    [Theory]
    [InlineData(" Ana.Lopez+poa@Example.GOB.mx ", "ana.lopez+poa@example.gob.mx")]
    [InlineData("a@b.mx", "a@b.mx")]
    public void An_address_is_read_in_lower_case(string typed, string email)
    {
        Assert.True(EmailAddress.TryRead(typed, out var read));
        Assert.Equal(email, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@")]
    [InlineData("ana@example")]
    [InlineData("ana@.example.org")]
    [InlineData("ana@example..org")]
    [InlineData("ana@exa@mple.org")]
    [InlineData("ana.@example.org")]
    [InlineData(".ana@example.org")]
    [InlineData("ana..lopez@example.org")]
    [InlineData("<b>@example.org")]
    [InlineData("ana lopez@example.org")]
    [InlineData("josé@example.org")]
    [InlineData("ana@example.org\nBcc: x@example.org")]
    public void What_is_no_address_is_not_read(string? typed) => Assert.False(EmailAddress.TryRead(typed, out _));
}
