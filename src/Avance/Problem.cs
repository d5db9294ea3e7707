namespace Avance;

/// <summary>
/// Something in a text from people or files that could not be read: where, what, why and how to mend it.
/// Reading collects all of them and writes nothing.
/// </summary>
/// <param name="Code">Stable code of the kind of problem, or the id of the rule that it breaks (<c>AVP-070</c>).</param>
/// <param name="Place">Where in the source file.</param>
/// <param name="Column">1-based column (field, cell) in that line, 0 when the whole line is meant.</param>
/// <param name="Excerpt">What stands there, shortened.</param>
/// <param name="Explanation">What is wrong with it.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record Problem(
    string Code,
    SourcePlace Place,
    int Column,
    string Excerpt,
    LocalizedText Explanation,
    LocalizedText Remedy);

/// <summary>A place in a source file. The default value is no place: the figure was not imported.</summary>
/// <param name="Page">1-based page of a PDF or sheet of a workbook; 0 where the format has neither.</param>
/// <param name="Line">1-based line of a text, row of a sheet, or line of text on the PDF page.</param>
public readonly record struct SourcePlace(int Page, int Line);
