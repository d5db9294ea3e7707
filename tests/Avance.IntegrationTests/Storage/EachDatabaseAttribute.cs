using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Avance.IntegrationTests.Storage;

/// <summary>The two engines that are equals.</summary>
public enum TestEngine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory once on each engine. SQLite always runs; PostgreSQL when AVANCE_TEST_POSTGRES says where a server is
/// (`.ci/postgres` starts one and prints it), and otherwise shows as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = RowOf(TestEngine.Postgres);
        if (TestDatabase.PostgresServer is null)
        {
            postgres = postgres.WithSkip("AVANCE_TEST_POSTGRES is not set: see .ci/postgres.");
        }

        return new([RowOf(TestEngine.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    /// <summary>Who runs tests can choose the engine: <c>-preEnumerateTheories -trait Engine=Postgres</c>.</summary>
    private static TheoryDataRow RowOf(TestEngine engine) => new TheoryDataRow(engine).WithTrait("Engine", engine.ToString());
}
