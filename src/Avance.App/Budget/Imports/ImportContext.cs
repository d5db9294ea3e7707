using Avance.App.Ledger;
using Avance.App.Storage;

namespace Avance.App.Budget.Imports;

/// <summary>Where an import writes: one transaction of one office's year.</summary>
/// <param name="Session">The transaction; of the thread that posts.</param>
/// <param name="EntityCode">The office's code.</param>
/// <param name="EntityId">The office.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Mapping">How the file is read.</param>
/// <param name="Actor">Who imports.</param>
/// <param name="Now">When.</param>
/// <param name="Writer">The way into the ledger.</param>
internal sealed record ImportContext(Session Session, string EntityCode, Guid EntityId, int Year, ImportMapping Mapping, string Actor, DateTimeOffset Now, LedgerWriter Writer);
