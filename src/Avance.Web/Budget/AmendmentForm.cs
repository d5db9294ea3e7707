using System.Globalization;
using Avance.App.Budget;
using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>The form of an amendment: heading, rows of money and rows of targets. A draft may be kept incomplete.</summary>
internal static class AmendmentForm
{
    public static readonly Field Type = new("type", new("Tipo", "Type"));
    public static readonly Field Scope = new("scope", new("Quién la autoriza", "Who authorises it"));
    public static readonly Field Day = new("day", new("Fecha de aplicación", "Effective date"), new("Día desde el que cuenta.", "Day from which it counts."));
    public static readonly Field Unit = new("unit", new("Unidad responsable que la pide", "Responsible unit that asks for it"));
    public static readonly Field Agreement = new("agreement", new("Número del acuerdo", "Number of the agreement"), new("Como IEPC/JGE-A/005/2023. Se puede anotar después, al autorizarla.", "As IEPC/JGE-A/005/2023. It may be written later, when it is authorised."));
    public static readonly Field OfficeNumber = new("office-number", new("Número del oficio de Hacienda", "Number of the treasury's letter"), new("Solo en las externas.", "Only for external ones."));
    public static readonly Field LegalBasis = new("legal-basis", new("Fundamento legal", "Legal basis"));
    public static readonly Field Justification = new("justification", new("Justificación", "Justification"), new("Por qué hace falta.", "Why it is needed."));
    public static readonly Field IncomeSource = new("income-source", new("Fuente de ingresos", "Source of income"), new("De qué ingreso sale una ampliación líquida.", "Which income pays for a net increase."));
    public static readonly Field SpecialAuthority = new("special-authority", new("Autorización especial", "Special authority"), new("Para mover recursos del capítulo 1000 o hacia él.", "To move money out of chapter 1000 or into it."));
    public static readonly Field TargetsUnchanged = new("targets-unchanged", new("Las metas no cambian porque…", "Targets do not change because…"), new("Solo si la adecuación no cambia metas, o no las de todos los proyectos.", "Only when the amendment changes no targets, or not those of every project."));

    public static readonly Field Key = new("key", new("Clave presupuestaria", "Budget line"));
    public static readonly Field Month = new("month", new("Mes", "Month"));
    public static readonly Field Adds = new("adds", new("Amplía", "Adds"));
    public static readonly Field Takes = new("takes", new("Reduce", "Takes"));
    public static readonly Field Indicator = new("indicator", new("Meta", "Target"));
    public static readonly Field TargetMonth = new("target-month", new("Mes", "Month"));
    public static readonly Field Quantity = new("quantity", new("Cambio", "Change"));

    /// <summary>How many rows of money and of targets the form has.</summary>
    public static readonly Field LineRows = new("line-rows", new("Renglones", "Lines"));
    public static readonly Field TargetRows = new("target-rows", new("Metas", "Targets"));

    /// <summary>The form of an amendment as it is on record, with a few blank rows.</summary>
    public static Form Of(Site site, Amendment amendment)
    {
        var form = new Form(site)
            .With(Type, amendment.Type.Code()).With(Scope, amendment.Scope.Code()).With(Day, amendment.EffectiveOn).With(Unit, amendment.UnitCode)
            .With(Agreement, amendment.Agreement).With(OfficeNumber, amendment.OfficeNumber).With(LegalBasis, amendment.LegalBasis).With(Justification, amendment.Justification)
            .With(IncomeSource, amendment.IncomeSource).With(SpecialAuthority, amendment.SpecialAuthority).With(TargetsUnchanged, amendment.TargetsUnchanged);
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            var line = amendment.Lines[i];
            form.With(Key.Row(i + 1), line.LineKey).With(Month.Row(i + 1), Number(line.Month))
                .With(Adds.Row(i + 1), line.Amount.IsNegative ? (Money?)null : line.Amount).With(Takes.Row(i + 1), line.Amount.IsNegative ? line.Amount.Magnitude : (Money?)null);
        }

        for (var i = 0; i < amendment.Targets.Count; i++)
        {
            var target = amendment.Targets[i];
            form.With(Indicator.Row(i + 1), Choice(target.UnitCode, target.ProjectKey, target.Indicator)).With(TargetMonth.Row(i + 1), Number(target.Month)).With(Quantity.Row(i + 1), (decimal?)target.Quantity);
        }

