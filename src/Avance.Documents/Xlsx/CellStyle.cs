namespace Avance.Documents.Xlsx;

/// <summary>The looks of cells; each value is the index of its record in <see cref="Stylesheet"/>.</summary>
internal enum CellStyle
{
    Default,
    Entity,
    Title,
    Note,
    Header,
    Heading,
    HeadingAmount,
    HeadingAmountAsPrinted,
    ProjectType,
    ProjectName,
    ProjectCode,
    Text,
    Amount,
    Count,
    Target,
    Quantity,
    Rate,
    RateAsPrinted,
}
