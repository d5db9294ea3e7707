using Avance.Catalogs;

namespace Avance.Budget;

/// <summary>One part of a budget line's key (<em>clave presupuestaria</em>).</summary>
/// <param name="Code">What it is: <see cref="Unit"/>, <see cref="Programme"/>, … or an issuer's own.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Length">How many characters it has; 0 for any number.</param>
/// <param name="Classification">
/// Id of the classification (<see cref="Classifications"/>) whose codes it holds, also those of an issuer that open one of them up
/// further; null when its codes are the office's own.
/// </param>
public sealed record KeySegment(string Code, LocalizedText Name, int Length, string? Classification)
{
    /// <summary>The responsible unit (<em>unidad responsable</em>).</summary>
    public const string Unit = "unit";

    /// <summary>The budget programme (<em>programa presupuestario</em>).</summary>
    public const string Programme = "programme";

    /// <summary>The project's printed key (<em>proyecto</em>).</summary>
    public const string Project = "project";

    /// <summary>The object of expenditure (<em>partida</em>).</summary>
    public const string ExpenditureObject = "object";

    /// <summary>The economic nature (<em>tipo de gasto</em>).</summary>
    public const string Nature = "nature";

    /// <summary>The funding source (<em>fuente de financiamiento</em>).</summary>
    public const string Funding = "funding";
}

/// <summary>
/// How an issuer writes its budget line keys in a year: which parts, in which order. Every state has its own, so none is a
/// constant of the program.
/// </summary>
public sealed class BudgetKeyLayout
{
    /// <summary>What stands between the parts.</summary>
    public const char Separator = '-';

    /// <summary>Makes a layout.</summary>
    /// <exception cref="ArgumentException">It has no parts, or the same part twice.</exception>
    public BudgetKeyLayout(IReadOnlyList<KeySegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments.Count == 0 || segments.DistinctBy(static s => s.Code).Count() != segments.Count)
        {
            throw new ArgumentException("A layout has at least one part, and each part once.", nameof(segments));
        }

        Segments = segments;
    }

    /// <summary>The layout that an office starts with: <c>06-R101-A008-21101-1-16</c>.</summary>
    public static BudgetKeyLayout Default { get; } = new(
    [
        new(KeySegment.Unit, new("Unidad responsable", "Responsible unit"), 0, null),
        new(KeySegment.Programme, new("Programa presupuestario", "Budget programme"), 4, null),
        new(KeySegment.Project, new("Proyecto", "Project"), 4, null),
        new(KeySegment.ExpenditureObject, new("Partida", "Object of expenditure"), 5, Classifications.ExpenditureObject.Id),
        new(KeySegment.Nature, new("Tipo de gasto", "Economic nature"), 1, Classifications.EconomicNature.Id),
        new(KeySegment.Funding, new("Fuente de financiamiento", "Funding source"), 2, Classifications.FundingSource.Id),
    ]);

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<KeySegment> Segments { get; }

    /// <summary>Position of a part; -1 when the layout has none such.</summary>
    public int IndexOf(string segment)
    {
        for (var i = 0; i < Segments.Count; i++)
        {
            if (Segments[i].Code == segment)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes a key apart.</summary>
    /// <param name="key">The key as written.</param>
    /// <param name="year">The fiscal year, for which the classifications must be in force.</param>
    /// <param name="codes">Its codes, in the order of the parts.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public bool TryParse(string key, int year, out IReadOnlyList<string> codes, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split(Separator, StringSplitOptions.TrimEntries);
        codes = parts;
        problem = parts.Length != Segments.Count ? WrongCount(key, parts.Length) : null;
        for (var i = 0; problem is null && i < parts.Length; i++)
        {
            problem = ProblemOf(Segments[i], parts[i], year);
        }

        return problem is null;
    }

    private LocalizedText WrongCount(string key, int count) => new(
        $"La clave «{key}» tiene {count} partes y debe tener {Segments.Count}: {string.Join(Separator, Segments.Select(static s => s.Name.Spanish.ToLowerInvariant()))}.",
        $"The key “{key}” has {count} parts and must have {Segments.Count}: {string.Join(Separator, Segments.Select(static s => s.Name.English.ToLowerInvariant()))}.");

    private static LocalizedText? ProblemOf(KeySegment segment, string code, int year)
    {
        if (code.Length == 0 || (segment.Length > 0 && code.Length != segment.Length) || !code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'))
        {
            return new(
                $"«{code}» no es una clave de {segment.Name.Spanish.ToLowerInvariant()}{(segment.Length > 0 ? $" de {segment.Length} caracteres" : "")}.",
                $"“{code}” is no code of {segment.Name.English.ToLowerInvariant()}{(segment.Length > 0 ? $" of {segment.Length} characters" : "")}.");
        }

        return segment.Classification is { } id && Find(id) is { } classification && (!classification.IsValidIn(year) || !Knows(classification, code))
            ? new(
                $"«{code}» no está en {classification.Name.Spanish} vigente en {year}.",
                $"“{code}” is not in the {classification.Name.English} in force in {year}.")
            : null;
    }

    /// <summary>
    /// Whether the classification has the code, or one that it opens up: the specific item 21101 is the issuer's own, within
    /// generic item 211.
    /// </summary>
    private static bool Knows(Classification classification, string code) =>
        classification.Find(code) is not null || (classification.Id == Classifications.ExpenditureObject.Id && ObjectLevels.Of(code).Generic is { } generic && classification.Find(generic) is not null)
        || (classification.Id == Classifications.ExpenditureObject.Id && ObjectLevels.Of(code).Concept is { } concept && classification.Find(concept) is not null);

    private static Classification? Find(string id) => Classifications.All.FirstOrDefault(c => c.Id == id);
}

/// <summary>The levels of an object of expenditure (COG): chapter, concept, generic item.</summary>
/// <param name="Chapter"><c>2000</c>.</param>
/// <param name="Concept"><c>2100</c>; null when the code is only a chapter.</param>
/// <param name="Generic"><c>211</c>; null when the code is only a chapter or concept.</param>
public readonly record struct ObjectLevels(string Chapter, string? Concept, string? Generic)
{
    /// <summary>The levels above a code of any level: <c>21101</c>, <c>211</c>, <c>2100</c>, <c>2000</c>.</summary>
    public static ObjectLevels Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var chapter = code.Length > 0 ? code[0] + "000" : "";
        var concept = code.Length >= 2 && code[1] != '0' ? code[..2] + "00" : null;
        var generic = concept is not null && code.Length >= 3 && code[2] != '0' ? code[..3] : null;
        return new(chapter, concept, generic);
    }
}
