using Avance.App.Importing;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>
/// Finds texts that no database keeps as they are: with null characters or half of a surrogate pair, as broken fonts of a
/// PDF and escapes of a workbook can produce. To store them cleaned would be to change what the report says.
/// </summary>
internal static class StorableText
{
    public static void Check(ProgressReport report, ProblemList problems)
    {
        foreach (var function in report.Functions)
        {
            Check(problems, function.Place, function.Name);
            foreach (var subfunction in function.Subfunctions)
            {
                Check(problems, subfunction.Place, subfunction.Name);
                foreach (var type in subfunction.ProjectTypes)
                {
                    Check(problems, type.Place, type.Name);
                }
            }
        }

        foreach (var project in report.Projects)
        {
            Check(problems, project.Place, project.Key, project.Name, project.Municipality, project.Locality);
            Check(problems, project.Place, [.. project.SdgTargets]);
            foreach (var target in project.Targets)
            {
                Check(problems, target.Place, target.Description, target.UnitOfMeasure);
            }
        }

        foreach (var explanation in report.Explanations)
        {
            Check(problems, explanation.Place, explanation.Key, explanation.ProjectName, explanation.Text);
        }
    }

    private static void Check(ProblemList problems, SourcePlace place, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (!IsStorable(text))
            {
                problems.Add(new Problem(
                    "report.text", place, 0, ProblemList.Excerpt(new string([.. text.Select(c => c == '\0' || char.IsSurrogate(c) ? '\uFFFD' : c)])),
                    new("El texto contiene caracteres que no existen (nulos o incompletos).", "The text holds characters that do not exist (null or incomplete)."),
                    new("Vuelva a escribir el texto en el archivo de origen, o guárdelo en otro formato.", "Type the text again in the source file, or save it in another format.")));
            }
        }
    }

    private static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !isPair))
            {
                return false;
            }

            i += isPair ? 1 : 0;
        }

        return true;
    }
}
