using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Avance.App.Capture;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Npgsql;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// One bit of the journal or of the evidence is turned, anywhere, and the journal must tell, and name the right place. On SQLite
/// bits turn in the files themselves; on PostgreSQL in the columns, with its triggers off.
/// </summary>
public sealed class TamperTests
{
    /// <summary>Turned bits: enough to hit each column in each run, and ten thousand in the long one.</summary>
    private static int Bits => Environment.GetEnvironmentVariable("AVANCE_SOAK") is { Length: > 0 } ? 10_000 : 150;

    [Theory, EachDatabase]
    public void Every_turned_bit_is_told_and_found(TestEngine engine)
    {
        using var office = Fill(engine);
        var records = new JournalQueries(office.Office.Database).Records(CaptureOffice.Code);
        var files = office.List();
        office.Office.Dispose();
        using var server = engine == TestEngine.Postgres ? Database.OpenExisting(office.Test.Location) : null;
        Assert.Null(Verify(office, server));
        var random = new Random(20_241_126);
        using Attack attack = engine == TestEngine.Sqlite ? new FileAttack(office, records) : new ColumnAttack(office);
        var hits = new HashSet<string>();
        for (var i = 0; i < Bits; i++)
        {
            var target = attack.TurnOne(random, records, files);
            var found = Verify(office, server);
            Assert.True(found is not null, $"bit {i}: {target.What} of {target.Place} was not told");
            Assert.True(found.Sequence == target.Sequence && found.Explanation.Spanish.Contains(target.Place, StringComparison.Ordinal), $"bit {i}: {target.What} of {target.Place} (record {target.Sequence}) was told as {found}");
            hits.Add(target.What);
            attack.Restore();
        }

        Assert.Null(Verify(office, server));
        Assert.True(hits.Count >= attack.Kinds, $"only {string.Join(", ", hits)}");
    }

