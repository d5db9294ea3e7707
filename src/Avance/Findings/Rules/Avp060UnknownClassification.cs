using Avance.Catalogs;

namespace Avance.Findings.Rules;

/// <summary>The function or subfunction is not in the functional classification in force that fiscal year, or the subfunction does not belong to that function.</summary>
internal sealed class Avp060UnknownClassification() : Rule("AVP-060", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Clasificación no vigente",
        "Classification not in force");

    public override LocalizedText Condition { get; } = new(
        "La función o la subfunción no está en la clasificación funcional del gasto vigente en el ejercicio, o la subfunción no es de esa función.",
        "The function or subfunction is not in the functional classification in force that fiscal year, or the subfunction does not belong to that function.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba el nombre oficial de la función y de la subfunción.",
        "Write the official name of the function and the subfunction.");

    public override LocalizedText Reason { get; } = new(
        "La información presupuestaria se presenta con los clasificadores del CONAC (LGCG, arts. 41 y 46).",
        "Budget information is presented with CONAC's classifiers (LGCG arts. 41 and 46).");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        var functional = Classifications.Functional;
        var year = context.Report.Period.Year;
        if (!functional.IsValidIn(year))
        {
            yield break;
        }

        foreach (var function in context.Report.Functions)
        {
            if (functional.FindByName(function.Name, FunctionLevel) is not { } code)
            {
                yield return About(Same(function.Name), new(
                    $"La función «{function.Name}» no está en la clasificación funcional vigente en {year}.",
                    $"Function «{function.Name}» is not in the functional classification in force in {year}."));
                continue;
            }

            foreach (var subfunction in function.Subfunctions)
            {
                if (functional.FindByName(subfunction.Name, FunctionLevel + 1, code.Code) is null)
                {
                    yield return About(Same(subfunction.Name), new(
                        $"La subfunción «{subfunction.Name}» no está en la función {code.Code} de la clasificación funcional vigente en {year}.",
                        $"Subfunction «{subfunction.Name}» is not in function {code.Code} of the functional classification in force in {year}."));
                }
            }
        }
    }

    /// <summary>Divisions are level 1, functions level 2, subfunctions level 3.</summary>
    private const int FunctionLevel = 2;
}
