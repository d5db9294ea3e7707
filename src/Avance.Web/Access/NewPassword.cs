using Avance.Access;
using Avance.Web.Forms;

namespace Avance.Web.Access;

/// <summary>The two fields in which somebody chooses a password.</summary>
internal static class NewPassword
{
    public static readonly Field First = new("new-password", new("Contraseña nueva", "New password"), new(
        $"{PasswordPolicy.MinLength} caracteres o más. Sirven cuatro palabras que solo usted junte.", $"{PasswordPolicy.MinLength} characters or more. Four words that only you would put together will do."));

    public static readonly Field Again = new("repeat-password", new("La misma otra vez", "The same again"));

    /// <summary>The password, checked; what is wrong with it is left in the form.</summary>
    public static string Read(Form form, string email, string name)
    {
        form.Note(First);
        var password = form.Typed(First);
        if (PasswordPolicy.Refusal(password, email, name) is { } refusal)
        {
            form.Refuse(First, refusal);
        }
        else if (form.Typed(Again) != password)
        {
            form.Refuse(Again, new("La misma otra vez: no es igual a la primera.", "The same again: it differs from the first."));
        }

        return password;
    }
}
