using Avance.Access;
using Avance.App.Access;
using Avance.App.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>The people of an office: invited, given roles, kept out and let in again.</summary>
internal static class PeopleEndpoints
{
    private const string All = WorkRoutes.Prefix + "/{entity}/people";
    private const string One = All + "/{account:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, All, Show, null);
        Map(routes, All + "/new", visit => Html.Page<InvitePage>(new PersonEdit(visit, Office(visit), new Form(visit.Site), Units(visit, []), null)), Invite);
        Map(routes, One, visit => WithPerson(visit, person => ShowPerson(visit, person, GrantFields.Of(visit.Site, person.Grants))), SaveGrants);
        Map(routes, One + "/invite", null, InviteAgain);
        Map(routes, One + "/unlock", null, (visit, form) => Change(visit, form, (people, id, by) => people.Unlock(id, by)));
        Map(routes, One + "/disable", null, (visit, form) => Change(visit, form, (people, id, by) => people.SetDisabled(id, true, by)));
        Map(routes, One + "/enable", null, (visit, form) => Change(visit, form, (people, id, by) => people.SetDisabled(id, false, by)));
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<WorkVisit, IResult>? show, Func<WorkVisit, Form, IResult>? save) => routes.MapVisit(
        pattern, Act.ManagePeople, show is null ? null : visit => Task.FromResult(show(visit)), save is null ? null : (visit, form) => Task.FromResult(save(visit, form)));

    private static string Office(WorkVisit visit) => visit.Route("entity");

    private static IResult Show(WorkVisit visit) => Html.Page<PeoplePage>(new PeopleView(visit, Office(visit), visit.Get<People>().Of(Office(visit)), visit.Get<TimeProvider>().GetUtcNow()));

    /// <summary>The units that a role can be given for: those of the years that are not over, and those of which somebody has one already.</summary>
    private static List<(string Code, string Name)> Units(WorkVisit visit, IEnumerable<Grant> grants)
    {
        var units = visit.Get<PlanQueries>().Units(Office(visit)).Select(u => (u.Code, u.Name)).ToList();
        return [.. units, .. grants.Select(g => g.UnitCode).OfType<string>().Distinct().Except(units.Select(u => u.Code)).Select(code => (code, code))];
    }

    private static IResult Invite(WorkVisit visit, Form form)
    {
        var units = Units(visit, []);
        var email = form.Text(SignInEndpoints.Email, EmailAddress.MaxLength);
        var name = form.Text(InvitationEndpoints.Name, Account.MaxNameLength);
        var grants = GrantFields.Read(form, Office(visit), units);
        if (grants.Count == 0)
        {
            form.Refuse(new("Elija al menos un permiso.", "Choose one role at least."));
        }

        return form.Submit(
            () => visit.Get<People>().Invite(email, name, grants, Administrator.Of(visit.Visitor)) is { } word
                ? Invited(visit, email, word)
                : visit.Next(Address(visit), Notices.Saved),
            (refused, status) => Html.Page<InvitePage>(new PersonEdit(visit, Office(visit), refused, units, null), status));
    }

    private static IResult InviteAgain(WorkVisit visit, Form form) => WithPerson(visit, person => form.Submit(
        () => Invited(visit, person.Account.Email, visit.Get<People>().InviteAgain(person.Account.Id, Administrator.Of(visit.Visitor))),
        (refused, status) => ShowPerson(visit, person, GrantFields.Fill(refused, person.Grants), status)));

    private static IResult Invited(WorkVisit visit, string email, string word) => Html.Page<InvitedPage>(new InvitedView(
        visit, Office(visit), email, visit.Get<OwnAddress>().Root(visit.Context.Request) + visit.Site.Link("/invitation/" + word)));

    private static IResult ShowPerson(WorkVisit visit, Person person, Form form, int status = StatusCodes.Status200OK) =>
        Html.Page<PersonPage>(new PersonEdit(visit, Office(visit), form, Units(visit, person.Grants), person) { Now = visit.Get<TimeProvider>().GetUtcNow() }, status);

    private static IResult SaveGrants(WorkVisit visit, Form form) => WithPerson(visit, person =>
    {
        var grants = GrantFields.Read(form, Office(visit), Units(visit, person.Grants));
        return form.Submit(
            () =>
            {
                visit.Get<People>().SetGrants(Office(visit), person.Account.Id, GrantFields.Seen(form, Office(visit)), grants, Administrator.Of(visit.Visitor));
                return visit.Next(Address(visit));
            },
            (refused, status) => ShowPerson(visit, person, refused, status),
            () => GrantFields.Of(visit.Site, person.Grants));
    });

    private static IResult Change(WorkVisit visit, Form form, Action<People, Guid, Administrator> change) => WithPerson(visit, person => form.Submit(
        () =>
        {
            change(visit.Get<People>(), person.Account.Id, Administrator.Of(visit.Visitor));
            return visit.Next(Address(visit));
        },
        (refused, status) => ShowPerson(visit, person, GrantFields.Fill(refused, person.Grants), status)));

    private static IResult WithPerson(WorkVisit visit, Func<Person, IResult> answer) =>
        Guid.TryParse(visit.Route("account"), out var id) && visit.Get<People>().Find(Office(visit), id) is { } person
            ? answer(person)
            : ErrorPages.NotFound(visit.Site, new("Esa persona no tiene permisos en esta oficina.", "That person has no role in this office."), (visit.Site.Text("Ver las personas", "See the people"), Address(visit)));

    private static string Address(WorkVisit visit) => PeopleView.At(visit.Site, Office(visit));
}
