namespace Avance.Documents.Xlsx;

/// <summary>
/// How high a row must be for its texts. Spreadsheets measure texts when people type, but not all of them when a file opens;
/// an estimate that is a little too high never hides a line.
/// </summary>
internal static class TextFit
{
    private const int PointsPerLine = 13;

    /// <summary>The highest row that a spreadsheet takes, in points.</summary>
    private const int MaxPoints = 409;

    /// <summary>Points for a row whose highest text takes so many lines.</summary>
    public static int Points(int lines) => Math.Min(MaxPoints, (Math.Max(1, lines) * PointsPerLine) + 2);

    /// <summary>Lines that a text takes in a column so many characters wide.</summary>
    public static int Lines(string text, int width, bool isBold = false)
    {
        // Widths in hundredths of a digit, which is the unit of column widths; half a digit is margin on each side.
        var room = (width - 1) * 100;
        var lines = 1;
        var used = 0;
        var word = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                lines++;
                (used, word) = (0, 0);
                continue;
            }

            var advance = isBold ? Advance(c) * 108 / 100 : Advance(c);
            used += advance;
            word = c == ' ' ? 0 : word + advance;
            if (used > room && c != ' ')
            {
                lines++;
                used = word = word > room ? advance : word;
            }
        }

        return lines;
    }

    private static int Advance(char c) => c switch
    {
        ' ' or '.' or ',' or 'i' or 'l' or 'j' or '\'' or '|' or ';' or ':' or 'í' => 55,
        'f' or 't' or 'r' or 'I' or '(' or ')' or '-' or '/' => 75,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 170,
        >= '\u1100' => 200,
        _ when char.IsUpper(c) => 124,
        _ => 102,
    };
}
