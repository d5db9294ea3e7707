using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The women or men served are more than those who live in the municipality or state covered, by the census.</summary>
internal sealed class Avp028MoreThanPopulation() : ProjectRule("AVP-028", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Más beneficiarios que población",
        "More beneficiaries than population");

    public override LocalizedText Condition { get; } = new(
        "Las mujeres o los hombres beneficiados son más que los que habitan el municipio o el estado de la cobertura, según el censo.",
        "The women or men served are more than those who live in the municipality or state covered, by the census.");

    public override LocalizedText Remedy { get; } = new(
        "Revise si se contaron atenciones en vez de personas, o si la cobertura es mayor que la escrita.",
        "Check whether services were counted instead of people, or whether the coverage is wider than written.");

    public override LocalizedText Reason { get; } = new(
        "Nadie puede atender a más personas de las que hay; los beneficiarios son personas, no atenciones.",
        "Nobody can serve more people than there are; beneficiaries are people, not services.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context)
    {
        var (women, men) = (project.Beneficiaries.Women, project.Beneficiaries.Men);
        return Coverage.Population(project.Municipality) is var (place, womenThere, menThere) && (women > womenThere || men > menThere)
            ? About(
                project,
                new(
                    $"Los beneficiarios de {project.Key} ({Figure.Print(women)} mujeres, {Figure.Print(men)} hombres) superan la población de {place} ({Figure.Print(womenThere)} y {Figure.Print(menThere)}).",
                    $"The beneficiaries of {project.Key} ({Figure.Print(women)} women, {Figure.Print(men)} men) exceed the population of {place} ({Figure.Print(womenThere)} and {Figure.Print(menThere)})."),
                new FindingFigure("women", women), new FindingFigure("men", men), new FindingFigure("populationWomen", womenThere), new FindingFigure("populationMen", menThere))
            : null;
    }
}
