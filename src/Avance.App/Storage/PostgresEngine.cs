using DbUp;
using DbUp.Postgresql;
using Npgsql;

namespace Avance.App.Storage;

/// <summary>PostgreSQL 15 or newer.</summary>
/// <param name="settings">The connection's settings.</param>
/// <param name="shown">The database as messages name it: without its password.</param>
internal sealed class PostgresEngine(NpgsqlConnectionStringBuilder settings, string shown) : Engine
{
    /// <summary>Names our lock among the database's advisory locks; any number that no other program would take.</summary>
    private const long UpgradeLock = 0x4156414E43450001;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(settings);

    public override string Dialect => "Postgres";

    public override Session Connect() => new PostgresSession(_source.OpenConnection());

    /// <summary>Closing gives the connection back to its pool.</summary>
    public override void Return(Session session) => session.Dispose();

    public override string? NewestScript(Session session)
    {
        // A shared database may hold tables of others; only those with our names stand in the way.
        var tables = session.Query(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename IN ($1, 'entity', 'report', 'journal')",
            static row => row.Text(0),
            Schema.Table);
        return tables.Contains(Schema.Table) ? session.Query($"SELECT max(scriptname) FROM {Schema.Table}", static row => row.OptionalText(0))[0]
            : tables.Count > 0 ? throw StorageRefusals.Foreign(shown)
            : null;
    }

    public override void Upgrade()
    {
        // The lock lives on this connection while DbUp works on another: another process waits, and then finds nothing to do.
        using var session = Connect();
        session.Execute("SELECT pg_advisory_lock($1)", UpgradeLock);
        try
        {
            var target = DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(_source));
            Schema.Run(target.JournalToPostgresqlTable(null, Schema.Table).WithTransaction(), Dialect);
        }
        finally
        {
            session.Execute("SELECT pg_advisory_unlock($1)", UpgradeLock);
        }
    }

    public override RuleViolationException? Refusal(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => StorageRefusals.Missing(shown),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege } e => StorageRefusals.Denied(shown, e.MessageText),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StorageRefusals.ReadOnly(shown),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageRefusals.Full(shown),
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['5', '3', ..] or ['0', '8', ..] } e => StorageRefusals.Unreachable(shown, e.MessageText),
        PostgresException => null,
        NpgsqlException e => StorageRefusals.Unreachable(shown, (e.InnerException ?? e).Message),
        TimeoutException e => StorageRefusals.Unreachable(shown, e.Message),
        System.Net.Sockets.SocketException e => StorageRefusals.Unreachable(shown, e.Message),
        _ => null,
    };

    public override void Dispose() => _source.Dispose();
}
