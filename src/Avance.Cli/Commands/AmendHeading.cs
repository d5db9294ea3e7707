using System.CommandLine;
using Avance.Budget;

namespace Avance.Cli.Commands;

/// <summary>The heading of an amendment as options, the same to write it and to change it.</summary>
internal sealed class AmendHeading(Terminal terminal, bool isNew)
{
    private readonly Option<string> _type = Word(terminal, "--type", new("Tipo de adecuación.", "Type of amendment."), AmendmentWords.TypeWords, text => AmendmentWords.TryRead(text, out AmendmentType _), isNew);
    private readonly Option<string> _scope = Word(terminal, "--scope", new("Quién la autoriza: el ente (interna) o Hacienda (externa).", "Who authorises it: the entity (interna) or the treasury (externa)."), AmendmentWords.ScopeWords, text => AmendmentWords.TryRead(text, out AmendmentScope _), isRequired: false);
    private readonly Option<string> _day = ReportOptions.Day(terminal, "--date", new("Día desde el que cuenta.", "Day from which it counts."));
    private readonly Option<string> _unit = Text(terminal, "--unit", new("Clave de la unidad responsable que la pide.", "Code of the responsible unit that asks for it."));
    private readonly Option<string> _agreement = Agreement(terminal);
    private readonly Option<string> _office = OfficeNumber(terminal);
    private readonly Option<string> _basis = Text(terminal, "--legal-basis", new("Fundamento legal.", "Legal basis."));
    private readonly Option<string> _why = Text(terminal, "--justification", new("Por qué hace falta.", "Why it is needed."));
    private readonly Option<string> _income = Text(terminal, "--income-source", new("De qué ingreso sale una ampliación líquida.", "Which income pays for a net increase."));
    private readonly Option<string> _special = Text(terminal, "--special-authority", new("Autorización especial para mover el capítulo 1000.", "Special authorisation to move chapter 1000."));
    private readonly Option<string> _targets = Text(terminal, "--targets-unchanged", new("Por qué no cambian las metas, cuando no cambian.", "Why targets do not change, when they do not."));

    public Symbol[] Options => [_type, _scope, _day, _unit, _agreement, _office, _basis, _why, _income, _special, _targets];

    public static Option<string> Agreement(Terminal terminal) => Text(terminal, "--agreement", new("Número del acuerdo que la autoriza.", "Number of the agreement that authorises it."));

    public static Option<string> OfficeNumber(Terminal terminal) => Text(terminal, "--office-number", new("Número del oficio de Hacienda.", "Number of the treasury's letter."));

    public static Option<string> Remark(Terminal terminal) => Text(terminal, "--remark", new("Motivo u observación.", "Reason or remark."));

    /// <summary>The amendment with what the options say; what they do not say stays.</summary>
    public Amendment Apply(ParseResult parsed, Amendment amendment) => amendment with
    {
        Type = AmendmentWords.TryRead(parsed.GetValue(_type) ?? "", out AmendmentType type) ? type : amendment.Type,
        Scope = AmendmentWords.TryRead(parsed.GetValue(_scope) ?? "", out AmendmentScope scope) ? scope : amendment.Scope,
        EffectiveOn = ReportOptions.DayOf(parsed, _day) ?? amendment.EffectiveOn,
        UnitCode = parsed.GetValue(_unit) ?? amendment.UnitCode,
        Agreement = parsed.GetValue(_agreement) ?? amendment.Agreement,
        OfficeNumber = parsed.GetValue(_office) ?? amendment.OfficeNumber,
        LegalBasis = parsed.GetValue(_basis) ?? amendment.LegalBasis,
        Justification = parsed.GetValue(_why) ?? amendment.Justification,
        IncomeSource = parsed.GetValue(_income) ?? amendment.IncomeSource,
        SpecialAuthority = parsed.GetValue(_special) ?? amendment.SpecialAuthority,
        TargetsUnchanged = parsed.GetValue(_targets) ?? amendment.TargetsUnchanged,
    };

    private static Option<string> Text(Terminal terminal, string name, LocalizedText description) =>
        new(name) { Description = terminal.Say(description), HelpName = terminal.Say("texto", "text") };

    private static Option<string> Word(Terminal terminal, string name, LocalizedText description, IEnumerable<string> words, Func<string, bool> isValid, bool isRequired)
    {
        var option = new Option<string>(name) { Description = terminal.Say(description), HelpName = string.Join('|', words), Required = isRequired };
        option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!isValid(text))
            {
                result.AddError(terminal.Say($"«{text}» no es ninguno de: {string.Join(", ", words)}.", $"«{text}» is none of: {string.Join(", ", words)}."));
            }
        });
        return option;
    }
}
