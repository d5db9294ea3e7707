using System.Runtime.InteropServices;
using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Two keys with the same name: one was left at zero, and the other's revised budget is exactly what the first was approved.</summary>
internal sealed class Avp013Reclassification() : Rule("AVP-013", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Reclasificación sin registrar",
        "Unrecorded reclassification");

    public override LocalizedText Condition { get; } = new(
        "Dos claves con el mismo nombre: una quedó en cero y la otra tiene como modificado exactamente lo aprobado a la primera.",
        "Two keys with the same name: one was left at zero, and the other's revised budget is exactly what the first was approved.");

    public override LocalizedText Remedy { get; } = new(
        "Registre la adecuación programática: dé de baja la clave de origen, con sus metas, y enlace las dos claves.",
        "Record the programme amendment: close the original key with its targets, and link both keys.");

    public override LocalizedText Reason { get; } = new(
        "Una reclasificación mueve dinero y metas a la vez; si solo se mueve el dinero, la meta cuenta doble.",
        "A reclassification moves money and targets together; when only money moves, the target counts twice.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var projects in Avp012RepeatedName.SameName(context.Facts))
        {
            // Each receiver answers for one origin: a queue by amount keeps this linear however many share the name.
            var receivers = new Dictionary<long, Queue<ReportProject>>();
            foreach (var project in projects)
            {
                if (project.Budget.Revised is { Centavos: > 0 } revised)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(receivers, revised.Centavos, out _) ??= new()).Enqueue(project);
                }
            }

            foreach (var origin in projects)
            {
                if (origin.Budget is { Revised.Centavos: 0, Approved: { Centavos: > 0 } amount }
                    && receivers.TryGetValue(amount.Centavos, out var waiting) && waiting.TryPeek(out var receiver) && receiver.Key != origin.Key)
                {
                    waiting.Dequeue();
                    yield return About(
                        [origin, receiver],
                        new(
                            $"Parece reclasificación de {origin.Key} a {receiver.Key} por {amount}; registre la adecuación y dé de baja {origin.Key}.",
                            $"It looks like a reclassification from {origin.Key} to {receiver.Key} for {amount}; record the amendment and close {origin.Key}."),
                        new FindingFigure("amount", amount.Pesos));
                }
            }
        }
    }
}
