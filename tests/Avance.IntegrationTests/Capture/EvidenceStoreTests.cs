using System.Security.Cryptography;
using Avance.App.Capture;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>The three places where evidence is kept, as equals.</summary>
public sealed class EvidenceStoreTests
{
    private static readonly Guid Office = Guid.Parse("0192a000-0000-7000-8000-000000000001");

    public enum Place
    {
        Folder,
        Table,
        Bucket,
    }

    public static IEnumerable<TheoryDataRow<Place>> Places =>
    [
        new(Place.Folder),
        new(Place.Table) { Skip = TestDatabase.PostgresServer is null ? "AVANCE_TEST_POSTGRES is not set: see .ci/postgres." : null },
        new(Place.Bucket),
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Keeps_content_by_its_hash_and_apart_by_office(Place place) => With(place, (store, office) =>
    {
        var content = RandomNumberGenerator.GetBytes(1_000_003);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Null(store.Open(office, hash));
        Assert.Equal(EvidenceHealth.Missing, store.Examine(office, hash));

        Keep(store, office, hash, content);
        Keep(store, office, hash, content);

        Assert.Equal(content, Read(store, office, hash));
        Assert.Equal(EvidenceHealth.Sound, store.Examine(office, hash));
        Assert.Null(store.Open(Guid.CreateVersion7(), hash));
    });

    [Theory]
    [MemberData(nameof(Places))]
    public void Keeps_nothing_that_changed_under_way(Place place) => With(place, (store, office) =>
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData("uno"u8));
        Assert.Throws<InvalidDataException>(() => Keep(store, office, hash, "dos"u8.ToArray()));
        Assert.NotEqual(EvidenceHealth.Sound, store.Examine(office, hash));
    });

    [Theory]
    [MemberData(nameof(Places))]
    public void Many_may_keep_the_same_at_once(Place place) => With(place, (store, office) =>
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Parallel.For(0, 8, _ => Keep(store, office, hash, content));
        Assert.Equal(EvidenceHealth.Sound, store.Examine(office, hash));
    });

    [Theory]
    [MemberData(nameof(Places))]
    public void Memory_does_not_grow_with_the_file(Place place) => With(place, (store, office) =>
    {
        const int Size = 24 << 20;
        Keep(store, office, Convert.ToHexStringLower(SHA256.HashData("uno"u8)), "uno"u8.ToArray());
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            {
                file.SetLength(Size);
            }

            using var content = File.OpenRead(path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            content.Position = 0;
            using var sent = new WatchedStream(content);
            store.Keep(office, hash, sent);
            using var kept = new WatchedStream(store.Open(office, hash)!);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(kept)));
            Assert.InRange(sent.MostHeld, 1, Size / 2);
            Assert.InRange(kept.MostHeld, 1, Size / 2);
        }
        finally
        {
            File.Delete(path);
        }
    });

    [Fact]
    public void A_file_that_was_spoilt_is_mended_by_whoever_sends_it_again()
    {
        using var office = new EvidenceOffice(TestEngine.Sqlite);
        var hash = office.Attach("uno.txt", "uno").Sha256;
        var path = Assert.Single(Directory.GetFiles(office.Test.Location + ".evidence", "*", SearchOption.AllDirectories));
        File.WriteAllText(path, "dos");
        Assert.Equal(EvidenceHealth.Changed, office.Store.Examine(office.Entity, hash));
        office.Attach("otra vez.txt", "uno");
        Assert.Equal(EvidenceHealth.Sound, office.Store.Examine(office.Entity, hash));
    }

    [Fact]
    public void What_a_killed_process_left_of_a_file_is_taken_away_a_day_later()
    {
        using var office = new EvidenceOffice(TestEngine.Sqlite);
        office.Attach("uno.txt", "uno");
        var parent = Path.GetDirectoryName(Assert.Single(Directory.GetFiles(office.Test.Location + ".evidence", "*", SearchOption.AllDirectories)))!;
        var (left, fresh) = (Path.Combine(parent, "aaaa.part"), Path.Combine(parent, "bbbb.part"));
        File.WriteAllText(left, "u");
        File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime);
        File.WriteAllText(fresh, "u");
        var hash = Path.GetFileName(parent) + Path.GetFileName(Directory.GetFiles(parent).Single(f => !f.EndsWith(".part", StringComparison.Ordinal)));
        File.Delete(Path.Combine(parent, hash[2..]));
        office.Attach("otra vez.txt", "uno");
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(fresh));
        Assert.Equal(EvidenceHealth.Sound, office.Store.Examine(office.Entity, hash));
    }

    [Fact]
    public void An_object_that_was_spoilt_is_told()
    {
        using var server = new BucketServer();
        using var store = new EvidenceBucket(server.Settings);
        var hash = Convert.ToHexStringLower(SHA256.HashData("uno"u8));
        Keep(store, Office, hash, "uno"u8.ToArray());
        server.Spoil(Office, hash);
        Assert.Equal(EvidenceHealth.Changed, store.Examine(Office, hash));
        Keep(store, Office, hash, "uno"u8.ToArray());
        Assert.Equal(EvidenceHealth.Sound, store.Examine(Office, hash));
    }

    /// <summary>What cannot be asked is neither there nor gone.</summary>
    [Fact]
    public void A_service_that_refuses_or_is_ill_or_silent_is_never_taken_for_one_without_the_file()
    {
        using var server = new BucketServer();
        AssertRefused(server.Settings with { SecretKey = "secreta" });
        AssertRefused(server.Settings with { AccessKey = "otra" });
        AssertRefused(server.Settings with { Region = "otra" });
        AssertRefused(server.Settings with { Bucket = "no-existe" });
        AssertRefused(server.Settings with { Endpoint = new("http://127.0.0.1:9") });
        server.Illness = 503;
        AssertRefused(server.Settings);

        static void AssertRefused(EvidenceBucketSettings settings)
        {
            using var store = new EvidenceBucket(settings);
            var refusal = Assert.Throws<RuleViolationException>(() => store.Examine(Office, new string('a', 64)));
            Assert.Equal("storage.evidence", refusal.RuleId);
            Assert.DoesNotContain(settings.SecretKey, refusal.Text.Spanish, StringComparison.Ordinal);
            Assert.Equal("storage.evidence", Assert.Throws<RuleViolationException>(() => Keep(store, Office, new string('a', 64), "uno"u8.ToArray())).RuleId);
        }
    }

    [Fact]
    public void The_environment_says_where()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var database = test.Open();
        using var folder = EvidenceStore.Of(database, static _ => null);
        Assert.IsType<EvidenceFolder>(folder);
        using var bucket = EvidenceStore.Of(database, static name => name.EndsWith("ENDPOINT", StringComparison.Ordinal) ? "https://s3.example.org" : "x");
        Assert.IsType<EvidenceBucket>(bucket);
        AssertRefused(static name => name.EndsWith("BUCKET", StringComparison.Ordinal) ? "x" : null, "AVANCE_S3_ENDPOINT, AVANCE_S3_ACCESS_KEY, AVANCE_S3_SECRET_KEY");
        AssertRefused(static _ => "ftp://x", "no es una dirección");

        void AssertRefused(Func<string, string?> environment, string why)
        {
            var refusal = Assert.Throws<RuleViolationException>(() => EvidenceStore.Of(database, environment));
            Assert.Equal("evidence.settings", refusal.RuleId);
            Assert.Contains(why, refusal.Text.Spanish, StringComparison.Ordinal);
        }
    }

    private static void Keep(EvidenceStore store, Guid office, string hash, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        store.Keep(office, hash, stream);
    }

    private static byte[] Read(EvidenceStore store, Guid office, string hash)
    {
        using var content = store.Open(office, hash)!;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void With(Place place, Action<EvidenceStore, Guid> test)
    {
        if (place == Place.Bucket)
        {
            using var server = new BucketServer();
            using var bucket = new EvidenceBucket(server.Settings);
            test(bucket, Office);
            return;
        }

        using var office = new EvidenceOffice(place == Place.Table ? TestEngine.Postgres : TestEngine.Sqlite);
        test(office.Store, office.Entity);
    }
}

/// <summary>A stream that looks every few megabytes at how much more memory is held than at its beginning.</summary>
internal sealed class WatchedStream(Stream inner) : Stream
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private long _read;

    public long MostHeld { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        if (_read / (4 << 20) < (_read + read) / (4 << 20))
        {
            MostHeld = Math.Max(MostHeld, Math.Max(1, GC.GetTotalMemory(forceFullCollection: true) - _before));
        }

        _read += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