        return form.With(LineRows, Number(amendment.Lines.Count + 2)).With(TargetRows, Number(amendment.Targets.Count + 1)).WithVersion(amendment.Version);
    }

    /// <summary>How many rows a field counts.</summary>
    public static int Rows(Form form, Field rows) =>
        int.TryParse(form.Typed(rows), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, Amendments.MostLines) : 1;

    /// <summary>The same form with another row; it says so when no more fit.</summary>
    public static Form WithRow(Form form, Field rows)
    {
        if (Rows(form, rows) is var count && count < Amendments.MostLines)
        {
            return form.With(rows, Number(count + 1));
        }

        form.Refuse(rows, new($"Una adecuación lleva a lo más {Amendments.MostLines} renglones de dinero y {Amendments.MostLines} de metas. Use los que estén en blanco, o reparta lo demás en otra adecuación.", $"An amendment has at most {Amendments.MostLines} lines of money and {Amendments.MostLines} of targets. Use those that are blank, or put the rest in another amendment."));
        return form;
    }

    /// <summary>What the form says, on top of an amendment; what cannot be read is told in the form.</summary>
    public static Amendment Read(Form form, Amendment amendment) => amendment with
    {
        Type = form.Choice(Type, Enum.GetValues<AmendmentType>().Select(t => t.Code())) is { } type && AmendmentWords.TryRead(type, out AmendmentType read) ? read : amendment.Type,
        Scope = form.Choice(Scope, Enum.GetValues<AmendmentScope>().Select(s => s.Code())) is { } scope && AmendmentWords.TryRead(scope, out AmendmentScope found) ? found : amendment.Scope,
        EffectiveOn = form.Day(Day, required: false),
        UnitCode = form.Text(Unit, 200, required: false),
        Agreement = form.Text(Agreement, 200, required: false),
        OfficeNumber = form.Text(OfficeNumber, 200, required: false),
        LegalBasis = form.Text(LegalBasis, 4_000, required: false),
        Justification = form.Text(Justification, 4_000, required: false),
        IncomeSource = form.Text(IncomeSource, 4_000, required: false),
        SpecialAuthority = form.Text(SpecialAuthority, 4_000, required: false),
        Lines = [.. Enumerable.Range(1, Rows(form, LineRows)).Select(row => Line(form, row)).OfType<AmendmentLine>()],
        Targets = [.. Enumerable.Range(1, Rows(form, TargetRows)).Select(row => Target(form, row)).OfType<AmendmentTarget>()],
        TargetsUnchanged = form.Text(TargetsUnchanged, 4_000, required: false),
    };

    public static IEnumerable<(string Value, string Text)> Types(Site site) => Enum.GetValues<AmendmentType>().Select(t => (t.Code(), Words.Capital(site.Text(t.DisplayName()))));

    public static IEnumerable<(string Value, string Text)> Scopes(Site site) =>
    [
        (AmendmentScope.Internal.Code(), site.Text("El ente (interna)", "The entity (internal)")),
        (AmendmentScope.External.Code(), site.Text("Hacienda o el Congreso (externa)", "The treasury or the congress (external)")),
    ];

    public static IEnumerable<(string Value, string Text)> Units(AnnualPlan plan) => plan.Units.Select(u => (u.Code, $"{u.Code} · {u.Name}"));

    public static IEnumerable<(string Value, string Text)> Indicators(AnnualPlan plan) => plan.Projects
        .SelectMany(p => p.Indicators.Select(i => (Choice(p.UnitCode, p.Key, i.Position), $"{p.Address} · {i.Position}. {i.Name} ({i.UnitOfMeasure})")));

    public static IEnumerable<(string Value, string Text)> Months(Site site) => Enumerable.Range(1, 12).Select(m => (Number(m), Words.Capital(site.Text(MonthName.Name(m)))));

    private static AmendmentLine? Line(Form form, int row)
    {
        var (key, month, adds, takes) = (Key.Row(row), Month.Row(row), Adds.Row(row), Takes.Row(row));
        if (new[] { key, adds, takes }.All(f => form.Typed(f).Trim().Length == 0))
        {
            return null;
        }

        var text = form.Text(key, 200);
        var number = form.Choice(month, Enumerable.Range(1, 12).Select(Number));
        var (up, down) = (form.Money(adds, required: false), form.Money(takes, required: false));
        if ((up is null) == (down is null) && form.ErrorOf(adds) is null && form.ErrorOf(takes) is null)
        {
            form.Refuse(adds, new($"Renglón {row}: anote el importe en «Amplía» o en «Reduce», y solo en uno.", $"Line {row}: write the amount in “Adds” or in “Takes”, and only in one."));
        }

        return number is null || (up is null && down is null) ? null : new(text, int.Parse(number, CultureInfo.InvariantCulture), up ?? -down!.Value);
    }

    private static AmendmentTarget? Target(Form form, int row)
    {
        var (indicator, month, quantity) = (Indicator.Row(row), TargetMonth.Row(row), Quantity.Row(row));
        if (new[] { indicator, quantity }.All(f => form.Typed(f).Trim().Length == 0))
        {
            return null;
        }

        var chosen = form.Text(indicator, 200).Split('|');
        var number = form.Choice(month, Enumerable.Range(1, 12).Select(Number));
        var change = form.Quantity(quantity, allowNegative: true);
        return chosen is [var unit, var project, var position] && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && number is not null && change is { } units
            ? new(unit, project, at, int.Parse(number, CultureInfo.InvariantCulture), units)
            : null;
    }

    private static string Choice(string unit, string project, int indicator) => string.Create(CultureInfo.InvariantCulture, $"{unit}|{project}|{indicator}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
