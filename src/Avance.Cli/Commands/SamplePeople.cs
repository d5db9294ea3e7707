using System.Security.Cryptography;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Storage;
using Avance.Web.Access;

namespace Avance.Cli.Commands;

/// <summary>An account of each role in the sample office, all with one password that is made anew each time.</summary>
internal static class SamplePeople
{
    private const string Unit = "06";

    public static void Add(Terminal terminal, Database database)
    {
        var (accounts, people) = (new Accounts(database, TimeProvider.System), new People(database, TimeProvider.System));
        var password = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
        var hash = PasswordCheck.Hash(password);
        var table = new TextTable(terminal.Say("correo", "e-mail"), terminal.Say("puede", "may"));
        foreach (var role in Roles.All)
        {
            var grant = new Grant(role, SampleOffice.Entity.Code, role.IsOfUnit() ? Unit : null);
            var account = accounts.Add($"{role.Code()}@ejemplo.mx", role.DisplayName().Spanish, hash, Environment.UserName);
            people.Give(account.Id, grant, new(Environment.UserName, null));
            table.Add(account.Email, terminal.Say(role.Purpose()) + (grant.UnitCode is { } unit ? terminal.Say($" Unidad {unit}.", $" Unit {unit}.") : ""));
        }

        terminal.Line("");
        table.Write(terminal.Output);
        terminal.Line(terminal.Say($"Contraseña de todas, solo para esta base de ejemplo: {password}", $"Password of all, for this sample database only: {password}"));
        terminal.Line("");
    }
}
