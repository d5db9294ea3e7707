using System.CommandLine;
using System.Globalization;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary><c>avance plan set project</c> and <c>avance plan set indicator</c>: each field is an option.</summary>
internal static class PlanSetCommands
{
    public static Command Project(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named("PROYECTO", "PROJECT", "Unidad y clave, como 06/A008.", "Unit and key, as 06/A008.");
        var moveTo = options.Text("--move-to", "Unidad y clave nuevas, como 07/A009.", "New unit and key, as 07/A009.", terminal.Say("unidad/clave", "unit/key"));
        var name = options.Text("--name", "Nombre.", "Name.");
        var programme = options.Text("--programme", "Programa presupuestario, como R101.", "Budget programme, as R101.", terminal.Say("clave", "code"));
        var type = options.Text("--type", "Tipo de proyecto.", "Type of project.", PlanWords.ProjectTypes.Tokens);
        var subfunction = options.Text("--subfunction", "Subfunción, como 1.3.6.", "Subfunction, as 1.3.6.", terminal.Say("clave", "code"));
        var sdg = options.Text("--sdg", "Metas ODS, la principal primero: «16.7 5.5».", "SDG targets, the primary one first: «16.7 5.5».", terminal.Say("claves", "codes"));
        var alignment = options.Text("--alignment", "Objetivo del plan al que contribuye.", "Objective of the plan that it contributes to.");
        var objective = options.Text("--objective", "Para qué es el proyecto.", "What the project is for.");
        var municipality = options.Text("--municipality", "Municipio, o «Cobertura Estatal».", "Municipality, or «Cobertura Estatal».");
        var locality = options.Text("--locality", "Localidad, o «Cobertura Estatal».", "Locality, or «Cobertura Estatal».");
        var beneficiaries = options.Text("--beneficiaries", "A quién sirve.", "Whom it serves.", PlanWords.BeneficiaryTypes.Tokens);
        var accumulation = options.Text("--beneficiary-accumulation", "Cómo hacen los trimestres el año.", "How quarters make the year.", PlanWords.BeneficiaryAccumulations.Tokens);
        var women = options.Text("--women", "Mujeres de la población; vacío si no se conoce.", "Women of the population; empty when not known.", "n");
        var men = options.Text("--men", "Hombres de la población; vacío si no se conoce.", "Men of the population; empty when not known.", "n");
        var position = PlanEditCommands.Number(terminal, "--position", new("Lugar en el orden impreso, desde 1.", "Place in the printed order, from 1."));
        var byAmendment = new Option<bool>("--by-amendment") { Description = terminal.Say("Nace por adecuación, con el plan ya aprobado.", "Added by an amendment, after the plan was approved.") };
        var command = options.AddTo(new Command("project", terminal.Say("Un proyecto.", "A project."))
        {
            address, moveTo, name, programme, type, subfunction, sdg, alignment, objective, municipality, locality, beneficiaries, accumulation, women, men, position, byAmendment,
        });
        command.SetAction(parsed => PlanEditCommands.Edit(terminal, options, parsed, parsed.GetRequiredValue(address), (editor, plan) =>
        {
            var (unit, key, _) = PlanOptions.Address(parsed.GetRequiredValue(address), 2);
            var stored = plan.Project(unit, key) ?? new PlannedProject { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), UnitCode = unit, Key = key, Name = "", AddedByAmendment = parsed.GetValue(byAmendment) };
            (unit, key, _) = PlanOptions.Address(parsed.GetValue(moveTo) ?? stored.Address, 2);
            return editor.Put(plan.Entity.Code, plan.Year.Year, stored with
            {
                UnitCode = unit,
                Key = key,
                Name = parsed.GetValue(name) ?? stored.Name,
                ProgrammeCode = parsed.GetValue(programme) ?? stored.ProgrammeCode,
                Type = Word(PlanWords.ProjectTypes, parsed.GetValue(type), stored.Type),
                Subfunction = parsed.GetValue(subfunction) ?? stored.Subfunction,
                SdgTargets = parsed.GetValue(sdg)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? stored.SdgTargets,
                PlanAlignment = parsed.GetValue(alignment) ?? stored.PlanAlignment,
                Objective = parsed.GetValue(objective) ?? stored.Objective,
                Municipality = parsed.GetValue(municipality) ?? stored.Municipality,
                Locality = parsed.GetValue(locality) ?? stored.Locality,
                BeneficiaryType = Word(PlanWords.BeneficiaryTypes, parsed.GetValue(beneficiaries), stored.BeneficiaryType),
                BeneficiaryAccumulation = Word(PlanWords.BeneficiaryAccumulations, parsed.GetValue(accumulation), stored.BeneficiaryAccumulation),
                PopulationWomen = parsed.GetValue(women) is { } w ? People(w) : stored.PopulationWomen,
                PopulationMen = parsed.GetValue(men) is { } m ? People(m) : stored.PopulationMen,
                Position = parsed.GetValue(position) ?? stored.Position,
            }, Environment.UserName);
        }));
        return command;
    }

    public static Command Indicator(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named("INDICADOR", "INDICATOR", "Unidad, clave y número, como 06/A008/1.", "Unit, key and number, as 06/A008/1.");
        var fields = new IndicatorFields(terminal, options);
        var command = options.AddTo(new Command("indicator", terminal.Say("Un indicador y su calendario.", "An indicator and its calendar.")) { address });
        fields.AddTo(command);
        command.SetAction(parsed => PlanEditCommands.Edit(terminal, options, parsed, parsed.GetRequiredValue(address), (editor, plan) =>
        {
            var (unit, key, number) = PlanOptions.Address(parsed.GetRequiredValue(address), 3);
            var project = PlanOptions.Project(plan, $"{unit}/{key}");
            var stored = project.Indicators.FirstOrDefault(i => i.Position == number)
                ?? new Indicator { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Position = number, Name = "", UnitOfMeasure = "" };
            return editor.Put(plan.Entity.Code, plan.Year.Year, project.Id, fields.Read(parsed, stored), Environment.UserName);
        }));
        return command;
    }

    /// <summary>A word of a vocabulary, or what is stored when none was typed.</summary>
    /// <exception cref="RuleViolationException"><c>plan.word</c>: it is none of them.</exception>
    public static T Word<T>(Vocabulary<T> words, string? typed, T stored)
        where T : struct, Enum =>
        typed is null ? stored
        : words.TryRead(typed, out var value) ? value
        : throw new RuleViolationException("plan.word", new($"«{typed}» no es ninguno de: {words.Tokens}.", $"«{typed}» is none of: {words.Tokens}."));

    /// <summary>A quantity; null for an empty text.</summary>
    /// <exception cref="RuleViolationException"><c>plan.quantity</c>: it is no figure, or none that can be kept.</exception>
    public static decimal? Quantity(string typed) => Number(typed, 4, new("escríbala como 1250 o 12.5, con cuatro decimales como máximo", "write it as 1250 or 12.5, with four decimals at most"));

    /// <summary>A number of people; null for an empty text.</summary>
    /// <exception cref="RuleViolationException"><c>plan.quantity</c>: it is no whole number, or none that can be kept.</exception>
    public static long? People(string typed) => (long?)Number(typed, 0, new("escriba un número entero de personas, como 1250", "write a whole number of people, as 1250"));

    private static decimal? Number(string typed, int decimals, LocalizedText remedy) =>
        typed.Length == 0 || typed == "-" ? null
        : Figure.TryRead(typed, out var value) && decimal.Round(value, decimals) == value && Math.Abs(value) < 1_000_000_000_000m ? value
        : throw new RuleViolationException("plan.quantity", new($"«{typed}» no es una cantidad que sirva aquí; {remedy.Spanish}.", $"«{typed}» is no quantity that will do here; {remedy.English}."));

    /// <summary>The options of an indicator, one for each field.</summary>
    private sealed class IndicatorFields(Terminal terminal, PlanOptions options)
    {
        private readonly Option<string?> _name = options.Text("--name", "Nombre.", "Name.");
        private readonly Option<string?> _unit = options.Text("--unit-of-measure", "Lo que se cuenta, como Acción.", "What is counted, as Acción.");
        private readonly Option<string?> _objective = options.Text("--objective", "Objetivo que mide.", "Objective that it measures.");
        private readonly Option<string?> _level = options.Text("--level", "Nivel de la matriz.", "Level of the framework.", PlanWords.Levels.Tokens);
        private readonly Option<string?> _dimension = options.Text("--dimension", "Dimensión.", "Dimension.", PlanWords.Dimensions.Tokens);
        private readonly Option<string?> _type = options.Text("--type", "Tipo.", "Type.", PlanWords.Types.Tokens);
        private readonly Option<string?> _frequency = options.Text("--frequency", "Frecuencia de medición: mensual, trimestral, anual…", "Frequency of measurement: monthly, quarterly, yearly…", terminal.Say("frecuencia", "frequency"));
        private readonly Option<string?> _direction = options.Text("--direction", "Sentido; cambia la fórmula a la usual si no se indica.", "Direction; changes the formula to the usual one unless given.", PlanWords.Directions.Tokens);
        private readonly Option<string?> _formula = options.Text("--formula", "Fórmula de cumplimiento.", "Formula of fulfilment.", PlanWords.Formulas.Tokens);
        private readonly Option<string?> _accumulation = options.Text("--accumulation", "Cómo hacen el año los meses.", "How the months make the year.", PlanWords.Accumulations.Tokens);
        private readonly Option<string?> _bands = options.Text("--bands", "Semáforo: simetrico, cinco-bandas, minimo, o propio como 90-110/70-130.", "Traffic light: simetrico, cinco-bandas, minimo, or own as 90-110/70-130.", terminal.Say("bandas", "bands"));
        private readonly Option<string?> _baseline = options.Text("--baseline", "Línea base; vacío para ninguna.", "Baseline; empty for none.", "n");
        private readonly Option<string?> _numerator = options.Text("--numerator", "Variable del numerador.", "Variable of the numerator.");
        private readonly Option<string?> _denominator = options.Text("--denominator", "Variable del denominador.", "Variable of the denominator.");
        private readonly Option<string?> _verification = options.Text("--verification", "Medio de verificación.", "Means of verification.");
        private readonly Option<string?> _assumptions = options.Text("--assumptions", "Supuestos.", "Assumptions.");
        private readonly Option<string?> _annual = options.Text("--annual", "Meta anual; vacío para ninguna.", "Annual target; empty for none.", "n");
        private readonly Option<string?> _calendar = options.Text("--calendar", "Doce cantidades, de enero a diciembre, con - donde no hay: «- - 3 - - 3 - - 3 - - 3».", "Twelve quantities, January to December, with - where there is none: «- - 3 - - 3 - - 3 - - 3».", terminal.Say("12 cantidades", "12 quantities"));

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _name, _unit, _objective, _level, _dimension, _type, _frequency, _direction, _formula, _accumulation, _bands, _baseline, _numerator, _denominator, _verification, _assumptions, _annual, _calendar })
            {
                command.Options.Add(option);
            }
        }

        public Indicator Read(ParseResult parsed, Indicator stored)
        {
            var direction = Word(PlanWords.Directions, parsed.GetValue(_direction), stored.Direction);
            var formula = direction == stored.Direction || Fulfilment.Suits(stored.Formula, direction) ? stored.Formula : Fulfilment.Usual(direction);
            return stored with
            {
                Name = parsed.GetValue(_name) ?? stored.Name,
                UnitOfMeasure = parsed.GetValue(_unit) ?? stored.UnitOfMeasure,
                Objective = parsed.GetValue(_objective) ?? stored.Objective,
                Level = Word(PlanWords.Levels, parsed.GetValue(_level), stored.Level),
                Dimension = Word(PlanWords.Dimensions, parsed.GetValue(_dimension), stored.Dimension),
                Type = Word(PlanWords.Types, parsed.GetValue(_type), stored.Type),
                Frequency = Word(PlanWords.Frequencies, parsed.GetValue(_frequency), stored.Frequency),
                Direction = direction,
                Formula = Word(PlanWords.Formulas, parsed.GetValue(_formula), formula),
                Accumulation = Word(PlanWords.Accumulations, parsed.GetValue(_accumulation), stored.Accumulation),
                Bands = parsed.GetValue(_bands) is { } bands ? Bands(bands) : stored.Bands,
                Baseline = parsed.GetValue(_baseline) is { } baseline ? Quantity(baseline) : stored.Baseline,
                Numerator = parsed.GetValue(_numerator) ?? stored.Numerator,
                Denominator = parsed.GetValue(_denominator) ?? stored.Denominator,
                MeansOfVerification = parsed.GetValue(_verification) ?? stored.MeansOfVerification,
                Assumptions = parsed.GetValue(_assumptions) ?? stored.Assumptions,
                AnnualTarget = parsed.GetValue(_annual) is { } annual ? Quantity(annual) : stored.AnnualTarget,
                Calendar = parsed.GetValue(_calendar) is { } calendar ? Calendar(calendar) : stored.Calendar,
            };
        }

        private static ThresholdSet Bands(string typed) => ThresholdSet.TryParse(typed, out var set) ? set : throw new RuleViolationException("plan.bands", new(
            $"«{typed}» no es un semáforo; use simetrico, cinco-bandas, minimo, o verde/amarillo como 90-110/70-130.",
            $"«{typed}» is no traffic light; use simetrico, cinco-bandas, minimo, or green/yellow as 90-110/70-130."));

        private static decimal?[] Calendar(string typed)
        {
            var months = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return months.Length == 12 ? [.. months.Select(Quantity)] : throw new RuleViolationException("plan.calendar", new(
                string.Create(CultureInfo.InvariantCulture, $"El calendario tiene {months.Length} cantidades; escriba doce, con - donde no hay."),
                string.Create(CultureInfo.InvariantCulture, $"The calendar has {months.Length} quantities; write twelve, with - where there is none.")));
        }
    }
}
