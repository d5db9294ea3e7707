using Avance.Budget;
using Avance.Planning;
using Xunit;
using static Avance.UnitTests.Budget.AmendmentBuilder;

namespace Avance.UnitTests.Budget;

public sealed class AmendmentRulesTests
{
    [Fact]
    public void Says_nothing_of_an_amendment_that_holds() => Assert.Empty(Said(Holds));

    [Theory]
    [InlineData(999, "AVP-050 documento")]
    [InlineData(1_000.01, "AVP-050 documento")]
    public void Refuses_a_transfer_that_is_not_compensated(decimal added, string expected)
    {
        var problem = Assert.Single(AmendmentRules.Check(Holds with { Lines = [Holds.Lines[0], new(Destination, 10, Pesos(added))] }, Context));

        Assert.Equal(expected, $"{problem.RuleId} {problem.Where.Spanish}");
        Assert.Contains($"amplía {Pesos(added)} y reduce 1 000.00", problem.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_take_more_than_is_available_in_the_month()
    {
        // October to December of the line have 1 200 each and promise 200 each; January to September have 9 000 more to spare.
        Assert.Empty(Said(Move(1_200)));
        Assert.Equal(["AVP-051 renglón 1"], Said(Move(1_200.01m)));
        Assert.Equal(["AVP-051 renglón 1"], Said(Move(1_000, from: Salaries) with { SpecialAuthority = "Oficio 3" }));
    }

    [Fact]
    public void Looks_at_all_lines_of_the_amendment_together()
    {
        // Alone, no month of the salaries can give: all is committed. What July gains pays for what August loses.
        var amendment = Holds with { Type = AmendmentType.Rescheduling, Lines = [new(Salaries, 8, Pesos(-1_000)), new(Salaries, 7, Pesos(1_000))] };
        Assert.Empty(Said(amendment));
        Assert.Equal(["AVP-051 renglón 1"], Said(amendment with { Lines = [new(Salaries, 7, Pesos(-1_000)), new(Salaries, 8, Pesos(1_000))] }));
    }

    [Fact]
    public void Refuses_a_rescheduling_that_does_not_sum_zero_in_each_line()
    {
        var amendment = Holds with { Type = AmendmentType.Rescheduling };
        Assert.Equal(["AVP-047 renglón 1", "AVP-047 renglón 2"], Said(amendment));
        Assert.Empty(Said(amendment with { Lines = [new(Origin, 10, Pesos(-100)), new(Origin, 11, Pesos(60)), new(Origin, 12, Pesos(40))] }));
    }

    [Fact]
    public void Refuses_to_reschedule_a_cumulative_target_to_another_annual_one()
    {
        var amendment = Holds with { Type = AmendmentType.Rescheduling, Lines = [], Targets = [new("06", "A008", 1, 10, -1), new("06", "A008", 1, 12, 2)] };
        Assert.Equal(["AVP-046 meta 1"], Said(amendment));
        Assert.Empty(Said(amendment with { Targets = [new("06", "A008", 1, 10, -1), new("06", "A008", 1, 12, 1)] }));
    }

    [Theory]
    [InlineData(6, "AVP-052 renglón 1")]
    [InlineData(1, "AVP-052 renglón 1")]
    [InlineData(0, "amendment.month renglón 1")]
    [InlineData(13, "amendment.month renglón 1")]
    public void Refuses_months_that_are_closed_or_do_not_exist(int month, string expected) =>
        Assert.Equal([expected], Said(Holds with { Lines = [new(Origin, month, Pesos(-10)), new(Destination, 10, Pesos(10))] }));

    [Theory]
    [InlineData("2023-06-30")]
    [InlineData("2022-12-31")]
    [InlineData("2024-01-01")]
    public void Refuses_an_effective_day_in_a_closed_month_or_another_year(string day)
    {
        Assert.Equal(["AVP-052 documento"], Said(Holds with { EffectiveOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }));
        Assert.Empty(Said(Holds with { EffectiveOn = new(2023, 7, 1) }));
    }

    [Fact]
    public void Refuses_a_year_that_is_not_open() =>
        Assert.Equal(["AVP-052 documento"], AmendmentRules.Check(Holds, Context with { IsOpen = false }).Select(Short));

    [Fact]
    public void Refuses_to_move_money_between_earmarked_and_not()
    {
        Assert.Equal(["AVP-054 documento"], Said(Holds with { Lines = [new(Earmarked, 10, Pesos(-10)), new(Destination, 10, Pesos(10))] }));
        Assert.Equal(["AVP-054 documento"], Said(Holds with { Lines = [new(Origin, 10, Pesos(-10)), new(Earmarked, 10, Pesos(10))] }));
        Assert.Empty(Said(Holds with { Lines = [new(Earmarked, 10, Pesos(-10)), new(Earmarked, 11, Pesos(10)), .. Holds.Lines] }));
    }

    [Fact]
    public void Asks_for_a_special_authority_into_and_out_of_chapter_1000()
    {
        var into = Holds with { Lines = [new(Origin, 10, Pesos(-10)), new(Salaries, 10, Pesos(10))] };
        Assert.Equal(["AVP-055 documento"], Said(into));
        Assert.Empty(Said(into with { SpecialAuthority = "Oficio SH/0123/2023" }));
        var within = into with { Lines = [new(Salaries, 7, Pesos(10)), new(Salaries, 8, Pesos(-10))] };
        Assert.Empty(Said(within));
    }

    [Fact]
    public void A_net_increase_only_adds_and_says_where_the_money_comes_from()
    {
        var amendment = Holds with { Type = AmendmentType.NetIncrease, Lines = [new(Destination, 10, Pesos(10))] };
        Assert.Equal(["amendment.income documento"], Said(amendment));
        Assert.Empty(Said(amendment with { IncomeSource = "Remanente de 2022" }));
        Assert.Equal(["amendment.sign renglón 1"], Said(Holds with { Type = AmendmentType.NetIncrease, IncomeSource = "Remanente" }));
    }

    [Theory]
    [InlineData(AmendmentType.NetDecrease)]
    [InlineData(AmendmentType.Closing)]
    public void A_net_decrease_only_takes(AmendmentType type)
    {
        Assert.Equal(["amendment.sign renglón 2"], Said(Holds with { Type = type }));
        Assert.Empty(Said(Holds with { Type = type, Lines = [Holds.Lines[0]] }));
    }

    [Fact]
    public void Warns_of_what_a_reclassification_leaves_behind()
    {
        var warning = Assert.Single(AmendmentRules.Check(Holds with { Type = AmendmentType.Reclassification }, Context));
        Assert.Equal(("AVP-021", false), (warning.RuleId, warning.Blocks));
        Assert.Contains("deja 119 000.00 en 06 A008", warning.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_for_targets_or_a_statement_in_words()
    {
        Assert.Equal(["amendment.targets documento"], Said(Holds with { TargetsUnchanged = " " }));

        // E003 is born by this amendment and A008 changes by less than 1 %: only E003's silence needs words.
        var few = Assert.Single(AmendmentRules.Check(Holds with { TargetsUnchanged = "No cambian." }, Context));
        Assert.Equal("AVP-023", few.RuleId);
        Assert.Contains("06 E003", few.Text.Spanish, StringComparison.Ordinal);
        Assert.Empty(Said(Holds with { TargetsUnchanged = "", Targets = [new("06", "E003", 1, 10, 5)] }));
        Assert.Equal(["AVP-023 documento"], Said(Holds with { TargetsUnchanged = "", Targets = [new("06", "A008", 1, 10, 1)] }));
    }

    [Fact]
    public void Looks_at_each_target()
    {
        Assert.Equal(
            ["amendment.indicator meta 1", "amendment.quantity meta 2", "amendment.quantity meta 3", "amendment.repeated meta 4", "AVP-052 meta 5"],
            Said(Holds with
            {
                Targets =
                [
                    new("06", "E003", 9, 10, 1), new("06", "E003", 1, 10, 0), new("06", "E003", 1, 11, 0.00001m), new("06", "E003", 1, 10, 1), new("06", "E003", 1, 3, 1),
                ],
            }));
    }

    [Fact]
    public void Refuses_a_target_below_zero_and_warns_of_one_below_what_is_achieved()
    {
        Assert.Equal(["AVP-008 meta 1"], Said(Holds with { Targets = [new("06", "A008", 1, 10, -3)] }));
        var warnings = AmendmentRules.Check(Holds with { Targets = [.. Enumerable.Range(9, 4).Select(m => new AmendmentTarget("06", "A008", 1, m, -2))] }, Context);
        Assert.False(Assert.Single(warnings).Blocks);
        Assert.Equal("amendment.below-achieved", warnings[0].RuleId);
    }

    [Fact]
    public void Compares_a_target_that_does_not_add_up_with_what_is_achieved_of_it()
    {
        var context = Coverage(AccumulationRule.Last);
        Assert.Empty(AmendmentRules.Check(Holds with { Targets = [new("06", "A008", 1, 12, -5)] }, context));
        Assert.Equal(["amendment.below-achieved meta 1"], AmendmentRules.Check(Holds with { Targets = [new("06", "A008", 1, 12, -6)] }, context).Select(Short));
        Assert.Empty(AmendmentRules.Check(Holds with { Type = AmendmentType.Rescheduling, Lines = [], Targets = [new("06", "A008", 1, 9, 1)] }, context));
    }

    [Fact]
    public void Refuses_to_leave_at_zero_a_target_of_which_something_is_achieved()
    {
        var context = Context with { ClosedThrough = 0 };
        AmendmentTarget[] all = [.. Enumerable.Range(1, 12).Select(m => new AmendmentTarget("06", "A008", 1, m, -2))];
        var problem = Assert.Single(AmendmentRules.Check(Holds with { Targets = all }, context));
        Assert.Equal(("AVP-048 meta 1", true), (Short(problem), problem.Blocks));
        Assert.Equal(["amendment.below-achieved meta 1"], AmendmentRules.Check(Holds with { Targets = all[..^1] }, context).Select(Short));
    }

    [Theory]
    [InlineData(0.5, new[] { "AVP-049 meta 1" })]
    [InlineData(1, new string[0])]
    public void Warns_of_a_fraction_of_a_unit_that_comes_whole(decimal quantity, string[] expected)
    {
        var problems = AmendmentRules.Check(Holds with { Targets = [new("06", "A008", 1, 10, quantity)] }, Context);
        Assert.Equal(expected, problems.Select(Short));
        Assert.All(problems, p => Assert.False(p.Blocks));
        Assert.Empty(AmendmentRules.Check(Holds with { Targets = [new("06", "A008", 1, 12, quantity)] }, Coverage(AccumulationRule.Last)));
    }

    [Fact]
    public void A_closed_project_gives_money_and_takes_none()
    {
        var context = Context with { Projects = Context.Projects.ToDictionary(p => p.Key, p => p.Value with { IsClosed = p.Value.Key == "E003" }) };
        Assert.Equal(["amendment.closed renglón 2"], AmendmentRules.Check(Holds, context).Select(Short));
        context = Context with { Projects = Context.Projects.ToDictionary(p => p.Key, p => p.Value with { IsClosed = p.Value.UnitCode == "06" && p.Value.Key == "A008" }) };
        Assert.Empty(AmendmentRules.Check(Holds, context));
    }

    [Theory]
    [InlineData(2, new string[0])]
    [InlineData(3, new[] { "AVP-008 meta 1" })]
    public void Undoing_leaves_no_month_of_a_target_below_zero(decimal added, string[] expected) =>
        Assert.Equal(expected, AmendmentRules.CheckReversal(Holds with { Targets = [new("06", "A008", 1, 10, added)] }, Context).Select(Short));

    [Fact]
    public void Tells_everything_at_once_in_the_order_of_the_document()
    {
        var amendment = Holds with
        {
            EffectiveOn = null,
            UnitCode = "",
            LegalBasis = "",
            Justification = "",
            Lines = [new("06-NADA", 10, Pesos(5)), new(Origin, 10, Money.Zero), new(Origin, 10, Pesos(-1)), new("06-R101-X", 10, Pesos(1))],
        };
        Assert.Equal(
            [
                "amendment.day documento", "amendment.unit documento", "amendment.justification documento", "amendment.legal-basis documento", "AVP-050 documento",
                "amendment.line renglón 1", "amendment.zero renglón 2", "amendment.repeated renglón 3", "amendment.line renglón 4",
            ],
            Said(amendment));
        Assert.Equal(["amendment.empty documento"], Said(Holds with { Lines = [] }));
    }

    [Fact]
    public void Says_each_thing_in_both_languages_with_a_remedy() =>
        Assert.All(AmendmentRules.Check(Holds with { EffectiveOn = null, UnitCode = "", Lines = [new("06-NADA", 13, Money.Zero)], TargetsUnchanged = "" }, Context), p =>
        {
            Assert.NotEqual(p.Text.Spanish, p.Text.English);
            Assert.NotEqual(p.Remedy.Spanish, p.Remedy.English);
            Assert.EndsWith(".", p.Text.Spanish, StringComparison.Ordinal);
        });

    private static Amendment Move(decimal pesos, string from = Origin) => Holds with { Lines = [new(from, 10, Pesos(-pesos)), new(Destination, 10, Pesos(pesos))] };

    private static List<string> Said(Amendment amendment) => [.. AmendmentRules.Check(amendment, Context).Select(Short)];

    private static string Short(AmendmentProblem problem) => $"{problem.RuleId} {problem.Where.Spanish}";
}