    private static EvidenceOffice Fill(TestEngine engine)
    {
        var office = new EvidenceOffice(engine);
        office.Attach("acta.txt", "Se aprobó por unanimidad — «sí».");
        office.Attach("lista.csv", [.. "clave;a"u8, 0xF1, .. "o\r\n1;2"u8]);
        office.Attach("foto.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. RandomNumberGenerator.GetBytes(300_000)], office.Office.Project("01").Id);
        office.Remove(2);
        return office;
    }

    /// <summary>A file is opened anew, as by somebody who comes later: nothing of before is held. A server is asked again.</summary>
    private static JournalBreak? Verify(EvidenceOffice office, Database? server)
    {
        using var file = server is null ? Database.OpenExisting(office.Test.Location) : null;
        var database = server ?? file!;
        using var store = EvidenceStore.Of(database);
        return new JournalQueries(database, store).Verify(CaptureOffice.Code);
    }

    /// <summary>What was turned, and what has to be named.</summary>
    private sealed record Target(string What, long Sequence, string Place);

    private abstract class Attack : IDisposable
    {
        public abstract int Kinds { get; }

        public Target TurnOne(Random random, IReadOnlyList<JournalRecord> records, IReadOnlyList<EvidenceFile> files)
        {
            if (random.Next(3) > 0)
            {
                var record = records[random.Next(records.Count)];
                return new(TurnRecord(random, record), record.Sequence, record.Sequence.ToString(CultureInfo.InvariantCulture));
            }

            var file = files[random.Next(files.Count)];
            TurnContent(random, file);
            var told = records.First(r => r.Action == "capture.evidence-added" && r.NewValue.Contains(file.Sha256, StringComparison.Ordinal));
            return new("content", told.Sequence, $"«{file.Name}»");
        }

        public abstract void Restore();

        public virtual void Dispose()
        {
        }

        protected abstract string TurnRecord(Random random, JournalRecord record);

        protected abstract void TurnContent(Random random, EvidenceFile file);
    }

    /// <summary>Turns bits in the files: that of the database, where a record's values lie one after the other, and those of the evidence.</summary>
    private sealed class FileAttack : Attack
    {
        private readonly EvidenceOffice _office;
        private readonly byte[] _database;
        private readonly Dictionary<long, (string What, int Offset, int Length)[]> _places;
        private (string Path, long Offset, byte Before)? _turned;

        public FileAttack(EvidenceOffice office, IReadOnlyList<JournalRecord> records)
        {
            _office = office;
            office.Test.Sql("PRAGMA wal_checkpoint(TRUNCATE)");
            _database = File.ReadAllBytes(office.Test.Location);
            _places = records.ToDictionary(static r => r.Sequence, Find);
        }

        public override int Kinds => 9;

        public override void Restore()
        {
            if (_turned is var (path, offset, before))
            {
                Write(path, offset, before);
            }
        }

        protected override string TurnRecord(Random random, JournalRecord record)
        {
            var places = _places[record.Sequence];
            var bit = random.Next(places.Sum(static p => p.Length) * 8);
            foreach (var (what, offset, length) in places)
            {
                if (bit < length * 8)
                {
                    Turn(_office.Test.Location, offset + bit / 8, 1 << bit % 8);
                    return what;
                }

                bit -= length * 8;
            }

            throw new InvalidOperationException();
        }

        protected override void TurnContent(Random random, EvidenceFile file)
        {
            var path = Path.Combine(_office.Test.Location + ".evidence", _office.Entity.ToString("n"), file.Sha256[..2], file.Sha256[2..]);
            Turn(path, random.NextInt64(file.Bytes), 1 << random.Next(8));
        }

        /// <summary>Where the values of a record lie: the office and the number, and then each column.</summary>
        private (string What, int Offset, int Length)[] Find(JournalRecord record)
        {
            // 1 takes no byte of its own: the row's head says it.
            byte[] number = record.Sequence == 1 ? [] : record.Sequence < 128 ? [(byte)record.Sequence] : [(byte)(record.Sequence >> 8), (byte)record.Sequence];
            (string What, byte[] Value)[] values =
            [
                ("entity_id", _office.Entity.ToByteArray(bigEndian: true)),
                ("sequence", number),
                ("recorded_at", Encoding.UTF8.GetBytes(record.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture))),
                ("actor", Encoding.UTF8.GetBytes(record.Actor)),
                ("action", Encoding.UTF8.GetBytes(record.Action)),
                ("subject", Encoding.UTF8.GetBytes(record.Subject)),
                ("old_value", Encoding.UTF8.GetBytes(record.OldValue)),
                ("new_value", Encoding.UTF8.GetBytes(record.NewValue)),
                ("previous_hash", Convert.FromHexString(record.PreviousHash)),
                ("hash", Convert.FromHexString(record.Hash)),
            ];

            // A long row goes on in another page: what lies in its first one is enough.
            var beginning = values[..6].SelectMany(static v => v.Value).ToArray();
            var offset = Live(beginning, record);
            var whole = values.SelectMany(static v => v.Value).ToArray();
            var places = new List<(string, int, int)>();
            foreach (var (what, value) in _database.AsSpan(offset).StartsWith(whole) ? values : values[..6])
            {
                places.Add((what, offset, value.Length));
                offset += value.Length;
            }

            return [.. places];
        }

        /// <summary>Where a row lies that is read: pages keep bytes of rows that have moved.</summary>
        private int Live(byte[] beginning, JournalRecord record)
        {
            for (var offset = _database.AsSpan().IndexOf(beginning); offset >= 0;)
            {
                Turn(_office.Test.Location, offset + beginning.Length - 1, 1);
                var isRead = _office.Test.Rows($"SELECT subject FROM journal WHERE sequence = {record.Sequence}")[0] != record.Subject;
                Restore();
                if (isRead)
                {
                    return offset;
                }

                var next = _database.AsSpan(offset + 1).IndexOf(beginning);
                offset = next < 0 ? -1 : offset + 1 + next;
            }

            throw new InvalidOperationException($"Record {record.Sequence} was not found.");
        }

        private void Turn(string path, long offset, int bit)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Position = offset;
            var before = (byte)file.ReadByte();
            file.Close();
            _turned = (path, offset, before);
            Write(path, offset, (byte)(before ^ bit));
        }

