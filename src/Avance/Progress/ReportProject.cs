namespace Avance.Progress;

/// <summary>A project's row in the report. Its identity is <see cref="Number"/>, not its key: printed keys repeat.</summary>
public sealed record ReportProject
{
    /// <summary>1-based position in the report's printed order.</summary>
    public required int Number { get; init; }

    /// <summary>Printed key, one letter and three digits: <c>A008</c>. Not unique.</summary>
    public required string Key { get; init; }

    /// <summary>Targets of the Sustainable Development Goals, primary first: <c>16.7</c>. Codes, not decimals.</summary>
    public required IReadOnlyList<string> SdgTargets { get; init; }

    /// <summary>Printed name.</summary>
    public required string Name { get; init; }

    /// <summary>The project's targets (<em>metas</em>), in printed order.</summary>
    public required IReadOnlyList<ReportTarget> Targets { get; init; }

    /// <summary>Approved, revised and accrued budget.</summary>
    public required BudgetFigures Budget { get; init; }

    /// <summary>Municipality's name, or a literal such as «Cobertura Estatal»; empty when blank.</summary>
    public required string Municipality { get; init; }

    /// <summary>Locality's name, or a literal; empty when blank.</summary>
    public required string Locality { get; init; }

    /// <summary>Whom the project served.</summary>
    public required Beneficiaries Beneficiaries { get; init; }

    /// <summary>Where the row stands in the source file.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Percentage of the revised budget that has accrued; null when there is no revised budget.</summary>
    public decimal? FinancialProgress => Percentage.Of(Budget.Accrued, Budget.Revised);

    /// <summary>
    /// Mean of the targets' fulfilment rates, uncapped; null when no target has one. An orientation for people and
    /// rules: the official report prints no such figure, because targets of different units do not add up.
    /// </summary>
    public decimal? PhysicalProgress
    {
        get
        {
            var (sum, count) = (0m, 0);
            foreach (var target in Targets)
            {
                if (target.FulfilmentRate is { } rate)
                {
                    sum += rate;
                    count++;
                }
            }

            return count == 0 ? null : Percentage.Round(sum / count);
        }
    }
}

/// <summary>One target (<em>meta</em>) of a project. Quantities are cumulative and have at most four decimals.</summary>
/// <param name="Description">Printed concept.</param>
/// <param name="UnitOfMeasure">Printed unit; may have several words.</param>
/// <param name="Original">Programmed for the year when the plan was approved.</param>
/// <param name="Revised">Programmed for the year after authorised target amendments.</param>
/// <param name="Achieved">Achieved from January to the cut-off.</param>
/// <param name="PrintedRate">The percentage that the report prints; to be checked against <see cref="FulfilmentRate"/>.</param>
public sealed record ReportTarget(
    string Description,
    string UnitOfMeasure,
    decimal? Original,
    decimal? Revised,
    decimal? Achieved,
    decimal? PrintedRate)
{
    /// <summary>Where the target stands in the source file.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>
    /// Achieved as a percentage of the revised annual target, two decimals, uncapped; 0 when both achieved and revised
    /// are 0; null when undefined.
    /// </summary>
    public decimal? FulfilmentRate => Revised == 0 && Achieved == 0 ? 0.00m : Percentage.Of(Achieved, Revised);
}

/// <summary>Approved, revised and accrued amounts. Each may be absent.</summary>
/// <param name="Approved">Budget approved by decree (<em>aprobado</em>).</param>
/// <param name="Revised">Approved plus increases minus decreases (<em>modificado</em>).</param>
/// <param name="Accrued">Obligations recognised from January to the cut-off (<em>devengado</em>, LGCG art. 4).</param>
public readonly record struct BudgetFigures(Money? Approved, Money? Revised, Money? Accrued)
{
    /// <summary>What the amendments of the year add up to; null when either figure is absent.</summary>
    public Money? NetChange => Revised - Approved;

    /// <summary>Column by column sum; a column stays absent only when it is absent everywhere.</summary>
    public static BudgetFigures Sum(IEnumerable<BudgetFigures> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var sum = default(BudgetFigures);
        foreach (var figure in figures)
        {
            sum = new(Add(sum.Approved, figure.Approved), Add(sum.Revised, figure.Revised), Add(sum.Accrued, figure.Accrued));
        }

        return sum;
    }

    private static Money? Add(Money? left, Money? right) => left is null ? right : right is null ? left : left + right;
}

/// <summary>People served, by sex. Not additive across projects: one person may be counted in several.</summary>
/// <param name="Women">Women.</param>
/// <param name="Men">Men.</param>
/// <param name="People">Women and men.</param>
public readonly record struct Beneficiaries(long? Women, long? Men, long? People);

/// <summary>The explanation of a project's deviation (<em>justificación</em>), printed after the table.</summary>
/// <param name="Key">Printed key of the project it explains.</param>
/// <param name="ProjectName">The project's name as the explanation prints it; often not the table's spelling.</param>
/// <param name="Text">The prose.</param>
public sealed record DeviationExplanation(string Key, string ProjectName, string Text)
{
    /// <summary>Where the explanation stands in the source file.</summary>
    public SourcePlace Place { get; init; }
}
