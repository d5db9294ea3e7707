namespace Avance.Catalogs;

/// <summary>The classifications shipped with the product. Other issuers' lists of the same kind are classifications apart.</summary>
public static class Classifications
{
    /// <summary>Functional (CFG): 4 divisions, 28 functions, 111 subfunctions, coded <c>1</c>, <c>1.3</c>, <c>1.3.6</c>.</summary>
    public static Classification Functional { get; } = new("functional");

    /// <summary>
    /// Programmatic: categories of budget programmes, one letter each, in six groups. The law does not number the groups;
    /// the digits <c>1</c> to <c>6</c> are ours. Three letters stand outside the groups.
    /// </summary>
    public static Classification Programmatic { get; } = new("programmatic");

    /// <summary>
    /// Object of expenditure (COG): chapters <c>1000</c>, concepts <c>1100</c>, generic items <c>113</c>. Specific items
    /// belong to each issuer.
    /// </summary>
    public static Classification ExpenditureObject { get; } = new("expenditure-object");

    /// <summary>Economic nature (<em>tipo de gasto</em>, CTG) of the national accounting council.</summary>
    public static Classification EconomicNature { get; } = new("economic-nature");

    /// <summary>Economic nature as the federal budget lists it: the same name, other codes.</summary>
    public static Classification EconomicNatureFederal { get; } = new("economic-nature-federal");

    /// <summary>Funding source (CFF) in force: earmarked or not, then the source.</summary>
    public static Classification FundingSource { get; } = new("funding-source");

    /// <summary>Funding source as it was before December 2016; many systems still hold it.</summary>
    public static Classification FundingSource2013 { get; } = new("funding-source-2013");

    /// <summary>Administrative: five digits, opened up for the states (<c>2.1.1.1.4</c> autonomous bodies).</summary>
    public static Classification Administrative { get; } = new("administrative");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Classification> All { get; } =
    [
        Functional,
        Programmatic,
        ExpenditureObject,
        EconomicNature,
        EconomicNatureFederal,
        FundingSource,
        FundingSource2013,
        Administrative,
    ];
}
