namespace Avance.Catalogs;

/// <summary>A Sustainable Development Goal (<em>objetivo de desarrollo sostenible</em>).</summary>
/// <param name="Number">1 to 17.</param>
/// <param name="Name">Short name in Spanish.</param>
/// <param name="EnglishName">Short name in English.</param>
/// <param name="Color">The goal's colour, <c>#RRGGBB</c>. For decoration: not all have contrast enough for text.</param>
public sealed record SdgGoal(int Number, string Name, string EnglishName, string Color);

/// <summary>A target of a Sustainable Development Goal (<em>meta ODS</em>).</summary>
/// <param name="Code">Goal and target: <c>16.7</c>, <c>1.a</c>. Text: <c>16.10</c> is not <c>16.1</c>.</param>
/// <param name="Goal">Number of the goal.</param>
/// <param name="ShortTitle">What the target is about, in Spanish, 80 characters at most: our summary, not the official text.</param>
public sealed record SdgTarget(string Code, int Goal, string ShortTitle);
