namespace Avance.Planning;

/// <summary>A public entity (<em>ente público</em>) that answers for a budget and reports on it.</summary>
/// <param name="Code">Short code, unique in one database: <c>IEPC</c>.</param>
/// <param name="Name">Official name.</param>
public sealed record PublicEntity(string Code, string Name);
