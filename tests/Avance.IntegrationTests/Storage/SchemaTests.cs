using System.Data.Common;
using Avance.App.Progress;
using Avance.IntegrationTests.Progress;
using Xunit;

namespace Avance.IntegrationTests.Storage;

public sealed class SchemaTests
{
    private static readonly string[] Tables =
        ["entity", "journal", "report", "report_explanation", "report_heading", "report_project", "report_source", "report_target"];

    [Theory, EachDatabase]
    public void Refuses_to_change_or_delete_any_row(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using (var database = test.Open())
        {
            new ImportReport(database, TimeProvider.System).Execute(Sample.Command());
        }

        var tables = test.Rows(engine == TestEngine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version' ORDER BY name"
            : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' ORDER BY tablename");
        Assert.Equal(Tables, tables);
        foreach (var table in tables)
        {
            var before = test.Rows($"SELECT count(*) FROM {table}");
            Assert.NotEqual(["0"], before);
            string[] changes = engine == TestEngine.Sqlite
                ? [$"UPDATE {table} SET entity_id = entity_id", $"DELETE FROM {table}", $"REPLACE INTO {table} SELECT * FROM {table}"]
                : [$"UPDATE {table} SET entity_id = entity_id", $"DELETE FROM {table}", $"TRUNCATE {table} CASCADE"];
            foreach (var change in changes)
            {
                Assert.Contains("only grows", Assert.ThrowsAny<DbException>(() => test.Sql(change)).Message, StringComparison.Ordinal);
            }

            Assert.Equal(before, test.Rows($"SELECT count(*) FROM {table}"));
        }
    }

    [Theory, EachDatabase]
    public void Puts_the_entity_first_in_every_primary_key(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        test.Open().Dispose();
        foreach (var table in Tables)
        {
            var first = test.Rows(engine == TestEngine.Sqlite
                ? $"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1"
                : $"""
                   SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
                   WHERE indisprimary AND indrelid = '{table}'::regclass
                   """);
            Assert.Equal(["entity_id"], first);
        }
    }

    [Fact]
    public void Has_the_same_columns_on_both_engines()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "AVANCE_TEST_POSTGRES is not set: see .ci/postgres.");
        using var sqlite = new TestDatabase(TestEngine.Sqlite);
        using var postgres = new TestDatabase(TestEngine.Postgres);
        sqlite.Open().Dispose();
        postgres.Open().Dispose();

        foreach (var table in Tables)
        {
            Assert.Equal(
                sqlite.Rows($"""SELECT name, CASE "notnull" WHEN 1 THEN 'NO' ELSE 'YES' END, type FROM pragma_table_info('{table}') ORDER BY cid"""),
                postgres.Rows(
                    $"""
                    SELECT column_name, is_nullable, CASE data_type
                        WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB'
                        WHEN 'text' THEN 'TEXT' WHEN 'date' THEN 'TEXT' WHEN 'timestamp with time zone' THEN 'TEXT'
                        WHEN 'integer' THEN 'INTEGER' WHEN 'bigint' THEN 'INTEGER' WHEN 'boolean' THEN 'INTEGER' END
                    FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position
                    """));
        }
    }
}
