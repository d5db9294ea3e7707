using System.Reflection;
using System.Runtime.Loader;
using Avance.App.Storage;
using Xunit;

namespace Avance.IntegrationTests.Storage;

public sealed class DatabaseTests
{
    /// <summary>Scripts that make the schema, each once.</summary>
    private static int Scripts => Schema.Newest("Sqlite");

    [Theory, EachDatabase]
    public void Makes_the_schema_once_and_opens_it_again(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        test.Open().Dispose();
        var scripts = test.Rows("SELECT scriptname, applied FROM schema_version");
        test.Open().Dispose();
        Database.OpenExisting(test.Location).Dispose();

        Assert.Equal(Scripts, scripts.Count);
        Assert.Equal(scripts, test.Rows("SELECT scriptname, applied FROM schema_version"));
    }

    [Theory, EachDatabase]
    public void Lets_many_open_a_new_database_at_once(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var start = new Barrier(8);
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, _ =>
        {
            start.SignalAndWait();
            test.Open().Dispose();
        });

        Assert.Equal(Scripts, test.Rows("SELECT scriptname FROM schema_version").Count);
    }

    [Theory, EachDatabase]
    public void Refuses_a_database_of_a_newer_program(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        test.Open().Dispose();
        test.Sql("INSERT INTO schema_version (scriptname, applied) VALUES ('9999_future.sql', '2040-01-01')");

        Assert.Equal("storage.newer", Refusal(() => test.Open()).RuleId);
        Assert.Equal("storage.newer", Refusal(() => Database.OpenExisting(test.Location)).RuleId);
        Assert.Contains("9999_future.sql", Refusal(() => Database.OpenAsIs(test.Location)!).Text.Spanish, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public void Refuses_a_database_of_another_program_and_leaves_it_alone(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        test.Sql("CREATE TABLE journal (entry text)");

        Assert.Equal("storage.foreign", Refusal(() => test.Open()).RuleId);
        Assert.Equal("storage.foreign", Refusal(() => Database.OpenExisting(test.Location)).RuleId);
        Assert.Equal(0, test.Sql("DELETE FROM journal"));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => test.Sql("SELECT * FROM schema_version"));
    }

    [Theory, EachDatabase]
    public void Opens_as_is_without_making_anything(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using (var none = Database.OpenAsIs(test.Location))
        {
            Assert.Null(none);
        }

        if (engine == TestEngine.Sqlite)
        {
            Assert.False(File.Exists(test.Location));
        }

        Assert.ThrowsAny<System.Data.Common.DbException>(() => test.Sql("SELECT * FROM schema_version"));
        test.Open().Dispose();
        using var database = Database.OpenAsIs(test.Location);
        Assert.NotNull(database);
    }

    [Fact]
    public void Refuses_to_read_a_file_that_is_not_there()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);

        Assert.Equal("storage.missing", Refusal(() => Database.OpenExisting(test.Location)).RuleId);
        Assert.False(File.Exists(test.Location));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(512)]
    [InlineData(20_000)]
    public void Refuses_a_file_that_is_no_database_and_leaves_it_alone(int length)
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        var content = Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray();
        File.WriteAllBytes(test.Location, content);

        Assert.Equal("storage.not-a-database", Refusal(() => test.Open()).RuleId);
        Assert.Equal("storage.not-a-database", Refusal(() => Database.OpenExisting(test.Location)).RuleId);
        Assert.Equal("storage.not-a-database", Refusal(() => Database.OpenAsIs(test.Location)!).RuleId);
        Assert.Equal(content, File.ReadAllBytes(test.Location));
        Assert.Single(Directory.GetFiles(test.Folder));
    }

    [Fact]
    public void Takes_an_empty_file_for_a_new_database()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        File.WriteAllBytes(test.Location, []);
        test.Open().Dispose();

        Assert.Equal(Scripts, test.Rows("SELECT scriptname FROM schema_version").Count);
    }

    [Fact]
    public void Refuses_a_directory()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);

        Assert.Equal("storage.not-a-database", Refusal(() => Database.Open(test.Folder)).RuleId);
        Assert.Equal("storage.not-a-database", Refusal(() => Database.OpenAsIs(test.Folder)!).RuleId);
    }

    [Fact]
    public void Refuses_a_folder_that_is_not_there()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);

        Assert.Equal("storage.unreachable", Refusal(() => Database.Open(Path.Combine(test.Folder, "no", "avance.db"))).RuleId);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:avance.db?mode=memory")]
    [InlineData("con espacio; y 'comillas' ñ.db")]
    public void Takes_every_path_for_a_path(string name)
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        var path = Path.Combine(test.Folder, name);
        Database.Open(path).Dispose();
        Database.OpenExisting(path).Dispose();

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Keeps_readers_from_waiting_and_leaves_no_side_files()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        test.Open().Dispose();

        Assert.Equal(["wal"], test.Rows("PRAGMA journal_mode"));
        Assert.Single(Directory.GetFiles(test.Folder));
    }

    [Fact]
    public void Reads_a_file_that_cannot_be_written_in_a_folder_that_cannot_be_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Permissions do not bind this user.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var test = new TestDatabase(TestEngine.Sqlite);
        test.Open().Dispose();
        File.SetUnixFileMode(test.Location, UnixFileMode.UserRead);
        File.SetUnixFileMode(test.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var database = Database.OpenExisting(test.Location);
            Assert.Empty(new App.Progress.ReportQueries(database).Versions());
            Assert.Equal("storage.read-only", Assert.Throws<RuleViolationException>(() => new App.Progress.ImportReport(database, TimeProvider.System).Execute(Progress.Sample.Command())).RuleId);
        }
        finally
        {
            File.SetUnixFileMode(test.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Opens_a_current_database_without_loading_the_upgrader()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        var context = new OwnAssemblies();
        var open = context.LoadFromAssemblyName(new("Avance.App")).GetType(typeof(Database).FullName!)!.GetMethod(nameof(Database.Open))!;

        test.Open().Dispose();
        using (var database = (IDisposable)open.Invoke(null, [test.Location])!)
        {
            Assert.DoesNotContain(context.Assemblies, a => a.GetName().Name!.StartsWith("dbup", StringComparison.OrdinalIgnoreCase));
        }

        // The same way of looking does see it when the schema is made.
        ((IDisposable)open.Invoke(null, [test.Location + "2"])!).Dispose();
        Assert.Contains(context.Assemblies, a => a.GetName().Name!.StartsWith("dbup", StringComparison.OrdinalIgnoreCase));
    }

    private static RuleViolationException Refusal(Func<Database> open) => Assert.Throws<RuleViolationException>(() => open().Dispose());

    /// <summary>Loads the program's storage and the upgrader apart from those that other tests have loaded.</summary>
    private sealed class OwnAssemblies() : AssemblyLoadContext("own")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is "Avance.App" || assemblyName.Name!.StartsWith("dbup", StringComparison.OrdinalIgnoreCase)
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
                : null;
    }
}
