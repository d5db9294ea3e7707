using Avance.App.Ledger;
using Avance.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using CsCheck;
using Xunit;
using static Avance.IntegrationTests.Budget.AmendmentOffice;

namespace Avance.IntegrationTests.Budget;

public sealed class AmendmentAlgebraTests
{
    private static readonly string[] Keys = [Origin, Other, Earmarked, New, Salaries];

    /// <summary>
    /// Any sequence of amendments and cancellations keeps, in every line and month, modified = approved + increases − decreases
    /// with the approved one untouched; compensated ones move the total by nothing; and what the preview said is what happened.
    /// </summary>
    [Theory, EachDatabase]
    public void Any_sequence_of_amendments_keeps_the_sums(TestEngine engine)
    {
        var line = Gen.Select(Gen.Int[0, Keys.Length - 1], Gen.Int[1, 12], Gen.Int[-900, 900], (key, month, pesos) => new AmendmentLine(Keys[key], month, Pesos(pesos)));
        var draft = Gen.Select(Gen.Enum<AmendmentType>(), line.Array[1, 4], Gen.Bool, (type, lines, balance) => Make(type, lines, balance));
        var applied = 0;
        Gen.Select(draft.Array[8, 12], Gen.Int[0, 3].Array[12, 12]).Sample(
            (drafts, choices) =>
            {
                using var office = new AmendmentOffice(engine);
                var queries = new LedgerQueries(office.Database);
                var approved = Total(queries, static b => b.Through(BudgetStage.Approved));
                for (var i = 0; i < drafts.Length; i++)
                {
                    var before = Total(queries, static b => b.RevisedThrough());
                    var preview = office.Queries.Preview(Code, drafts[i]);
                    var folio = preview.IsApplicable ? office.Bring(drafts[i]) : null;
                    if (folio is null)
                    {
                        continue;
                    }

                    Interlocked.Increment(ref applied);
                    Assert.Equal(preview.Entity.RevisedAfter, Total(queries, static b => b.RevisedThrough()));
                    Assert.Equal(before + preview.Entity.Change, preview.Entity.RevisedAfter);
                    if (drafts[i].Type is AmendmentType.Transfer or AmendmentType.Rescheduling or AmendmentType.Reclassification)
                    {
                        Assert.Equal(before, preview.Entity.RevisedAfter);
                    }

                    if (choices[i] == 0 && office.Move(folio, AmendmentState.Cancelled, "se revocó").IsDone)
                    {
                        Assert.Equal(before, Total(queries, static b => b.RevisedThrough()));
                    }

                    Sound(office, queries, approved);
                }
            },
            iter: engine == TestEngine.Sqlite ? 6 : 3, threads: 1);
        Assert.True(applied > 8, $"Only {applied} amendments held: the test would show little.");
    }

    private static void Sound(AmendmentOffice office, LedgerQueries queries, Money approved)
    {
        var balances = queries.Balances(Code, Year);
        Assert.Equal(approved, Total(queries, static b => b.Through(BudgetStage.Approved)));
        Assert.All(balances.Values, balance =>
        {
            Assert.Null(balance.FirstBreach());
            for (var month = 1; month <= 12; month++)
            {
                Assert.Equal(balance[BudgetStage.Approved, month] + balance[BudgetStage.Increase, month] - balance[BudgetStage.Decrease, month], balance.Revised(month));
            }
        });

        // From the rows themselves, by another way than the program's.
        var (up, down) = (office.Test.Rows("SELECT COALESCE(sum(amount), 0) FROM ledger_entry WHERE stage = 2")[0], office.Test.Rows("SELECT COALESCE(sum(amount), 0) FROM ledger_entry WHERE stage = 3")[0]);
        var net = decimal.Parse(up, System.Globalization.CultureInfo.InvariantCulture) - decimal.Parse(down, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(net, Total(queries, static b => b.RevisedThrough()).Centavos - approved.Centavos);
    }

    private static Money Total(LedgerQueries queries, Func<LineBalance, Money> of) =>
        queries.Balances(Code, Year).Values.Aggregate(Money.Zero, (sum, balance) => sum + of(balance));

    private static Amendment Make(AmendmentType type, AmendmentLine[] lines, bool balance)
    {
        var kept = lines.Where(l => l.Amount != Money.Zero).DistinctBy(l => (l.LineKey, l.Month)).ToList();
        kept = type switch
        {
            AmendmentType.NetIncrease => [.. kept.Select(l => l with { Amount = l.Amount.Magnitude })],
            AmendmentType.NetDecrease or AmendmentType.Closing => [.. kept.Select(l => l with { Amount = -l.Amount.Magnitude })],
            _ when balance => [.. kept.Take(1).SelectMany(l => new[] { l, l with { Month = l.Month % 12 + 1, Amount = -l.Amount } })],
            _ => kept,
        };
        return Draft with
        {
            Type = type,
            Lines = kept,
            Targets = [],
            TargetsUnchanged = "Las metas no dependen de este movimiento de recursos.",
            IncomeSource = "Remanente de 2022",
            SpecialAuthority = "Oficio SH/0123/2023",
        };
    }
}
