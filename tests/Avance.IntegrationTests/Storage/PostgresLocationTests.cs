using Avance.App.Storage;
using Npgsql;
using Xunit;

namespace Avance.IntegrationTests.Storage;

public sealed class PostgresLocationTests
{
    [Theory]
    [InlineData("postgres://ana:cl%40ve@servidor:6000/avance", "servidor", 6000, "ana", "cl@ve", "avance")]
    [InlineData("postgresql://servidor/avance", "servidor", 5432, null, null, "avance")]
    [InlineData("postgres://ana@[::1]/avance%20a%C3%B1o", "::1", 5432, "ana", null, "avance año")]
    [InlineData("postgres:///avance?host=/var/run/postgresql&user=ana", "/var/run/postgresql", 5432, "ana", null, "avance")]
    [InlineData("Host=servidor;Port=6000;Username=ana;Password=cl@ve;Database=avance", "servidor", 6000, "ana", "cl@ve", "avance")]
    [InlineData(" host = servidor ; database = avance", "servidor", 5432, null, null, "avance")]
    public void Understands_addresses_and_keywords(string location, string host, int port, string? user, string? password, string database)
    {
        Assert.True(DatabaseLocation.IsPostgres(location));
        var (settings, shown) = PostgresLocation.Parse(location);

        Assert.Equal((host, port, user, password, database), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
        Assert.DoesNotContain("cl@ve", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Understands_the_parameters_of_an_address()
    {
        var (settings, _) = PostgresLocation.Parse("postgres://servidor/avance?sslmode=verify-full&connect_timeout=3&application_name=otro");

        Assert.Equal((SslMode.VerifyFull, 3, "otro"), (settings.SslMode, settings.Timeout, settings.ApplicationName));
    }

    [Theory]
    [InlineData("avance.db")]
    [InlineData("carpeta/host.db")]
    [InlineData("/tmp/a=b.db")]
    public void Takes_anything_else_for_a_file(string location) => Assert.False(DatabaseLocation.IsPostgres(location));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("postgres://ana:secreta@servidor:puerto/avance")]
    [InlineData("postgres://ana:secreta@servidor/avance?modo=raro")]
    [InlineData("postgres://ana:secreta@servidor/avance?connect_timeout=pronto")]
    [InlineData("Host=servidor;Password=secreta;Puerto=1")]
    [InlineData("Host=servidor;Password=secreta;Port=uno")]
    public void Refuses_what_it_does_not_understand_without_repeating_a_password(string location)
    {
        var refusal = Assert.Throws<RuleViolationException>(() => Database.Open(location).Dispose());

        Assert.Equal("storage.location", refusal.RuleId);
        Assert.DoesNotContain("secreta", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_server_does_not_answer()
    {
        var refusal = Assert.Throws<RuleViolationException>(() => Database.OpenExisting("postgres://ana:secreta@127.0.0.1:9/avance").Dispose());

        Assert.Equal("storage.unreachable", refusal.RuleId);
        Assert.Contains("postgres://127.0.0.1:9/avance", refusal.Text.Spanish, StringComparison.Ordinal);
        Assert.DoesNotContain("secreta", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_the_server_has_no_such_database()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "AVANCE_TEST_POSTGRES is not set: see .ci/postgres.");
        var location = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer) { Database = "avance_none" }.ConnectionString;

        Assert.Equal("storage.missing", Assert.Throws<RuleViolationException>(() => Database.Open(location).Dispose()).RuleId);
        Assert.Equal("storage.missing", Assert.Throws<RuleViolationException>(() => Database.OpenExisting(location).Dispose()).RuleId);
        Assert.Equal("storage.missing", Assert.Throws<RuleViolationException>(() => Database.OpenAsIs(location)).RuleId);
    }

    [Fact]
    public void Says_that_the_server_went_away()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "AVANCE_TEST_POSTGRES is not set: see .ci/postgres.");
        using var test = new TestDatabase(TestEngine.Postgres);
        using var database = test.Open();
        var queries = new App.Progress.ReportQueries(database);
        Assert.Empty(queries.Versions());

        test.Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        var refusal = Record.Exception(() => queries.Versions());
        Assert.True(refusal is null or RuleViolationException { RuleId: "storage.unreachable" }, refusal?.ToString());
        Assert.Empty(queries.Versions());
    }
}