        private static void Write(string path, long offset, byte value)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Position = offset;
            file.WriteByte(value);
        }
    }

    /// <summary>Turns bits in the columns of rows. A bit that the server does not let stand, as one that makes a text no text, is turned elsewhere.</summary>
    private sealed class ColumnAttack : Attack
    {
        private static readonly string[] Columns = ["entity_id", "sequence", "recorded_at", "actor", "action", "subject", "old_value", "new_value", "previous_hash", "hash"];

        private readonly NpgsqlConnection _connection;
        private readonly Guid _entity;
        private Action? _restore;

        public ColumnAttack(EvidenceOffice office)
        {
            _connection = new(new NpgsqlConnectionStringBuilder(office.Test.Location) { Pooling = false }.ConnectionString);
            _connection.Open();
            _entity = office.Entity;
            Run("SET session_replication_role = replica");
        }

        public override int Kinds => Columns.Length + 1;

        public override void Restore() => _restore!();

        public override void Dispose()
        {
            _connection.Dispose();
        }

        protected override string TurnRecord(Random random, JournalRecord record)
        {
            while (true)
            {
                var column = Columns[random.Next(Columns.Length)];
                var before = Value(column, record.Sequence);
                if (Turned(random, before) is { } after && TrySet(column, before, after, record.Sequence))
                {
                    return column;
                }
            }
        }

        protected override void TurnContent(Random random, EvidenceFile file)
        {
            var piece = random.Next((int)((file.Bytes + (256 << 10) - 1) / (256 << 10))) + 1;
            using var read = Command("SELECT content FROM evidence_chunk WHERE sha256 = $1 AND number = $2", file.Sha256, piece);
            var before = (byte[])read.ExecuteScalar()!;
            Run("UPDATE evidence_chunk SET content = $3 WHERE sha256 = $1 AND number = $2", file.Sha256, piece, Turned(random, before)!);
            _restore = () => Run("UPDATE evidence_chunk SET content = $3 WHERE sha256 = $1 AND number = $2", file.Sha256, piece, before);
        }

        private object Value(string column, long sequence)
        {
            using var read = Command($"SELECT {column} FROM journal WHERE entity_id = $1 AND sequence = $2", _entity, sequence);
            return read.ExecuteScalar()!;
        }

        private bool TrySet(string column, object before, object after, long sequence)
        {
            var (entity, number) = (column == "entity_id" ? (Guid)after : _entity, column == "sequence" ? (long)after : sequence);
            try
            {
                Run($"UPDATE journal SET {column} = $3 WHERE entity_id = $1 AND sequence = $2", _entity, sequence, after);
            }
            catch (PostgresException)
            {
                return false;
            }

            _restore = () => Run($"UPDATE journal SET {column} = $3 WHERE entity_id = $1 AND sequence = $2", entity, number, before);
            return true;
        }

        private static object? Turned(Random random, object value)
        {
            switch (value)
            {
                case byte[] bytes:
                    var copy = bytes.ToArray();
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                    return copy;
                case Guid id:
                    return new Guid((byte[])Turned(random, id.ToByteArray(bigEndian: true))!, bigEndian: true);
                case long number:
                    return number ^ (1L << random.Next(63));
                case DateTime moment:
                    var micros = (moment.Ticks / TimeSpan.TicksPerMicrosecond) ^ (1L << random.Next(52));
                    return micros > DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond ? null : new DateTime(micros * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
                case string { Length: > 0 } text:
                    var utf8 = (byte[])Turned(random, Encoding.UTF8.GetBytes(text))!;
                    return System.Text.Unicode.Utf8.IsValid(utf8) && !utf8.Contains((byte)0) ? Encoding.UTF8.GetString(utf8) : null;
                default:
                    return null;
            }
        }

        private void Run(string sql, params object[] values)
        {
            using var command = Command(sql, values);
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        private NpgsqlCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlCommand(sql, _connection);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            return command;
        }
    }
}
