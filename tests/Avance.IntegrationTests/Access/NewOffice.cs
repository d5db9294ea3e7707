using Avance.Access;
using Avance.App.Access;
using Avance.App.Journal;
using Avance.IntegrationTests.Storage;

namespace Avance.IntegrationTests.Access;

/// <summary>A database with nobody in it, and a clock that tests move.</summary>
internal sealed class NewOffice : IDisposable
{
    /// <summary>The office.</summary>
    public const string Code = "IEPC";

    private readonly App.Storage.Database _database;

    public NewOffice(TestEngine engine)
    {
        Test = new(engine);
        _database = Test.Open();
        Accounts = new(_database, Clock);
        People = new(_database, Clock);
        Invitations = new(_database, Clock);
        Sessions = new(_database, Clock);
        Journal = new(_database);
    }

    public TestDatabase Test { get; }

    public MovedClock Clock { get; } = new();

    public Accounts Accounts { get; }

    public People People { get; }

    public Invitations Invitations { get; }

    public Sessions Sessions { get; }

    public JournalQueries Journal { get; }

    public Account SetUp() => Accounts.SetUp(Code, "ana@example.org", "Ana", "hash");

    public List<Grant> Grants(Guid account, string office) => [.. Accounts.Grants(account).Where(g => g.EntityCode == office)];

    public Person Person(string email) => People.Of(Code).Single(p => p.Account.Email == email);

    public void Dispose()
    {
        _database.Dispose();
        Test.Dispose();
    }
}
