using Avance.Capture;
using Avance.Findings;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.UnitTests.Capture;

public sealed class SheetCheckerTests
{
    private const string Cause = "El proveedor entregó el material con un mes de retraso por el sismo.";
    private const string Effect = "Las acciones que faltan se realizan en el cuarto trimestre.";

    private readonly Indicator _indicator = new()
    {
        Id = Guid.CreateVersion7(),
        Name = "Porcentaje de acciones",
        UnitOfMeasure = "Acción",
        Level = IndicatorLevel.Activity,
        Bands = ThresholdSet.Symmetric,
        Calendar = [null, null, 3, null, null, 3, null, null, 3, null, null, 3],
        AnnualTarget = 12,
    };

    private PlannedProject Project => new()
    {
        Id = _project,
        Position = 1,
        Key = "A002",
        Name = "Proyecto",
        UnitCode = "01",
        Subfunction = "1.3.6",
        SdgTargets = ["16.7"],
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
        Indicators = [_indicator],
    };

    private readonly Guid _project = Guid.CreateVersion7();

    [Theory]
    [InlineData("3", null)]
    [InlineData("0", "AVP-016")]
    [InlineData("4", "AVP-015")]
    [InlineData("10", "AVP-015")]
    public void Demands_an_explanation_where_the_cumulative_figure_leaves_its_band(string achieved, string? rule)
    {
        // Six of six were achieved by June; nine are due by September.
        var check = Check(3, achieved);
        Assert.Equal(rule, check.Findings.FirstOrDefault(f => f.Blocks)?.Finding.RuleId);
        Assert.Equal(rule is null, check.CanSubmit);
    }

    [Fact]
    public void Takes_an_explanation_with_cause_and_effect_and_asks_for_the_part_that_is_missing()
    {
        Assert.True(Check(3, "0", cause: Cause, effect: Effect).CanSubmit);
        var half = Check(3, "0", cause: Cause);
        Assert.False(half.CanSubmit);
        Assert.Equal(("AVP-041", CaptureField.Effect), Assert.Single(half.Problems, p => p.Severity == Severity.Error) is var p ? (p.RuleId, p.Address.Field) : default);
    }

    [Fact]
    public void Tells_nothing_of_other_units_and_of_what_planning_answers_for()
    {
        var other = Project with { Id = Guid.CreateVersion7(), Key = "A002", UnitCode = "02", Indicators = [_indicator with { Id = Guid.CreateVersion7() }] };
        var check = Check(3, "3", other);
        Assert.True(check.CanSubmit);
        Assert.DoesNotContain(check.Findings, f => f.Finding.RuleId is "AVP-011" or "AVP-012");
        Assert.All(check.Findings, f => Assert.Equal(_project, f.Project));
    }

    [Fact]
    public void Replaces_what_the_ledger_has_of_the_quarter_and_keeps_the_rest()
    {
        var ground = Ground(3, []);
        var balance = SheetChecker.Overlay(Content(3, "7"), ground).Targets[_indicator.Id];
        Assert.Equal([null, null, 3m, null, null, 3m, null, null, 7m, null, null, 1m], balance.Months12(TargetStage.Achieved));
        Assert.Equal(12m, balance.Revised12().Sum());
    }

    private SheetCheck Check(int quarter, string achieved, PlannedProject? other = null, string cause = "", string effect = "") =>
        SheetChecker.Check(Content(quarter, achieved, cause, effect), Ground(quarter, other is null ? [] : [other]));

    private SheetContent Content(int quarter, string achieved, string cause = "", string effect = "")
    {
        CaptureCell[] cells =
        [
            Cell(_indicator.Id, CaptureField.Achieved, achieved), Cell(_project, "women-1", "10"), Cell(_project, "men-1", "10"),
            Cell(_project, CaptureField.Cause, cause), Cell(_project, CaptureField.Effect, effect),
        ];
        return SheetReading.Read([Project], quarter, cells.ToDictionary(c => c.Address));
    }

    private SheetGround Ground(int quarter, IEnumerable<PlannedProject> others)
    {
        var balance = new TargetBalance();
        foreach (var month in new[] { 3, 6, 9, 12 })
        {
            balance.Add(TargetStage.Original, month, 3);
        }

        balance.Add(TargetStage.Achieved, 3, 3);
        balance.Add(TargetStage.Achieved, 6, 3);
        balance.Add(TargetStage.Achieved, 8, 2);
        balance.Add(TargetStage.Achieved, 12, 1);
        var plan = new AnnualPlan(new("IEPC", "Instituto"), new(2024, PlanState.Open, 0, 1), [new("01", "Presidencia", null, 1)], [], [Project, .. others]);
        return new(
            new(2024, quarter),
            new()
            {
                Plan = plan,
                Budgets = new Dictionary<Guid, LineBalance>(),
                Targets = new Dictionary<Guid, TargetBalance> { [_indicator.Id] = balance },
                Beneficiaries = new Dictionary<Guid, BeneficiaryEntry>(),
                Explanations = new Dictionary<Guid, ExplanationEntry>(),
            },
            new Dictionary<Guid, BeneficiaryEntry>(),
            []);
    }

    private static CaptureCell Cell(Guid subject, string field, string value) => new(new(subject, field), value, 1, "eva", DateTimeOffset.UnixEpoch);
}
