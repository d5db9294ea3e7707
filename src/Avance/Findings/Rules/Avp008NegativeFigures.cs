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
                    yield return About(project, Message(column.Name, amount.ToString()), new FindingFigure(column.Id, amount.Pesos));
                }
            }

            for (var i = 0; i < project.Targets.Count; i++)
            {
                foreach (var column in TargetColumn.All)
                {
                    if (column.Quantity(project.Targets[i]) is { } quantity and < 0)
                    {
                        var row = new TargetRow(project, project.Targets[i], i + 1);
                        yield return About(row, Message(column.Name, Figure.Print(quantity)), new FindingFigure(column.Id, quantity));
                    }
                }
            }

            foreach (var (id, name, sex) in People)
            {
                if (sex(project.Beneficiaries) is { } count and < 0)
                {
                    yield return About(project, Message(name, Figure.Print(count)), new FindingFigure(id, count));
                }
            }
        }
    }

    private static LocalizedText Message(LocalizedText field, string value) => new(
        $"No se admiten valores negativos: {field.Spanish} = {value}.",
        $"Negative values are not allowed: {field.English} = {value}.");

    private static readonly PeopleColumn[] People =
    [
        new("women", new("mujeres", "women"), b => b.Women),
        new("men", new("hombres", "men"), b => b.Men),
        new("people", new("personas", "people"), b => b.People),
    ];

    private sealed record PeopleColumn(string Id, LocalizedText Name, Func<Beneficiaries, long?> Count);
}
