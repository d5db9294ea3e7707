using System.Buffers;

namespace Avance;

/// <summary>
/// The apostrophe that stands before a text which a spreadsheet would run as a formula. Whoever writes a table puts it, and
/// whoever reads it takes it off, so that nothing runs and nothing is lost.
/// </summary>
public static class FormulaGuard
{
    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789., ");

    /// <summary>Whether a text has to be written with an apostrophe before it. A figure below zero runs nothing.</summary>
    public static bool Needs(ReadOnlySpan<char> text) => text switch
    {
        [] => false,
        ['\'', ..] => IsGuarded(text),
        ['-', .. var rest] => rest.ContainsAnyExcept(FigureSigns),
        _ => IsSign(text[0]),
    };

    /// <summary>Whether the apostrophe at the beginning of a text that was read is a guard.</summary>
    public static bool IsGuarded(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == '\'' && (IsSign(text[1]) || text[1] is '\'' or '-');

    private static bool IsSign(char c) => c is '=' or '+' or '@' or '\t' or '\r' or '\n';
}
