using Avance.Planning;
using Xunit;

namespace Avance.UnitTests.Planning;

public sealed class PlanCheckerTests
{
    public static TheoryData<string, PlanGravity, Func<PlannedProject, PlannedProject>> ProjectFaults { get; } = new()
    {
        { "AVP-032", PlanGravity.BlocksSaving, p => p with { SdgTargets = ["16.7", "16.77"] } },
        { "AVP-033", PlanGravity.Warning, p => p with { SdgTargets = [] } },
        { "AVP-033", PlanGravity.Warning, p => p with { PlanAlignment = "" } },
        { "AVP-060", PlanGravity.BlocksSaving, p => p with { Subfunction = "1.3.66" } },
        { "AVP-060", PlanGravity.BlocksSaving, p => p with { Subfunction = "1.3" } },
        { "AVP-060", PlanGravity.BlocksApproval, p => p with { Subfunction = "" } },
        { "AVP-008", PlanGravity.BlocksSaving, p => p with { PopulationMen = -1 } },
        { "plan.unit", PlanGravity.BlocksSaving, p => p with { UnitCode = "99" } },
        { "plan.programme", PlanGravity.BlocksSaving, p => p with { ProgrammeCode = "R999" } },
        { "plan.programme", PlanGravity.Warning, p => p with { ProgrammeCode = "" } },
        { "plan.code", PlanGravity.BlocksSaving, p => p with { Key = "A-2" } },
        { "plan.required", PlanGravity.BlocksSaving, p => p with { Name = " " } },
        { "plan.text", PlanGravity.BlocksSaving, p => p with { Objective = "dos\nlíneas" } },
        { "plan.indicators", PlanGravity.BlocksApproval, p => p with { Indicators = [] } },
        { "AVP-045", PlanGravity.BlocksSaving, p => p with { AddedByAmendment = true } },
    };

    public static TheoryData<string, PlanGravity, Func<Indicator, Indicator>> IndicatorFaults { get; } = new()
    {
        { "AVP-046", PlanGravity.BlocksApproval, i => i with { AnnualTarget = 13 } },
        { "AVP-046", PlanGravity.Warning, i => i with { Accumulation = AccumulationRule.Average } },
        { "AVP-049", PlanGravity.Warning, i => i with { AnnualTarget = 1.5m, Calendar = AnyPlan.Months(1.5m, null, null, null, null, null, null, null, null, null, null, null) } },
        { "AVP-064", PlanGravity.Warning, i => i with { Direction = DesiredDirection.Descending, Formula = FulfilmentFormula.Inverse } },
        { "AVP-064", PlanGravity.BlocksApproval, i => i with { Direction = DesiredDirection.Descending, Formula = FulfilmentFormula.BaselineDistance } },
        { "AVP-008", PlanGravity.BlocksSaving, i => i with { AnnualTarget = -12 } },
        { "plan.quantity", PlanGravity.BlocksSaving, i => i with { AnnualTarget = 12.00001m } },
        { "plan.baseline", PlanGravity.BlocksApproval, i => i with { Baseline = 12, Direction = DesiredDirection.Descending, Formula = FulfilmentFormula.BaselineDistance } },
        { "plan.formula", PlanGravity.BlocksApproval, i => i with { Formula = FulfilmentFormula.Deviation } },
        { "plan.calendar", PlanGravity.BlocksApproval, i => i with { Calendar = Indicator.EmptyCalendar } },
        { "plan.calendar", PlanGravity.BlocksSaving, i => i with { Calendar = [1, 2, 9] } },
        { "plan.required", PlanGravity.BlocksSaving, i => i with { UnitOfMeasure = "" } },
        { "plan.framework", PlanGravity.Warning, i => i with { Level = IndicatorLevel.Component } },
    };

    public static TheoryData<string, Func<BudgetProgramme>> ProgrammeFaults { get; } = new()
    {
        { "AVP-061", () => new("A001", "Fuerzas armadas") },
        { "AVP-060", () => new("Q001", "Letra que no existe") },
        { "plan.code", () => new("R1", "Corta") },
        { "plan.code", () => new("r101", "Minúscula") },
        { "plan.required", () => new("R102", "") },
    };

    [Fact]
    public void Finds_nothing_in_a_plan_without_faults() => Assert.Empty(PlanChecker.Check(AnyPlan.Plan));

    [Theory]
    [MemberData(nameof(ProjectFaults))]
    public void Finds_the_fault_of_a_project(string rule, PlanGravity gravity, Func<PlannedProject, PlannedProject> spoil)
    {
        var problem = Assert.Single(PlanChecker.Check(AnyPlan.With(spoil(AnyPlan.Project))));
        Assert.Equal((rule, gravity, (Guid?)AnyPlan.Project.Id), (problem.RuleId, problem.Gravity, problem.ProjectId));
        Assert.All([problem.Message, problem.Remedy, problem.Subject], text => Assert.True(text.Spanish.Length > 3 && text.English.Length > 3));
    }

    [Theory]
    [MemberData(nameof(IndicatorFaults))]
    public void Finds_the_fault_of_an_indicator(string rule, PlanGravity gravity, Func<Indicator, Indicator> spoil)
    {
        var problem = PlanChecker.Check(AnyPlan.With(spoil(AnyPlan.Indicator)))[0];
        Assert.Equal((rule, gravity, (Guid?)AnyPlan.Project.Id), (problem.RuleId, problem.Gravity, problem.ProjectId));
    }

