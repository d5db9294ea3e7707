namespace Avance.Budget;

/// <summary>
/// How types, scopes and states of amendments are written: a code for storage and addresses, a word for files and commands,
/// a name for people. Codes and words never change.
/// </summary>
public static class AmendmentWords
{
    private static readonly (AmendmentType Value, string Code, string Word, LocalizedText Name)[] Types =
    [
        (AmendmentType.NetIncrease, "net-increase", "ampliacion", new("ampliación líquida", "net increase")),
        (AmendmentType.NetDecrease, "net-decrease", "reduccion", new("reducción líquida", "net decrease")),
        (AmendmentType.Transfer, "transfer", "traspaso", new("traspaso compensado", "compensated transfer")),
        (AmendmentType.Rescheduling, "rescheduling", "recalendarizacion", new("recalendarización", "rescheduling")),
        (AmendmentType.Reclassification, "reclassification", "reclasificacion", new("reclasificación de proyecto", "reclassification of a project")),
        (AmendmentType.Closing, "closing", "cierre", new("cierre", "closing")),
    ];

    private static readonly (AmendmentScope Value, string Code, string Word, LocalizedText Name)[] Scopes =
    [
        (AmendmentScope.Internal, "internal", "interna", new("interna", "internal")),
        (AmendmentScope.External, "external", "externa", new("externa", "external")),
    ];

    private static readonly (AmendmentState Value, string Code, string Word, LocalizedText Name)[] States =
    [
        (AmendmentState.Draft, "draft", "borrador", new("borrador", "draft")),
        (AmendmentState.Requested, "requested", "solicitada", new("solicitada", "requested")),
        (AmendmentState.InReview, "in-review", "revision", new("en revisión", "in review")),
        (AmendmentState.Authorised, "authorised", "autorizada", new("autorizada", "authorised")),
        (AmendmentState.Sent, "sent", "enviada", new("enviada a Hacienda", "sent to the treasury")),
        (AmendmentState.Approved, "approved", "aprobada", new("aprobada por Hacienda", "approved by the treasury")),
        (AmendmentState.Returned, "returned", "devuelta", new("devuelta", "returned")),
        (AmendmentState.Rejected, "rejected", "rechazada", new("rechazada", "rejected")),
        (AmendmentState.Applied, "applied", "aplicada", new("aplicada", "applied")),
        (AmendmentState.Cancelled, "cancelled", "cancelada", new("cancelada", "cancelled")),
    ];

    private static readonly (AmendmentRole Value, LocalizedText Name)[] Roles =
    [
        (AmendmentRole.Unit, new("la unidad responsable", "the responsible unit")),
        (AmendmentRole.BudgetOffice, new("el área de presupuesto", "the budget office")),
        (AmendmentRole.Authority, new("la autoridad del ente", "the entity's authority")),
        (AmendmentRole.Treasury, new("Hacienda", "the treasury")),
    ];

    /// <summary>What the heading says in texts, and what people call each: who asks, and by what authority.</summary>
    public static IReadOnlyList<(LocalizedText Name, Func<Amendment, string> Value)> Authority { get; } =
    [
        (new("Unidad responsable", "Responsible unit"), static a => a.UnitCode),
        (new("Acuerdo", "Agreement"), static a => a.Agreement),
        (new("Oficio de Hacienda", "Treasury's letter"), static a => a.OfficeNumber),
        (new("Fundamento", "Legal basis"), static a => a.LegalBasis),
        (new("Fuente de ingresos", "Source of income"), static a => a.IncomeSource),
        (new("Autorización especial", "Special authority"), static a => a.SpecialAuthority),
    ];

    /// <summary>The same of its reasons.</summary>
    public static IReadOnlyList<(LocalizedText Name, Func<Amendment, string> Value)> Reasons { get; } =
    [
        (new("Justificación", "Justification"), static a => a.Justification),
        (new("Las metas no cambian porque", "Targets do not change because"), static a => a.TargetsUnchanged),
    ];

    /// <summary>The words of all types, for help and messages.</summary>
    public static IEnumerable<string> TypeWords => Types.Select(t => t.Word);

    /// <summary>The words of both scopes.</summary>
    public static IEnumerable<string> ScopeWords => Scopes.Select(s => s.Word);

    /// <summary>The words of all states.</summary>
    public static IEnumerable<string> StateWords => States.Select(s => s.Word);

    /// <summary>The stored code.</summary>
    public static string Code(this AmendmentType type) => Types[(int)type].Code;

    /// <summary>The stored code.</summary>
    public static string Code(this AmendmentScope scope) => Scopes[(int)scope].Code;

    /// <summary>The stored code.</summary>
    public static string Code(this AmendmentState state) => States[(int)state].Code;

    /// <summary>The word of files and commands.</summary>
    public static string Word(this AmendmentType type) => Types[(int)type].Word;

    /// <summary>The word of files and commands.</summary>
    public static string Word(this AmendmentScope scope) => Scopes[(int)scope].Word;

    /// <summary>The word of files and commands.</summary>
    public static string Word(this AmendmentState state) => States[(int)state].Word;

    /// <summary>The name for people, in lower case.</summary>
    public static LocalizedText DisplayName(this AmendmentType type) => Types[(int)type].Name;

    /// <summary>The name for people, in lower case.</summary>
    public static LocalizedText DisplayName(this AmendmentScope scope) => Scopes[(int)scope].Name;

    /// <summary>The name for people, in lower case.</summary>
    public static LocalizedText DisplayName(this AmendmentState state) => States[(int)state].Name;

    /// <summary>The name for people, with its article.</summary>
    public static LocalizedText DisplayName(this AmendmentRole role) => Roles[(int)role].Name;

    /// <summary>Reads a type from its word, code or name, whatever its case and accents.</summary>
    public static bool TryRead(string text, out AmendmentType type) => TryRead(Types, text, out type);

    /// <summary>Reads a scope from its word, code or name, whatever its case and accents.</summary>
    public static bool TryRead(string text, out AmendmentScope scope) => TryRead(Scopes, text, out scope);

    /// <summary>Reads a state from its word, code or name, whatever its case and accents.</summary>
    public static bool TryRead(string text, out AmendmentState state) => TryRead(States, text, out state);

    private static bool TryRead<T>((T Value, string Code, string Word, LocalizedText Name)[] words, string text, out T value)
    {
        var folded = FoldedText.Fold(text);
        foreach (var entry in words)
        {
            if (folded == entry.Word || folded == entry.Code || folded == FoldedText.Fold(entry.Name.Spanish) || folded == entry.Name.English)
            {
                value = entry.Value;
                return true;
            }
        }

        value = default!;
        return false;
    }
}
