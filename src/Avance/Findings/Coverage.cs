using Avance.Catalogs;

namespace Avance.Findings;

/// <summary>What the coverage columns say: a place, or a literal that stands for none in particular.</summary>
public static class Coverage
{
    private const string StateWide = "cobertura estatal";

    private static readonly HashSet<string> Literals = new(StringComparer.Ordinal)
    {
        StateWide, "cobertura municipal", "cobertura regional", "cobertura nacional", "no distribuible",
        "no distribuible geograficamente", "varios", "varias", "varios municipios", "varias localidades",
    };

    private static readonly Lazy<Place> State = new(() =>
    {
        var (women, men) = (0L, 0L);
        foreach (var municipality in MunicipalityCatalog.Chiapas)
        {
            women += municipality.Women ?? 0;
            men += municipality.Men ?? 0;
        }

        return new Place("Chiapas", women, men);
    });

    /// <summary>Whether the text says that the whole state is covered.</summary>
    public static bool IsStateWide(string text) => FoldedText.Fold(text) == StateWide;

    /// <summary>Whether the text names a place, rather than nothing or a literal.</summary>
    public static bool IsPlace(string text) => FoldedText.Fold(text) is { Length: > 0 } folded && !Literals.Contains(folded);

    /// <summary>The place covered and who lives there by the census; null when either is unknown.</summary>
    public static Place? Population(string municipality) =>
        IsStateWide(municipality) ? State.Value
        : MunicipalityCatalog.FindByName(municipality) is { Women: { } women, Men: { } men } found ? new Place(found.Name, women, men)
        : null;
}

/// <summary>A place and who lives there by the census.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Women">Women.</param>
/// <param name="Men">Men.</param>
public sealed record Place(string Name, long Women, long Men);
