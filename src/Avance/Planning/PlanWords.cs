namespace Avance.Planning;

/// <summary>The words of a plan's fields, as files, commands and forms write them.</summary>
public static class PlanWords
{
    /// <summary>Levels of the results framework.</summary>
    public static Vocabulary<IndicatorLevel> Levels { get; } = new(
        (IndicatorLevel.Goal, "fin", new("Fin", "Goal")),
        (IndicatorLevel.Purpose, "proposito", new("Propósito", "Purpose")),
        (IndicatorLevel.Component, "componente", new("Componente", "Component")),
        (IndicatorLevel.Activity, "actividad", new("Actividad", "Activity")));

    /// <summary>Dimensions.</summary>
    public static Vocabulary<IndicatorDimension> Dimensions { get; } = new(
        (IndicatorDimension.Effectiveness, "eficacia", new("Eficacia", "Effectiveness")),
        (IndicatorDimension.Efficiency, "eficiencia", new("Eficiencia", "Efficiency")),
        (IndicatorDimension.Quality, "calidad", new("Calidad", "Quality")),
        (IndicatorDimension.Economy, "economia", new("Economía", "Economy")));

    /// <summary>Types of indicator.</summary>
    public static Vocabulary<IndicatorType> Types { get; } = new(
        (IndicatorType.Strategic, "estrategico", new("Estratégico", "Strategic")),
        (IndicatorType.Management, "gestion", new("De gestión", "Management")));

    /// <summary>Frequencies of measurement.</summary>
    public static Vocabulary<MeasurementFrequency> Frequencies { get; } = new(
        (MeasurementFrequency.Monthly, "mensual", new("Mensual", "Monthly")),
        (MeasurementFrequency.Bimonthly, "bimestral", new("Bimestral", "Every two months")),
        (MeasurementFrequency.Quarterly, "trimestral", new("Trimestral", "Quarterly")),
        (MeasurementFrequency.FourMonthly, "cuatrimestral", new("Cuatrimestral", "Every four months")),
        (MeasurementFrequency.Semiannual, "semestral", new("Semestral", "Twice a year")),
        (MeasurementFrequency.Annual, "anual", new("Anual", "Yearly")),
        (MeasurementFrequency.Biennial, "bienal", new("Bienal", "Every two years")),
        (MeasurementFrequency.Triennial, "trienal", new("Trienal", "Every three years")),
        (MeasurementFrequency.Quinquennial, "quinquenal", new("Quinquenal", "Every five years")),
        (MeasurementFrequency.SixYearly, "sexenal", new("Sexenal", "Every six years")),
        (MeasurementFrequency.Irregular, "irregular", new("Irregular", "Irregular")));

    /// <summary>Directions.</summary>
    public static Vocabulary<DesiredDirection> Directions { get; } = new(
        (DesiredDirection.Ascending, "ascendente", new("Ascendente", "Ascending")),
        (DesiredDirection.Descending, "descendente", new("Descendente", "Descending")),
        (DesiredDirection.Regular, "regular", new("Regular", "Regular")),
        (DesiredDirection.Nominal, "nominal", new("Nominal", "Nominal")));

    /// <summary>Rules of accumulation.</summary>
    public static Vocabulary<AccumulationRule> Accumulations { get; } = new(
        (AccumulationRule.Sum, "suma", new("Acumulado (suma)", "Cumulative (sum)")),
        (AccumulationRule.Period, "periodo", new("Periódico (cada periodo por sí)", "Periodic (each period alone)")),
        (AccumulationRule.Average, "promedio", new("Promedio", "Average")),
        (AccumulationRule.Last, "ultimo", new("Último valor", "Last value")),
        (AccumulationRule.Maximum, "maximo", new("Máximo", "Maximum")));

    /// <summary>Formulas of fulfilment.</summary>
    public static Vocabulary<FulfilmentFormula> Formulas { get; } = new(
        (FulfilmentFormula.Ratio, "directa", new("Directa: alcanzado ÷ meta", "Ratio: achieved ÷ target")),
        (FulfilmentFormula.Inverse, "inversa", new("Inversa: meta ÷ alcanzado", "Inverse: target ÷ achieved")),
        (FulfilmentFormula.Complement, "complemento", new("Complemento: (2 × meta − alcanzado) ÷ meta", "Complement: (2 × target − achieved) ÷ target")),
        (FulfilmentFormula.BaselineDistance, "linea_base", new("Línea base: (línea base − alcanzado) ÷ (línea base − meta)", "Baseline: (baseline − achieved) ÷ (baseline − target)")),
        (FulfilmentFormula.Deviation, "desviacion", new("Desviación: 1 − |alcanzado − meta| ÷ meta", "Deviation: 1 − |achieved − target| ÷ target")));

    /// <summary>Types of project.</summary>
    public static Vocabulary<ProjectType> ProjectTypes { get; } = new(
        (ProjectType.Current, "corriente", new("Gasto corriente", "Current expenditure")),
        (ProjectType.Investment, "inversion", new("Inversión", "Investment")));

    /// <summary>Types of beneficiary.</summary>
    public static Vocabulary<BeneficiaryType> BeneficiaryTypes { get; } = new(
        (BeneficiaryType.Internal, "interno", new("Interno (personal)", "Internal (staff)")),
        (BeneficiaryType.External, "externo", new("Externo (población)", "External (population)")));

    /// <summary>How the people served in each quarter make those of the year.</summary>
    public static Vocabulary<AccumulationRule> BeneficiaryAccumulations { get; } = new(
        (AccumulationRule.Last, "ultimo", new("Último conteo (cada trimestre cuenta a todos desde enero)", "Last count (each quarter counts everybody since January)")),
        (AccumulationRule.Sum, "suma", new("Suma (personas distintas cada trimestre)", "Sum (other people each quarter)")),
        (AccumulationRule.Maximum, "maximo", new("Máximo (las mismas personas cada trimestre)", "Maximum (the same people each quarter)")));
}
