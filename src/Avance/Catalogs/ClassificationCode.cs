namespace Avance.Catalogs;

/// <summary>One code of a classification.</summary>
/// <param name="Code">The code as its issuer prints it: <c>1.3.6</c>, <c>1100</c>, <c>K</c>. Text, never a number.</param>
/// <param name="Name">Official name in Spanish.</param>
/// <param name="Parent">Code that it belongs to; null at the first level.</param>
/// <param name="Level">1 for the first level, 2 for its children, and so on.</param>
public sealed record ClassificationCode(string Code, string Name, string? Parent, int Level);
