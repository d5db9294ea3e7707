namespace Avance.Ledger;

/// <summary>Money of one budget line, month and stage, moved by a document.</summary>
/// <param name="LineId">The budget line.</param>
/// <param name="Month">Month of the budget's calendar that it moves, 1 to 12.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Amount">How much; negative only to undo what an earlier document did.</param>
public readonly record struct BudgetEntry(Guid LineId, int Month, BudgetStage Stage, Money Amount);

/// <summary>Units of one indicator and month, programmed, amended or achieved by a document.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Month">Month of its calendar, 1 to 12.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Quantity">How many units, with four decimals at most; amendments may be negative.</param>
public readonly record struct TargetEntry(Guid IndicatorId, int Month, TargetStage Stage, decimal Quantity);

/// <summary>Whom a project served up to the end of a quarter. A later document about the same quarter takes its place.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Women">Women; null when not told.</param>
/// <param name="Men">Men; null when not told.</param>
/// <param name="People">Women and men; null when not told.</param>
public readonly record struct BeneficiaryEntry(Guid ProjectId, int Quarter, long? Women, long? Men, long? People);

/// <summary>Why a project's figures of a quarter are as they are. A later document about the same quarter takes its place.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="ProjectName">The project's name as the explanation prints it.</param>
/// <param name="Text">The prose.</param>
public sealed record ExplanationEntry(Guid ProjectId, int Quarter, string ProjectName, string Text);
