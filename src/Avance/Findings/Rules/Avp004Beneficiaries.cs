using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Women plus men differs from people.</summary>
internal sealed class Avp004Beneficiaries() : ProjectRule("AVP-004", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Mujeres y hombres no suman las personas",
        "Women and men do not add up to people");

    public override LocalizedText Condition { get; } = new(
        "Mujeres más hombres es distinto de personas.",
        "Women plus men differs from people.");

    public override LocalizedText Remedy { get; } = new(
        "Revise los tres datos con el padrón o la lista de asistencia y corrija el equivocado.",
        "Check the three figures against the register or attendance list and correct the wrong one.");

    public override LocalizedText Reason { get; } = new(
        "La estadística de beneficiarios se desagrega por sexo; el total debe ser la suma de sus partes.",
        "Beneficiary statistics are broken down by sex; the total must be the sum of its parts.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Beneficiaries is { Women: { } women, Men: { } men, People: { } people } && (decimal)women + men != people
            ? About(
                project,
                new(
                    $"En {project.Key}, mujeres ({Figure.Print(women)}) + hombres ({Figure.Print(men)}) = {Figure.Grouped((decimal)women + men, 0)}; se informó {Figure.Print(people)} personas.",
                    $"In {project.Key}, women ({Figure.Print(women)}) + men ({Figure.Print(men)}) = {Figure.Grouped((decimal)women + men, 0)}; {Figure.Print(people)} people were reported."),
                new FindingFigure("women", women), new FindingFigure("men", men), new FindingFigure("sum", (decimal)women + men), new FindingFigure("people", people))
            : null;
}
