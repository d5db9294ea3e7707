using Avance.Findings.Rules;

namespace Avance.Findings;

/// <summary>Every rule, by id.</summary>
public static class RuleCatalogue
{
    /// <summary>AVP-001 to AVP-070, in order, with those that wait for data or that reading enforces.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Avp001SubfunctionTotals(),
        new Avp002FunctionTotals(),
        new Avp003FulfilmentRate(),
        new Avp004Beneficiaries(),
        new Avp005AccruedAboveRevised(),
        RulesWithoutCheck.Avp006,
        RulesWithoutCheck.Avp007,
        new Avp008NegativeFigures(),
        RulesWithoutCheck.Avp009,
        RulesWithoutCheck.Avp010,
        new Avp011RepeatedKey(),
        new Avp012RepeatedName(),
        new Avp013Reclassification(),
        new Avp014NoProgress(),
        new Avp015OverFulfilment(),
        new Avp016BehindPace(),
        new Avp017SpendingWithoutProgress(),
        new Avp018ProgressWithoutSpending(),
        new Avp019ProgressGap(),
        new Avp020TargetsWithoutBudget(),
        new Avp021Residue(),
        new Avp022BornByAmendment(),
        new Avp023UnmatchedAmendment(),
        new Avp024NoTargetAmended(),
        new Avp025CopiedBeneficiaries(),
        new Avp026NoBeneficiaries(),
        new Avp027BeneficiariesWithoutProgress(),
        new Avp028MoreThanPopulation(),
        new Avp029OneSex(),
        new Avp030UnknownMunicipality(),
        new Avp031StateWideLocality(),
        new Avp032UnknownSdgTarget(),
        new Avp033NoAlignment(),
        RulesWithoutCheck.Avp034,
        new Avp035PercentageOfThings(),
        new Avp036TruncatedName(),
        new Avp037MisnamedProject(),
        new Avp038UnknownAmount(),
        new Avp039PoorExplanation(),
        new Avp040OrphanExplanation(),
        RulesWithoutCheck.Avp041,
        new Avp042AchievedDecreased(),
        new Avp043AccruedDecreased(),
        new Avp044ApprovedChanged(),
        new Avp045OriginalTargetChanged(),
        RulesWithoutCheck.Avp046,
        RulesWithoutCheck.Avp047,
        new Avp048AchievedOnZeroTarget(),
        new Avp049FractionOfWholeUnit(),
        RulesWithoutCheck.Avp050,
        RulesWithoutCheck.Avp051,
        RulesWithoutCheck.Avp052,
        RulesWithoutCheck.Avp053,
        RulesWithoutCheck.Avp054,
        RulesWithoutCheck.Avp055,
        RulesWithoutCheck.Avp056,
        RulesWithoutCheck.Avp057,
        RulesWithoutCheck.Avp058,
        RulesWithoutCheck.Avp059,
        new Avp060UnknownClassification(),
        RulesWithoutCheck.Avp061,
        RulesWithoutCheck.Avp062,
        RulesWithoutCheck.Avp063,
        RulesWithoutCheck.Avp064,
        new Avp065RecurrentOverFulfilment(),
        new Avp066Concentration(),
        new Avp067UnderExecution(),
        new Avp068LatePublication(),
        RulesWithoutCheck.Avp069,
        RulesWithoutCheck.Avp070,
    ];

    /// <summary>The rule with an id, in either case; null when there is none.</summary>
    public static Rule? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase));
    }
}