    [Theory]
    [MemberData(nameof(ProgrammeFaults))]
    public void Finds_the_fault_of_a_programme(string rule, Func<BudgetProgramme> programme)
    {
        var problem = Assert.Single(PlanChecker.Check(programme(), AnyPlan.Plan));
        Assert.Equal((rule, PlanGravity.BlocksSaving), (problem.RuleId, problem.Gravity));
    }

    [Fact]
    public void Leaves_the_armed_forces_to_the_federation() =>
        Assert.Empty(PlanChecker.Check(new BudgetProgramme("A001", "Fuerzas armadas"), AnyPlan.Plan with { Year = AnyPlan.Plan.Year with { AdministrativeCode = "1.1.1.1.1" } }));

    [Fact]
    public void Takes_the_same_key_in_two_units_and_not_in_one()
    {
        var other = AnyPlan.Project with { Id = AnyPlan.Id(2), Position = 2 };
        Assert.DoesNotContain(PlanChecker.Check(AnyPlan.Plan with { Projects = [AnyPlan.Project, other with { UnitCode = "02" }] }), p => p.RuleId == "AVP-010");
        Assert.Equal(2, PlanChecker.Check(AnyPlan.Plan with { Projects = [AnyPlan.Project, other] }).Count(p => p.RuleId == "AVP-010" && p.BlocksSaving));
    }

    [Fact]
    public void Refuses_a_unit_below_itself()
    {
        Assert.Equal("plan.unit-circle", Assert.Single(PlanChecker.Check(AnyPlan.Plan.Units[0] with { Parent = "03" }, AnyPlan.Plan)).RuleId);
        Assert.Equal("plan.unit", Assert.Single(PlanChecker.Check(AnyPlan.Plan.Units[0] with { Parent = "77" }, AnyPlan.Plan)).RuleId);
    }

    [Theory]
    [InlineData("Acciones", true)]
    [InlineData(" acción ", true)]
    [InlineData("ACCION.", true)]
    [InlineData("Actividad", false)]
    public void Tells_of_one_unit_of_measure_in_two_spellings(string spelling, bool isSame)
    {
        var second = AnyPlan.Indicator with { Id = AnyPlan.Id(11), Position = 2, UnitOfMeasure = spelling };
        var problems = PlanChecker.Check(AnyPlan.With(AnyPlan.Project with { Indicators = [AnyPlan.Indicator, second] }));
        Assert.Equal(isSame ? ["AVP-034"] : [], problems.Select(p => p.RuleId));
    }

    [Theory]
    [InlineData("reportes", "reporte")]
    [InlineData("Informes realizados", "informe  realizado")]
    [InlineData("Reuniones", "reunión")]
    [InlineData("talleres", "Taller")]
    [InlineData("Gestiones", "gestión")]
    public void Knows_a_plural(string plural, string singular) => Assert.Equal(UnitOfMeasure.Stem(singular), UnitOfMeasure.Stem(plural));

    [Fact]
    public void Takes_a_framework_with_one_purpose_and_activities_under_components()
    {
        PlannedProject Framework(params IndicatorLevel[] levels) => AnyPlan.Project with
        {
            Indicators = [.. levels.Select((level, i) => AnyPlan.Indicator with { Id = AnyPlan.Id(20 + i), Position = i + 1, Level = level, Objective = $"Objetivo {level}" })],
        };

        Assert.Empty(PlanChecker.Check(AnyPlan.With(Framework(IndicatorLevel.Goal, IndicatorLevel.Purpose, IndicatorLevel.Purpose, IndicatorLevel.Component, IndicatorLevel.Activity))));
        Assert.Single(PlanChecker.Check(AnyPlan.With(Framework(IndicatorLevel.Goal, IndicatorLevel.Component, IndicatorLevel.Activity))), p => p.RuleId == "plan.framework");
        Assert.Single(PlanChecker.Check(AnyPlan.With(Framework(IndicatorLevel.Purpose, IndicatorLevel.Activity, IndicatorLevel.Component))), p => p.RuleId == "plan.framework");
    }

    [Fact]
    public void Shows_units_as_a_tree() =>
        Assert.Equal(["01 0", "02 1", "03 2"], AnyPlan.Plan.UnitTree().Select(node => $"{node.Unit.Code} {node.Depth}"));

    [Fact]
    public void Puts_what_blocks_before_what_warns()
    {
        var gravities = PlanChecker.Check(AnyPlan.With(AnyPlan.Project with { SdgTargets = [], Subfunction = "", Name = "" })).Select(p => p.Gravity).ToList();
        Assert.Equal([PlanGravity.BlocksSaving, PlanGravity.BlocksApproval, PlanGravity.Warning], gravities);
    }

    [Fact]
    public void Reads_the_words_of_every_field_back()
    {
        foreach (var (value, token, text) in PlanWords.Levels.Words)
        {
            Assert.True(PlanWords.Levels.TryRead(token.ToUpperInvariant(), out var read));
            Assert.Equal(value, read);
            Assert.True(PlanWords.Levels.TryRead(text.Spanish, out read));
            Assert.Equal(value, read);
        }

        Assert.True(PlanWords.Formulas.TryRead("línea base", out var formula));
        Assert.Equal(FulfilmentFormula.BaselineDistance, formula);
        Assert.False(PlanWords.Formulas.TryRead("", out _));
        Assert.Equal("corriente|inversion", PlanWords.ProjectTypes.Tokens);
    }
}
