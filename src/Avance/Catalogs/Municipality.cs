namespace Avance.Catalogs;

/// <summary>A municipality.</summary>
/// <param name="Code">National key, state and municipality: <c>07101</c>. The electoral numbering is another one.</param>
/// <param name="Name">Official name.</param>
/// <param name="Seat">Name of the locality that is its seat (<em>cabecera municipal</em>).</param>
/// <param name="Women">Women counted by the census; null when not known.</param>
/// <param name="Men">Men counted by the census; null when not known.</param>
public sealed record Municipality(string Code, string Name, string Seat, long? Women, long? Men)
{
    /// <summary>Women and men; null when either is not known.</summary>
    public long? Population => Women + Men;
}
