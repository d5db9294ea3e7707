namespace Avance.Budget;

/// <summary>A line of the budget: the smallest thing that money is approved for and spent on.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Key">Its key as printed (<em>clave presupuestaria</em>), unique within an office's year.</param>
/// <param name="ProjectId">The planned project that it pays for; null when its key names none.</param>
/// <param name="Codes">The codes of its key, in the order of the layout's parts.</param>
public sealed record BudgetLine(Guid Id, string Key, Guid? ProjectId, IReadOnlyList<string> Codes);
