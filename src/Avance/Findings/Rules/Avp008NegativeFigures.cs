using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>An amount, a target quantity or a number of beneficiaries is below zero.</summary>
internal sealed class Avp008NegativeFigures() : Rule("AVP-008", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Cifra negativa",
        "Negative figure");

    public override LocalizedText Condition { get; } = new(
        "Un importe, una meta o un número de beneficiarios es menor que cero.",
        "An amount, a target quantity or a number of beneficiaries is below zero.");

    public override LocalizedText Remedy { get; } = new(
        "Corrija la cifra: una reducción se refleja en el presupuesto modificado, no como importe negativo.",
        "Correct the figure: a decrease shows in the revised budget, not as a negative amount.");

    public override LocalizedText Reason { get; } = new(
        "Las cifras del informe son saldos acumulados; ninguno puede ser menor que cero.",
        "The report's figures are cumulative balances; none can be below zero.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var project in context.Facts.Projects)
        {
            foreach (var column in BudgetColumn.All)
            {
                if (column.Amount(project.Budget) is { IsNegative: true } amount)
                {
                    yield return About(project, Message(column.Name, amount.ToString()), (column.Id, amount.Pesos));
                }
            }

            for (var i = 0; i < project.Targets.Count; i++)
            {
                foreach (var (id, name, quantity) in Quantities(project.Targets[i]))
                {
                    if (quantity < 0)
                    {
                        yield return About(new TargetRow(project, project.Targets[i], i + 1), Message(name, Figure.Print(quantity)), (id, quantity));
                    }
                }
            }

            foreach (var (id, name, count) in Counts(project.Beneficiaries))
            {
                if (count < 0)
                {
                    yield return About(project, Message(name, Figure.Print(count)), (id, count));
                }
            }
        }
    }

    private static LocalizedText Message(LocalizedText field, string value) => new(
        $"No se admiten valores negativos: {field.Spanish} = {value}.",
        $"Negative values are not allowed: {field.English} = {value}.");

    private static (string Id, LocalizedText Name, decimal? Quantity)[] Quantities(ReportTarget target) =>
    [
        ("original", OriginalName, target.Original),
        ("revised", RevisedName, target.Revised),
        ("achieved", AchievedName, target.Achieved),
    ];

    private static (string Id, LocalizedText Name, long? Count)[] Counts(Beneficiaries people) =>
    [
        ("women", WomenName, people.Women),
        ("men", MenName, people.Men),
        ("people", PeopleName, people.People),
    ];

    private static readonly LocalizedText OriginalName = new("meta programada", "original target");
    private static readonly LocalizedText RevisedName = new("meta modificada", "revised target");
    private static readonly LocalizedText AchievedName = new("meta alcanzada", "achieved value");
    private static readonly LocalizedText WomenName = new("mujeres", "women");
    private static readonly LocalizedText MenName = new("hombres", "men");
    private static readonly LocalizedText PeopleName = new("personas", "people");
}
