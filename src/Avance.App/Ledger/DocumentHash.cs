using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// The fingerprint of what a document says. Sent again with the same number, it tells whether it says the same; read back
/// from storage, whether anyone has touched it. The encoding is part of the stored data.
/// </summary>
internal static class DocumentHash
{
    /// <param name="hash">A hash at its beginning, to be used again afterwards.</param>
    /// <param name="document">The document, with all that it moves.</param>
    public static byte[] Of(CanonicalHash hash, LedgerDocument document)
    {
        hash.Add("avance/document/1");
        hash.Add(document.Kind.Code());
        hash.Add(document.Folio);
        hash.Add(document.Source);
        hash.Add(document.SourceDocumentId);
        hash.Add(document.EffectiveOn.DayNumber);
        hash.Add(document.Description);
        hash.Add(document.Authority);
        hash.Add(document.Reverses is { } reversed ? reversed.ToString() : "");
        hash.Add(document.ThirdParty);
        hash.Add((long)document.Entries.Count);
        foreach (var entry in document.Entries)
        {
            Add(hash, entry.LineId, entry.Month, (int)entry.Stage);
            hash.Add(entry.Amount.Centavos);
        }

        hash.Add((long)document.Targets.Count);
        foreach (var target in document.Targets)
        {
            Add(hash, target.IndicatorId, target.Month, (int)target.Stage);
            hash.AddQuantity(target.Quantity);
        }

        AddProgress(hash, document);
        return hash.Finish();
    }

    private static void AddProgress(CanonicalHash hash, LedgerDocument document)
    {
        hash.Add((long)document.Beneficiaries.Count);
        foreach (var served in document.Beneficiaries)
        {
            Add(hash, served.ProjectId, served.Quarter, 0);
            hash.Add(served.Women);
            hash.Add(served.Men);
            hash.Add(served.People);
        }

        hash.Add((long)document.Explanations.Count);
        foreach (var explanation in document.Explanations)
        {
            Add(hash, explanation.ProjectId, explanation.Quarter, 0);
            hash.Add(explanation.ProjectName);
            hash.Add(explanation.Text);
        }
    }

    private static void Add(CanonicalHash hash, Guid id, int number, int stage)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        hash.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes));
        hash.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        hash.Add((long)number * 100 + stage);
    }
}
