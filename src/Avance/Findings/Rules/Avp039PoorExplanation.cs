namespace Avance.Findings.Rules;

/// <summary>The explanation has fewer than 50 characters, or is the previous period's word for word.</summary>
internal sealed class Avp039PoorExplanation() : Rule("AVP-039", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Justificación insuficiente o repetida",
        "Insufficient or repeated explanation");

    public override LocalizedText Condition { get; } = new(
        "La justificación tiene menos de 50 caracteres, o es la misma del periodo anterior palabra por palabra.",
        "The explanation has fewer than 50 characters, or is the previous period's word for word.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba la causa, el efecto y lo que se hará, referidos a este periodo.",
        "Write the cause, the effect and what will be done, about this period.");

    public override LocalizedText Reason { get; } = new(
        "Una justificación que no dice nada nuevo no explica el periodo que se informa.",
        "An explanation that says nothing new does not explain the period reported.");

    public override LocalizedText? Requires { get; } = new(
        "Para compararla, el informe del periodo anterior.",
        "To compare it, the previous period's report.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var explanations = context.Report.Explanations;
        var before = new HashSet<string>(StringComparer.Ordinal);
        if (context.Facts.Past is [var last, ..])
        {
            before.UnionWith(last.Report.Explanations.Select(e => $"{e.Key} {FoldedText.Fold(e.Text)}"));
        }

        for (var i = 0; i < explanations.Count; i++)
        {
            var (key, text) = (explanations[i].Key, FoldedText.Fold(explanations[i].Text));
            var isShort = text.Length < context.Settings.ShortestExplanation;
            if (isShort || before.Contains($"{key} {text}"))
            {
                yield return About(
                    new($"Justificación de {key}", $"Explanation of {key}"),
                    context.Facts.ExplainedProjects(i),
                    null,
                    isShort
                        ? new($"La justificación de {key} es insuficiente: tiene {text.Length} caracteres.", $"The explanation of {key} is insufficient: it has {text.Length} characters.")
                        : new($"La justificación de {key} es idéntica a la del periodo anterior.", $"The explanation of {key} is identical to the previous period's."),
                    new FindingFigure("characters", text.Length));
            }
        }
    }
}
