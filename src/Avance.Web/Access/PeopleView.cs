using Avance.Access;
using Avance.App.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Access;

/// <summary>The people of an office.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Office">The office.</param>
/// <param name="People">Whoever has a role in it.</param>
/// <param name="Now">At this moment.</param>
public sealed record PeopleView(WorkVisit Visit, string Office, IReadOnlyList<Person> People, DateTimeOffset Now)
{
    /// <summary>Address of the people of an office.</summary>
    public static string At(Site site, string office, string more = "")
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(office);
        return site.Link($"{WorkRoutes.Prefix}/{Uri.EscapeDataString(office)}/people{more}");
    }

    /// <summary>The people, each with their page.</summary>
    public Table Table => new(
        new("Personas", "People"),
        [
            new("name", new("Nombre", "Name"), ColumnKind.RowHeader),
            new("email", new("Correo", "E-mail")),
            new("roles", new("Permisos", "Roles"), ColumnKind.Prose),
            new("state", new("Estado", "State")),
            new("seen", new("Sesión abierta, última vez", "Open session, last seen")),
        ],
        [.. People.Select(p => new TableRow(
        [
            TableCell.Of(p.Account.Name, At(Visit.Site, Office, $"/{p.Account.Id}")),
            TableCell.Of(p.Account.Email),
            TableCell.Of(string.Join("; ", p.Grants.Select(g => Name(Visit.Site, g)))),
            TableCell.Of(Visit.Site.Text(State(p, Now))),
            TableCell.Of(p.SeenAt?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ]))]);

    /// <summary>A role with its unit.</summary>
    public static string Name(Site site, Grant grant)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(grant);
        return site.Text(grant.Role.DisplayName()) + (grant.UnitCode is { } unit ? $" ({unit})" : "");
    }

    /// <summary>Whether somebody can come in.</summary>
    public static LocalizedText State(Person person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Account switch
        {
            { IsDisabled: true } => new("Inhabilitada", "Disabled"),
            _ when person.Account.IsLocked(now) => new("En espera por intentos fallidos", "Waiting after wrong attempts"),
            { HasWayIn: true } => new("Activa", "Active"),
            _ when person.InvitedUntil is null => new("Invitación vencida", "Invitation expired"),
            _ => new("Invitada", "Invited"),
        };
    }
}

/// <summary>A person being invited or changed.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Office">The office.</param>
/// <param name="Form">What is ticked and typed.</param>
/// <param name="Units">The units that a role can be given for.</param>
/// <param name="Person">Who; null while they are invited.</param>
public sealed record PersonEdit(WorkVisit Visit, string Office, Form Form, IReadOnlyList<(string Code, string Name)> Units, Person? Person)
{
    /// <summary>At this moment.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Who reads.</summary>
    public Site Site => Visit.Site;

    /// <summary>The page of all.</summary>
    public (string Text, string Href) Parent => (Site.Text($"Personas de {Office}", $"People of {Office}"), PeopleView.At(Site, Office));

    /// <summary>Address of something about this person.</summary>
    public string To(string more) => PeopleView.At(Site, Office, $"/{Person?.Account.Id}{more}");
}

/// <summary>An invitation just made.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Office">The office.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Address">What they have to open.</param>
public sealed record InvitedView(WorkVisit Visit, string Office, string Email, string Address);
