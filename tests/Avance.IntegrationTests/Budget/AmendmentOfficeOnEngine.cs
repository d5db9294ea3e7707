using Avance.IntegrationTests.Storage;

namespace Avance.IntegrationTests.Budget;

/// <summary>The office in a database of a test's own, on either engine.</summary>
internal sealed partial class AmendmentOffice
{
    private readonly TestDatabase? _test;

    public AmendmentOffice(TestEngine engine)
        : this(new TestDatabase(engine))
    {
    }

    private AmendmentOffice(TestDatabase test)
        : this(test.Location) => _test = test;

    public TestDatabase Test => _test!;

    partial void AfterDispose() => _test?.Dispose();
}
