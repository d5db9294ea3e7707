using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>People are above zero and women or men are zero.</summary>
internal sealed class Avp029OneSex() : ProjectRule("AVP-029", Severity.Information)
{
    public override LocalizedText Title { get; } = new(
        "Beneficiarios de un solo sexo",
        "Beneficiaries of one sex");

    public override LocalizedText Condition { get; } = new(
        "Las personas son más de cero y las mujeres o los hombres son cero.",
        "People are above zero and women or men are zero.");

    public override LocalizedText Remedy { get; } = new(
        "Confirme que el proyecto se dirige a un solo sexo; si no, complete la desagregación.",
        "Confirm that the project is meant for one sex; if not, complete the breakdown.");

    public override LocalizedText Reason { get; } = new(
        "Puede ser el propósito del proyecto o una captura incompleta; conviene saber cuál.",
        "It may be the project's purpose or an incomplete capture; it is worth knowing which.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Beneficiaries is { People: > 0, Women: { } women, Men: { } men } && (women == 0) != (men == 0)
            ? About(
                project,
                new(
                    $"{project.Key}: beneficiarios de un solo sexo ({Figure.Print(women)} mujeres, {Figure.Print(men)} hombres).",
                    $"{project.Key}: beneficiaries of one sex ({Figure.Print(women)} women, {Figure.Print(men)} men)."),
                new FindingFigure("women", women), new FindingFigure("men", men))
            : null;
}
