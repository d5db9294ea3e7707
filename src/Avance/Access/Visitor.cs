namespace Avance.Access;

/// <summary>Who asks for something: a person who is signed in, with what they may do, or nobody that is known.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Email">Their address, which is also the name that the journal records.</param>
/// <param name="Name">Their name.</param>
/// <param name="Grants">Their roles, in every office.</param>
public sealed record Visitor(Guid AccountId, string Email, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>Someone who is not signed in.</summary>
    public static Visitor Nobody { get; } = new(Guid.Empty, "", "", []);

    /// <summary>Whether it is known who they are.</summary>
    public bool IsSignedIn => AccountId != Guid.Empty;

    /// <summary>The offices in which they have a role.</summary>
    public IEnumerable<string> Offices => Grants.Select(g => g.EntityCode).Distinct();

    /// <summary>Whether they may do something: see <see cref="AccessTable.Allows"/>.</summary>
    public bool Can(Act act, string? entityCode, string? unitCode = null) => AccessTable.Allows(act, IsSignedIn, Grants, entityCode, unitCode);
}
