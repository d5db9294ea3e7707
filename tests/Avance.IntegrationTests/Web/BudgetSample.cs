using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.IntegrationTests.Ledger;
using Avance.IntegrationTests.Planning;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>
/// The small plan with a budget of two lines and seven documents: the decree, the plan, a transfer, a payment, an accrual
/// that arrived late, and a commitment that was undone.
/// </summary>
internal static class BudgetSample
{
    public const string Year = "/IEPC/2024";
    public const string First = "01-R101-A002-21101-1-11";
    public const string Second = "03-R101-A008-33101-1-25";

    public static void Fill(Database database)
    {
        var plan = SmallPlan.Make(database);
        var clock = new TestClock(Noon(1, 2));
        var (first, second) = (Line(First, plan.Project("01", "A002")!.Id), Line(Second, plan.Project("03", "A008")!.Id));
        database.Write(session =>
        {
            var entity = Entities.Find(session, SmallPlan.Code)!.Value;
            BudgetLines.Add(session, entity, SmallPlan.Year, first);
            BudgetLines.Add(session, entity, SmallPlan.Year, second);
            return true;
        });
        var post = new PostDocument(database, clock);
        Post(post, Document(DocumentKind.Budget, "DEC-2024", new(2024, 1, 1)) with
        {
            Authority = "Decreto de Presupuesto de Egresos 2024",
            Entries = [.. Enumerable.Range(1, 12).SelectMany(m => new[] { Entry(first, m, BudgetStage.Approved, 10000), Entry(second, m, BudgetStage.Approved, 20000) })],
        });
        var years = new PlanYears(database, clock);
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, SmallPlan.Actor);
        years.Open(SmallPlan.Code, SmallPlan.Year, SmallPlan.Actor);

        clock.Now = Noon(3, 5);
        Post(post, Document(DocumentKind.Amendment, "AP-2024-0001", new(2024, 3, 1)) with
        {
            Description = "Traspaso compensado entre proyectos",
            Authority = "Acuerdo IEPC/JGE/012/2024",
            Entries = [Entry(second, 4, BudgetStage.Decrease, 15000), Entry(first, 4, BudgetStage.Increase, 15000)],
            Targets = [new(plan.Project("01", "A002")!.Indicators[0].Id, 6, TargetStage.Amendment, 2m)],
        });
        clock.Now = Noon(4, 10);
        Post(post, Document(DocumentKind.Posting, "P-0001", new(2024, 4, 10)) with { Description = "Papelería de abril", Entries = Chain(first, 4, 12050) });
        clock.Now = Noon(5, 10);
        Post(post, Document(DocumentKind.Posting, "P-0002", new(2024, 3, 31)) with
        {
            Description = "Papelería de marzo, factura tardía",
            Entries = [Entry(first, 3, BudgetStage.Committed, 8000), Entry(first, 3, BudgetStage.Accrued, 8000)],
        });
        Post(post, Document(DocumentKind.Posting, "P-0003", new(2024, 5, 9)) with { Entries = [Entry(second, 5, BudgetStage.Committed, 5000)] });
        Assert.Equal(LedgerStatus.Posted, post.Reverse(SmallPlan.Code, SmallPlan.Year, 6, new(2024, 5, 10), "Contrato que no se firmó", "", SmallPlan.Actor).Status);
    }

    public static LedgerDocument Document(DocumentKind kind, string folio, DateOnly day) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        Folio = folio,
        SourceDocumentId = folio,
        EffectiveOn = day,
    };

    /// <summary>Money that goes through every stage at once.</summary>
    public static BudgetEntry[] Chain(BudgetLine line, int month, long centavos) =>
        [.. new[] { BudgetStage.Committed, BudgetStage.Accrued, BudgetStage.PaymentOrdered, BudgetStage.Paid }.Select(s => Entry(line, month, s, centavos))];

    private static void Post(PostDocument post, LedgerDocument document)
    {
        var verdict = post.Execute(SmallPlan.Code, SmallPlan.Year, document, SmallPlan.Actor);
        Assert.True(verdict.Status == LedgerStatus.Posted, verdict.Text?.Spanish);
    }

    private static BudgetLine Line(string key, Guid project) => new(Guid.CreateVersion7(), key, project, key.Split('-'));

    private static BudgetEntry Entry(BudgetLine line, int month, BudgetStage stage, long centavos) => new(line.Id, month, stage, new(centavos));

    private static DateTimeOffset Noon(int month, int day) => new(2024, month, day, 12, 0, 0, TimeSpan.Zero);
}
