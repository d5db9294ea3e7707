using System.Globalization;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace Avance.App.Storage;

/// <summary>The numbered scripts that make the schema, one folder for each engine. A script that was released never changes.</summary>
internal static class Schema
{
    /// <summary>The table in which the database keeps the names of the scripts that it has had.</summary>
    public const string Table = "schema_version";

    /// <summary>The number of the newest script that this program knows: its version of the schema.</summary>
    public static int Newest(string dialect)
    {
        var newest = 0;
        foreach (var name in typeof(Schema).Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Prefix(dialect), StringComparison.Ordinal))
            {
                newest = Math.Max(newest, Number(name.AsSpan(Prefix(dialect).Length)));
            }
        }

        return newest;
    }

    /// <summary>The number with which a script's name begins.</summary>
    public static int Number(ReadOnlySpan<char> script) => int.Parse(script[..4], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>
    /// Runs the scripts that are missing. Only here is DbUp touched, so that opening a current database never loads it.
    /// </summary>
    public static void Run(UpgradeEngineBuilder target, string dialect)
    {
        var prefix = Prefix(dialect);
        var scripts = typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name[prefix.Length..], Read(name)));
        var result = target.WithScripts(scripts).WithVariablesDisabled().LogTo(new NoOpUpgradeLog()).Build().PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error;
        }
    }

    private static string Prefix(string dialect) => $"Avance.App.Storage.Migrations.{dialect}.";

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
