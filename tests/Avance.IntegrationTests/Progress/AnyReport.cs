using System.Text;
using Avance.Progress;
using CsCheck;

namespace Avance.IntegrationTests.Progress;

/// <summary>Reports of every shape that the domain allows, down to absent figures and odd letters.</summary>
internal static class AnyReport
{
    private static readonly Gen<SourcePlace> Place = Gen.Select(Gen.Int[0, 500], Gen.Int[0, 100_000], static (page, line) => new SourcePlace(page, line));

    /// <summary>Any letters that a database must keep: from the first planes, without null or halves of pairs.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Const(""),
        Gen.Char[' ', 'ÿ'].Array[1, 40].Select(static letters => new string(letters)),
        Gen.Int[0x20, 0x2FFFF].Where(static c => c is < 0xD800 or > 0xDFFF).Array[1, 300]
            .Select(static runes => string.Concat(runes.Select(static rune => new Rune(rune).ToString()))));

    private static readonly Gen<Money?> Amount = Gen.OneOf<Money?>(
        Gen.Const((Money?)null),
        Gen.Const((Money?)Money.Zero),
        Gen.Long[-9_000_000_000_000_000_000, 9_000_000_000_000_000_000].Select(static centavos => (Money?)new Money(centavos)));

    private static readonly Gen<BudgetFigures> Budget = Gen.Select(Amount, Amount, Amount, static (a, r, d) => new BudgetFigures(a, r, d));

    private static readonly Gen<BudgetFigures?> Totals = Gen.OneOf(Gen.Const((BudgetFigures?)null), Budget.Select(static b => (BudgetFigures?)b));

    private static readonly Gen<decimal?> Quantity = Gen.OneOf<decimal?>(
        Gen.Const((decimal?)null),
        Gen.Const((decimal?)0.00m),
        Gen.Long[-9_000_000_000_000_000, 9_000_000_000_000_000].Select(static n => (decimal?)TargetQuantity.Normalize(n / TargetQuantity.Scale)),
        Gen.Long[0, 100_000].Select(static n => (decimal?)TargetQuantity.Normalize(n / 100m)));

    private static readonly Gen<long?> Count = Gen.OneOf<long?>(Gen.Const((long?)null), Gen.Const((long?)0), Gen.Long[0, 20_000_000_000].Select(static n => (long?)n));

    private static readonly Gen<ReportTarget> Target = Gen.Select(
        Text, Text, Quantity, Quantity, Quantity, Quantity, Place,
        static (description, unit, original, revised, achieved, rate, place) => new ReportTarget(description, unit, original, revised, achieved, rate) { Place = place });

    private static readonly Gen<ReportProject> Project = Gen.Select(
        Gen.Select(Gen.String[Gen.Char['A', 'Z'], 1, 4], Gen.String[Gen.Char['.', '9'], 1, 5].List[0, 3], Text),
        Target.List[0, 12],
        Budget,
        Gen.Select(Text, Text),
        Gen.Select(Count, Count, Count),
        Place,
        static (head, targets, budget, coverage, people, place) => new ReportProject
        {
            Number = 0,
            Key = head.Item1,
            SdgTargets = head.Item2,
            Name = head.Item3,
            Targets = targets,
            Budget = budget,
            Municipality = coverage.Item1,
            Locality = coverage.Item2,
            Beneficiaries = new(people.Item1, people.Item2, people.Item3),
            Place = place,
        });

    /// <summary>A report with some number of projects in some number of groups; groups may be empty.</summary>
    public static Gen<ProgressReport> WithProjects(int fewest, int most) => Gen.Select(
        Project.List[fewest, most],
        Gen.Select(Text, Totals, Place).List[1, 12],
        Gen.Int[0, int.MaxValue],
        Totals,
        Gen.Select(Text, Text, Text, Place, static (key, name, text, place) => new DeviationExplanation(key, name, text) { Place = place }).List[0, 5],
        static (projects, headings, seed, totals, explanations) => new ProgressReport
        {
            Entity = Sample.Iepc,
            Period = Sample.Period,
            PrintedTotals = totals,
            Functions = Tree([.. projects.Select(static (project, index) => project with { Number = index + 1 })], headings, seed),
            Explanations = explanations,
        });

    /// <summary>Deals the projects out, in order, to types of subfunctions of functions.</summary>
    private static List<ReportFunction> Tree(List<ReportProject> projects, List<(string Name, BudgetFigures? Totals, SourcePlace Place)> headings, int seed)
    {
        var functions = new List<ReportFunction>();
        var next = 0;
        for (var i = 0; i < headings.Count; i++)
        {
            var (name, totals, place) = headings[i];
            var take = i == headings.Count - 1 ? projects.Count - next : Math.Min(projects.Count - next, seed % (i + 7) * projects.Count / 20);
            var type = new ReportProjectType(name, projects.GetRange(next, take)) { Place = place };
            next += take;
            if (i == 0 || (seed >> i) % 3 == 0)
            {
                functions.Add(new ReportFunction(name, totals, [new ReportSubfunction(name, totals, [type]) { Place = place }]) { Place = place });
            }
            else
            {
                var last = functions[^1];
                var grown = (seed >> i) % 3 == 1
                    ? last with { Subfunctions = [.. last.Subfunctions, new ReportSubfunction(name, totals, [type]) { Place = place }] }
                    : last with { Subfunctions = [.. last.Subfunctions.SkipLast(1), last.Subfunctions[^1] with { ProjectTypes = [.. last.Subfunctions[^1].ProjectTypes, type] }] };
                functions[^1] = grown;
            }
        }

        return functions;
    }
}
