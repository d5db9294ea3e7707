namespace Avance.Ledger;

/// <summary>What kind of document moves figures. Names are stored, in lower case; they never change.</summary>
public enum DocumentKind
{
    /// <summary>The approved plan: posts original targets.</summary>
    Plan,

    /// <summary>The approved budget (decree): posts approved amounts.</summary>
    Budget,

    /// <summary>A budget amendment, perhaps with its target amendment.</summary>
    Amendment,

    /// <summary>An entry of the accounts (<em>póliza</em>): commitment, accrual, payment order, payment.</summary>
    Posting,

    /// <summary>Progress of a period: achieved targets, beneficiaries, explanations.</summary>
    Progress,

    /// <summary>Undoes another document, entry by entry.</summary>
    Reversal,
}

/// <summary>
/// A document that moves figures. Once posted it never changes; a mistake is undone by a reversal and done again rightly.
/// </summary>
public sealed record LedgerDocument
{
    /// <summary>Its identity, made with <see cref="Guid.CreateVersion7()"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Folio as people cite it: <c>AP-2023-0012</c>, or the number of the accounts' own document.</summary>
    public required string Folio { get; init; }

    /// <summary>The system that it comes from: <c>avance</c> for those made here, or the name of an import's mapping.</summary>
    public string Source { get; init; } = OwnSource;

    /// <summary>Its number in that system: sending it twice posts it once. Unique within <see cref="Source"/>, office and year.</summary>
    public required string SourceDocumentId { get; init; }

    /// <summary>The day from which it counts: balances at a date include it from that day on.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What it is about, in a line.</summary>
    public string Description { get; init; } = "";

    /// <summary>By what authority: decree, agreement, law.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The document that a reversal undoes.</summary>
    public Guid? Reverses { get; init; }

    /// <summary>
    /// Whether its figures are someone else's, taken as they are: what does not hold together is then told and not refused.
    /// </summary>
    public bool ThirdParty { get; init; }

    /// <summary>Money that it moves.</summary>
    public IReadOnlyList<BudgetEntry> Entries { get; init; } = [];

    /// <summary>Target quantities that it moves.</summary>
    public IReadOnlyList<TargetEntry> Targets { get; init; } = [];

    /// <summary>Beneficiaries that it tells.</summary>
    public IReadOnlyList<BeneficiaryEntry> Beneficiaries { get; init; } = [];

    /// <summary>Explanations that it gives.</summary>
    public IReadOnlyList<ExplanationEntry> Explanations { get; init; } = [];

    /// <summary>The source of documents made in this program.</summary>
    public const string OwnSource = "avance";

    /// <summary>
    /// The document that undoes this one: the same entries with the opposite sign. Beneficiaries and explanations are not
    /// undone: a later document takes their place.
    /// </summary>
    public LedgerDocument Reverse(Guid id, string folio, DateOnly effectiveOn, string description, string authority) => new()
    {
        Id = id,
        Kind = DocumentKind.Reversal,
        Folio = folio,
        SourceDocumentId = folio,
        EffectiveOn = effectiveOn,
        Description = description,
        Authority = authority,
        Reverses = Id,
        ThirdParty = ThirdParty,
        Entries = [.. Entries.Select(e => e with { Amount = -e.Amount })],
        Targets = [.. Targets.Select(t => t with { Quantity = -t.Quantity })],
    };
}
