using Avance.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;

namespace Avance.Web.Access;

/// <summary>Roles as boxes to tick: one for each role of the office, and for those of units one for each unit too.</summary>
internal static class GrantFields
{
    /// <summary>The box of a role.</summary>
    public static Field Box(Role role, (string Code, string Name)? unit = null) => unit is { } u
        ? new($"role-{role.Code()}-{u.Code}", new($"{u.Code} · {u.Name}", $"{u.Code} · {u.Name}"))
        : new($"role-{role.Code()}", role.IsOfUnit() ? new("Toda la oficina", "The whole office") : role.DisplayName(), role.IsOfUnit() ? null : role.Purpose());

    /// <summary>A form with the boxes of these roles ticked, and which they were.</summary>
    public static Form Of(Site site, IReadOnlyCollection<Grant> grants) => Fill(new Form(site), grants);

    /// <summary>Ticks the boxes of these roles. The version of the data that the form is made from is the roles themselves.</summary>
    public static Form Fill(Form form, IReadOnlyCollection<Grant> grants)
    {
        form.With(Form.VersionField, string.Join(' ', grants.Select(static g => $"{g.Role.Code()}/{Uri.EscapeDataString(g.UnitCode ?? "")}")));
        foreach (var grant in grants)
        {
            form.With(Box(grant.Role, grant.UnitCode is { } unit ? (unit, unit) : null), FormReader.Ticked);
        }

        return form;
    }

    /// <summary>The roles that a form was made from.</summary>
    public static List<Grant> Seen(Form form, string office)
    {
        var grants = new List<Grant>();
        foreach (var seen in form.Typed(Form.VersionField).Split(' '))
        {
            if (seen.Split('/', 2) is [var code, var unit] && Roles.TryRead(code, out var role))
            {
                grants.Add(new(role, office, unit.Length == 0 ? null : Uri.UnescapeDataString(unit)));
            }
        }

        return grants;
    }

    /// <summary>The roles whose boxes are ticked. Those for the whole office make those for its units needless.</summary>
    public static List<Grant> Read(Form form, string office, IReadOnlyList<(string Code, string Name)> units) =>
    [
        .. Roles.All.SelectMany(role => form.IsTicked(Box(role)) ? [new Grant(role, office)]
            : role.IsOfUnit() ? units.Where(u => form.IsTicked(Box(role, u))).Select(u => new Grant(role, office, u.Code))
            : Enumerable.Empty<Grant>()),
    ];
}
