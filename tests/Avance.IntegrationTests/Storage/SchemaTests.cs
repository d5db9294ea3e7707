using System.Data.Common;
using Avance.App.Budget.Imports;
using Avance.App.Capture;
using Avance.App.Capture.Reminders;
using Avance.App.Ledger;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Capture;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Capture;
using Avance.IntegrationTests.Progress;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Storage;

public sealed class SchemaTests
{
    /// <summary>Tables of what was said and done: rows are added and never changed.</summary>
    private static readonly string[] Growing =
    [
        "amendment_step", "beneficiary_entry", "budget_line", "capture_cell", "capture_period_step", "capture_remark", "capture_step", "capture_version", "document", "entity", "evidence",
        "evidence_chunk", "evidence_removal", "explanation_entry", "import_mapping", "import_run", "journal", "ledger_entry",
        "reminder", "report", "report_explanation", "report_heading", "report_project", "report_source", "report_target", "target_entry",
    ];

    /// <summary>Tables of drafts and of sums, whose changes are journalled.</summary>
    private static readonly string[] Changing =
    [
        "access_grant", "amendment", "amendment_line", "amendment_target", "attachment", "budget_programme", "capture_period", "capture_sheet", "fiscal_year", "indicator", "key_segment", "line_balance", "project", "responsible_unit", "sheet_visit",
    ];

    /// <summary>Tables of people and of the program itself, which belong to no office.</summary>
    private static readonly string[] OfNoOffice = ["account", "account_session", "invitation", "passkey", "protection_key", "recovery_code"];

    private static IEnumerable<string> Tables => Growing.Concat(Changing).Order(StringComparer.Ordinal);

    [Theory, EachDatabase]
    public void Refuses_to_change_or_delete_any_row(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using (var database = test.Open())
        {
            new ImportReport(database, TimeProvider.System).Execute(Sample.Command());
        }

        AmendmentOffice.Fill(test.Location);
        Tell(test.Location);
        Capture(test.Location);

        var tables = test.Rows(engine == TestEngine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version' ORDER BY name"
            : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' ORDER BY tablename");
        Assert.Equal(Tables.Concat(OfNoOffice).Order(StringComparer.Ordinal), tables);
        foreach (var table in Growing)
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

    /// <summary>Whatever of the rest has rows of its own: progress told, an import made, a mapping kept.</summary>
    private static void Tell(string location)
    {
        using var database = Database.Open(location);
        var clock = TimeProvider.System;
        Assert.Equal(LedgerStatus.Posted, new PostDocument(database, clock).Execute(AmendmentOffice.Code, AmendmentOffice.Year, new LedgerDocument
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = DocumentKind.Progress,
            Folio = "AV-1",
            SourceDocumentId = "AV-1",
            EffectiveOn = new(AmendmentOffice.Year, 12, 1),
            Beneficiaries = [new(Guid.Empty, 4, 1, 2, 3)],
            Explanations = [new(Guid.Empty, 4, "Proyecto", "Porque sí.")],
        }, "ana").Status);
        var mapping = BuiltInMappings.Find("movimientos")!;
        new ImportMappings(database, clock).Save(AmendmentOffice.Code, mapping with { Name = "mio" }, "ana");
        var path = Path.GetTempFileName();
        new ImportTable(database, clock).Execute(new() { Path = path, FileName = "vacio.csv", EntityCode = AmendmentOffice.Code, Year = AmendmentOffice.Year, Mapping = mapping, Actor = "ana" });
        File.Delete(path);
    }

    /// <summary>A sheet that was sent and came back.</summary>
    private static void Capture(string location)
    {
        using var office = new CaptureOffice(location);
        office.Fill(CaptureOffice.First, "01", "eva");
        using var store = new EvidenceTable(office.Database);
        using var content = new MemoryStream("acta"u8.ToArray());
        var evidence = new Evidence(office.Database, store, office.Clock, EvidenceLimits.Default);
        var file = evidence.Attach(CaptureOffice.Code, CaptureOffice.First, "01", office.Project("01").Id, "acta.txt", content, "eva");
        evidence.Remove(CaptureOffice.Code, CaptureOffice.First, "01", file.Number, "eva");
        new SendReminders(office.Database, office.Clock).Take(new("eva@example.org", "Eva", [new(ReminderKind.Capture, CaptureOffice.Code, CaptureOffice.First, "01", "Presidencia", new(2024, 4, 15))]));
        office.Submit("01", "eva");
        office.Review.Return(CaptureOffice.Code, CaptureOffice.First, "01", 1, SheetState.Submitted, "Revise.", [new(new(office.Project("01").Id, ""), "¿Seguro?")], "rosa");
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

        foreach (var table in Tables.Concat(OfNoOffice))
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
