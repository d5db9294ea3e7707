using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>Evidence within the database, in pieces: one backup holds everything, and no server needs a shared disk.</summary>
internal sealed class EvidenceTable(Database database) : EvidenceStore
{
    internal override void Keep(Guid entity, string sha256, Stream content) => database.Write(session =>
    {
        // Two people who send the same file at once: the second finds it there.
        session.LockEntity($"evidence {sha256}");
        if (Piece(session, entity, sha256, 1) is null)
        {
            var number = 0;
            Copy(content, sha256, piece => session.Execute(
                "INSERT INTO evidence_chunk (entity_id, sha256, number, content) VALUES ($1, $2, $3, $4)", entity, sha256, ++number, piece.ToArray()));
        }

        return true;
    });

    internal override Stream? Open(Guid entity, string sha256) =>
        database.Read(session => Piece(session, entity, sha256, 1)) is { } first
            ? new PieceStream(first, number => database.Read(session => Piece(session, entity, sha256, number)))
            : null;

    private static byte[]? Piece(Session session, Guid entity, string sha256, int number)
    {
        var found = session.Query("SELECT content FROM evidence_chunk WHERE entity_id = $1 AND sha256 = $2 AND number = $3", static row => row.Bytes(0), entity, sha256, number);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Reads pieces one after the other, each with a query of its own: a slow reader holds no transaction open.</summary>
    private sealed class PieceStream(byte[] first, Func<int, byte[]?> next) : Stream
    {
        private byte[]? _piece = first;
        private int _number = 1;
        private int _offset;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            while (_piece is not null && _offset == _piece.Length)
            {
                (_piece, _offset) = (next(++_number), 0);
            }

            var count = Math.Min(buffer.Length, (_piece?.Length ?? 0) - _offset);
            _piece?.AsSpan(_offset, count).CopyTo(buffer);
            _offset += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
