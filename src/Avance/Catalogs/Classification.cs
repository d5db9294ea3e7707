namespace Avance.Catalogs;

/// <summary>
/// A classifier of public spending (<em>clasificador</em>) in one edition. Its codes are read from the library on first
/// use.
/// </summary>
public sealed class Classification : CatalogEdition
{
    private readonly Lazy<Content> _content;

    internal Classification(string id)
        : base(id) => _content = new(() => new Content(CatalogTable.Read(id)));

    /// <summary>Every code, each after the code that it belongs to, in the issuer's order.</summary>
    public IReadOnlyList<ClassificationCode> Codes => _content.Value.Codes;

    /// <summary>The code, or null when this edition has no such code.</summary>
    public ClassificationCode? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _content.Value.ByCode.GetValueOrDefault(code);
    }

    /// <summary>
    /// The code whose name is <paramref name="name"/> as reports print it, whatever its case and accents.
    /// Null when none or more than one has that name at that level: «Otros» needs its parent.
    /// </summary>
    /// <param name="name">Printed name.</param>
    /// <param name="level">Level to look at: 3 for the subfunctions of the functional classification.</param>
    /// <param name="parent">Only the codes that belong to this one; null for all of the level.</param>
    public ClassificationCode? FindByName(string name, int level, string? parent = null)
    {
        var found = _content.Value.ByName[FoldedText.Fold(name)]
            .Where(code => code.Level == level && (parent is null || code.Parent == parent))
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private sealed class Content
    {
        private readonly Lazy<ILookup<string, ClassificationCode>> _byName;

        public Content(List<string[]> rows)
        {
            var codes = new List<ClassificationCode>(rows.Count);
            foreach (var row in rows)
            {
                var parent = row[1].Length == 0 ? null : ByCode[row[1]];
                var code = new ClassificationCode(row[0], row[2], parent?.Code, (parent?.Level ?? 0) + 1);
                codes.Add(code);
                ByCode.Add(code.Code, code);
            }

            Codes = codes;
            _byName = new(() => codes.ToLookup(code => FoldedText.Fold(code.Name)));
        }

        public IReadOnlyList<ClassificationCode> Codes { get; }

        public Dictionary<string, ClassificationCode> ByCode { get; } = [];

        public ILookup<string, ClassificationCode> ByName => _byName.Value;
    }
}
