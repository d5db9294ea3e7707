namespace Avance.Documents.Charts;

/// <summary>
/// Colours of the charts, each at least 3:1 against white, and told apart by shape or place as well. Classes let a theme
/// replace them.
/// </summary>
internal static class Palette
{
    public const string Ink = "#1b1b1b";
    public const string Paper = "#ffffff";
    public const string Axis = "#6b6b6b";
    public const string Physical = "#1f5c99";
    public const string Financial = "#b86200";
    public const string Green = "#1e7b34";
    public const string Amber = "#a86400";
    public const string Red = "#b3261e";
    public const string Grey = "#6b6b6b";
}
