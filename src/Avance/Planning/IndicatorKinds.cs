namespace Avance.Planning;

/// <summary>Levels of a results framework (MIR). Numbers are stored; they never change.</summary>
public enum IndicatorLevel
{
    /// <summary>The higher end that it contributes to (<em>fin</em>).</summary>
    Goal = 1,

    /// <summary>What changes for those it serves (<em>propósito</em>); exactly one.</summary>
    Purpose = 2,

    /// <summary>What is delivered (<em>componente</em>).</summary>
    Component = 3,

    /// <summary>What is done to deliver it (<em>actividad</em>).</summary>
    Activity = 4,
}

/// <summary>What an indicator judges. Numbers are stored; they never change.</summary>
public enum IndicatorDimension
{
    /// <summary>Whether the objective is reached (<em>eficacia</em>).</summary>
    Effectiveness = 1,

    /// <summary>What it takes to reach it (<em>eficiencia</em>).</summary>
    Efficiency = 2,

    /// <summary>How good it is (<em>calidad</em>).</summary>
    Quality = 3,

    /// <summary>How money is raised and spent (<em>economía</em>).</summary>
    Economy = 4,
}

/// <summary>Strategic or of management. Numbers are stored; they never change.</summary>
public enum IndicatorType
{
    /// <summary>Measures results (<em>estratégico</em>).</summary>
    Strategic = 1,

    /// <summary>Measures processes and deliveries (<em>de gestión</em>).</summary>
    Management = 2,
}

/// <summary>How often an indicator is measured. Numbers are stored; they never change.</summary>
public enum MeasurementFrequency
{
    /// <summary>Every month.</summary>
    Monthly = 1,

    /// <summary>Every two months.</summary>
    Bimonthly = 2,

    /// <summary>Every three months.</summary>
    Quarterly = 3,

    /// <summary>Every four months (<em>cuatrimestral</em>).</summary>
    FourMonthly = 4,

    /// <summary>Every six months.</summary>
    Semiannual = 6,

    /// <summary>Once a year.</summary>
    Annual = 12,

    /// <summary>Every two years.</summary>
    Biennial = 24,

    /// <summary>Every three years.</summary>
    Triennial = 36,

    /// <summary>Every five years.</summary>
    Quinquennial = 60,

    /// <summary>Every six years, a term of government (<em>sexenal</em>).</summary>
    SixYearly = 72,

    /// <summary>Whenever it happens.</summary>
    Irregular = 99,
}

/// <summary>Which way is good (<em>sentido</em>). Numbers are stored; they never change.</summary>
public enum DesiredDirection
{
    /// <summary>More is better.</summary>
    Ascending = 1,

    /// <summary>Less is better.</summary>
    Descending = 2,

    /// <summary>It should stay as it is.</summary>
    Regular = 3,

    /// <summary>A value to be hit: a deviation either way is bad.</summary>
    Nominal = 4,
}

/// <summary>How the months make the year. Numbers are stored; they never change.</summary>
public enum AccumulationRule
{
    /// <summary>They add up (<em>acumulado</em>).</summary>
    Sum = 1,

    /// <summary>Each measuring period stands alone (<em>periódico</em>).</summary>
    Period = 2,

    /// <summary>Their mean (<em>promedio</em>).</summary>
    Average = 3,

    /// <summary>The last one told (<em>último valor</em>).</summary>
    Last = 4,

    /// <summary>The highest (<em>máximo</em>).</summary>
    Maximum = 5,
}

/// <summary>
/// How fulfilment C follows from what was achieved A and what was programmed M, with the baseline B. Numbers are stored;
/// they never change.
/// </summary>
public enum FulfilmentFormula
{
    /// <summary><c>A / M</c>: ascending indicators.</summary>
    Ratio = 1,

    /// <summary><c>M / A</c>: descending indicators.</summary>
    Inverse = 2,

    /// <summary><c>(2M − A) / M</c>, not below zero: descending indicators, as the federal public account does.</summary>
    Complement = 3,

    /// <summary><c>(B − A) / (B − M)</c>, not below zero: descending indicators with a baseline.</summary>
    BaselineDistance = 4,

    /// <summary><c>1 − |A − M| / M</c>, not below zero: regular and nominal indicators.</summary>
    Deviation = 5,
}
