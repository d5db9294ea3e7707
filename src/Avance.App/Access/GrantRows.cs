using Avance.Access;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>Gives and takes roles, each told to the office's journal.</summary>
internal static class GrantRows
{
    /// <summary>
    /// Gives a role; one that is there changes nothing. The first in an office voids an invitation that waits to change how
    /// somebody comes in who can already: whoever issued it had no say in this office. To who has no other way in it is left.
    /// </summary>
    public static void Give(Session session, Account account, Grant grant, string actor, DateTimeOffset now)
    {
        session.LockEntity(grant.EntityCode);
        var entity = Entities.FindOrAdd(session, grant.Checked().EntityCode, now);
        var isFirst = session.Query("SELECT 1 FROM access_grant WHERE entity_id = $1 AND account_id = $2 LIMIT 1", static row => row.Int(0), entity, account.Id).Count == 0;
        var given = session.Query(
            "INSERT INTO access_grant (entity_id, account_id, role, unit_code, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1",
            static row => row.Int(0), entity, account.Id, grant.Role.Code(), grant.UnitCode ?? "", actor, now);
        if (given.Count > 0)
        {
            AccessJournal.Tell(session, grant.EntityCode, account, now, actor, "access.granted", "", AccessJournal.Value(grant));
            if (isFirst && account.HasWayIn)
            {
                InvitationRows.Void(session, account.Id, now);
            }
        }
    }

    /// <summary>Takes a role; one that is not there changes nothing.</summary>
    /// <exception cref="RuleViolationException"><c>access.last-administrator</c>.</exception>
    public static void Take(Session session, Account account, Grant grant, string actor, DateTimeOffset now)
    {
        session.LockEntity(grant.EntityCode);
        var entity = Entities.Required(session, grant.EntityCode);
        var taken = session.Query(
            "DELETE FROM access_grant WHERE entity_id = $1 AND account_id = $2 AND role = $3 AND unit_code = $4 RETURNING 1",
            static row => row.Int(0), entity, account.Id, grant.Role.Code(), grant.UnitCode ?? "");
        if (taken.Count == 0)
        {
            return;
        }

        AccessJournal.Tell(session, grant.EntityCode, account, now, actor, "access.revoked", AccessJournal.Value(grant), "");
        if (grant.Role == Role.Administer)
        {
            RequireAdministrator(session, grant.EntityCode);
        }
    }

    /// <summary>An office must keep someone who administers its roles and can sign in.</summary>
    /// <exception cref="RuleViolationException"><c>access.last-administrator</c>.</exception>
    public static void RequireAdministrator(Session session, string office)
    {
        var administrators = session.Query(
            $"SELECT {AccountRows.ColumnsOf("a")} FROM access_grant g JOIN account a ON a.account_id = g.account_id JOIN entity e ON e.entity_id = g.entity_id WHERE e.code = $1 AND g.role = $2",
            AccountRows.Read, office, Role.Administer.Code());
        if (!administrators.Exists(static a => a.CanEnter))
        {
            throw AccessRefusals.LastAdministrator(office);
        }
    }
}
