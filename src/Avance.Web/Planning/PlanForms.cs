using Avance.Catalogs;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;

namespace Avance.Web.Planning;

/// <summary>What the forms of the plan have in common: choices, and the place of each problem.</summary>
internal static class PlanForms
{
    /// <summary>Puts each problem that blocks saving beside its field. Returns whether there was one.</summary>
    public static bool Refuse(Form form, IReadOnlyList<PlanProblem> problems, params IReadOnlyList<Field> fields)
    {
        foreach (var problem in problems.Where(p => p.BlocksSaving))
        {
            var text = new LocalizedText($"{problem.Message.Spanish} {problem.Remedy.Spanish}", $"{problem.Message.English} {problem.Remedy.English}");
            if (FieldOf(problem.Field, fields) is { } field)
            {
                form.Refuse(field, text);
            }
            else
            {
                form.Refuse(text);
            }
        }

        return !form.IsValid;
    }

    /// <summary>
    /// The form as it would be made now from what is on record; where the row was taken out, a blank one that is at no version,
    /// so that to send it again is to add the row again.
    /// </summary>
    public static Form Theirs<T>(Site site, T? row, Func<Site, T, Form> make)
        where T : class => row is null ? new Form(site).WithVersion(0) : make(site, row);

    /// <summary>The choices of a vocabulary.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>(Site site, Vocabulary<T> words)
        where T : struct, Enum => words.Words.Select(word => (word.Token, site.Text(word.Text)));

    /// <summary>The units of a plan, indented as a tree.</summary>
    public static IEnumerable<(string Value, string Text)> Units(AnnualPlan plan) =>
        plan.UnitTree().Select(node => (node.Unit.Code, $"{string.Concat(Enumerable.Repeat("— ", node.Depth))}{node.Unit.Code} {node.Unit.Name}"));

    /// <summary>The programmes of a plan.</summary>
    public static IEnumerable<(string Value, string Text)> Programmes(AnnualPlan plan) => plan.Programmes.Select(p => (p.Code, $"{p.Code} {p.Name}"));

    /// <summary>Every subfunction.</summary>
    public static IEnumerable<(string Value, string Text)> Subfunctions() =>
        Classifications.Functional.Codes.Where(code => code.Level == 3).Select(code => (code.Code, $"{code.Code} {code.Name}"));

    /// <summary>A chosen word's value.</summary>
    public static T Word<T>(Form form, Field field, Vocabulary<T> words)
        where T : struct, Enum
    {
        _ = words.TryRead(form.Choice(field, words.Words.Select(word => word.Token)), out var value);
        return value;
    }

    private static Field? FieldOf(string name, IReadOnlyList<Field> fields)
    {
        for (var month = 1; month <= 12; month++)
        {
            if (name == MonthName.Abbreviation(month).Spanish)
            {
                return IndicatorForm.Calendar.Month(month);
            }
        }

        var id = name.Replace('_', '-');
        return fields.FirstOrDefault(field => field.Name == id);
    }
}

/// <summary>The form of a responsible unit.</summary>
internal static class UnitForm
{
    public static readonly Field Code = new("clave", new("Clave", "Code"), new("Como está en la clave presupuestaria: 06. No cambia después.", "As in the budget key: 06. It does not change later."));
    public static readonly Field Name = new("nombre", new("Nombre", "Name"));
    public static readonly Field Parent = new("depende-de", new("Depende de", "Belongs to"));
    public static readonly Field Position = new("lugar", new("Lugar en el orden del ente", "Place in the office's order"), new("Un número desde 1; en blanco va al final.", "A number from 1; blank goes last."));

    public static Form Of(Site site, ResponsibleUnit unit) => new Form(site)
        .With(Code, unit.Code).With(Name, unit.Name).With(Parent, unit.Parent).With(Position, unit.Position > 0 ? unit.Position : (long?)null).WithVersion(unit.Version);

    public static ResponsibleUnit Read(Form form, string? code)
    {
        var parent = form.Text(Parent, 24, required: false);
        return new(code ?? form.Text(Code, 24), form.Text(Name, 500), parent.Length == 0 ? null : parent, (int)(form.Whole(Position, 1, 100_000, required: false) ?? 0)) { Version = form.Version() };
    }
}

/// <summary>The form of a budget programme.</summary>
internal static class ProgrammeForm
{
    public static readonly Field Code = new("clave", new("Clave", "Code"), new("Letra de la modalidad y tres dígitos: R101. No cambia después.", "Letter of the category and three digits: R101. It does not change later."));
    public static readonly Field Name = new("nombre", new("Nombre", "Name"));

    public static Form Of(Site site, BudgetProgramme programme) => new Form(site).With(Code, programme.Code).With(Name, programme.Name).WithVersion(programme.Version);

    public static BudgetProgramme Read(Form form, string? code) => new(code ?? form.Text(Code, 4), form.Text(Name, 500)) { Version = form.Version() };
}

/// <summary>The form of a project.</summary>
internal static class ProjectForm
{
    public static readonly Field Unit = new("unidad", new("Unidad responsable", "Responsible unit"));
    public static readonly Field Key = new("clave", new("Clave del proyecto", "Key of the project"), new("Una letra y tres dígitos, como A008. No se repite dentro de la unidad.", "A letter and three digits, as A008. It does not repeat within the unit."));
    public static readonly Field Name = new("nombre", new("Nombre", "Name"));
    public static readonly Field Programme = new("programa", new("Programa presupuestario", "Budget programme"));
    public static readonly Field Type = new("tipo", new("Tipo de proyecto", "Project type"));
    public static readonly Field Subfunction = new("subfuncion", new("Subfunción", "Subfunction"));
    public static readonly Field Sdg = new("ods", new("Metas ODS", "SDG targets"), new("La principal primero, separadas por espacios: 16.7 5.5", "The primary one first, parted by spaces: 16.7 5.5"));
    public static readonly Field Alignment = new("alineacion", new("Alineación al plan de gobierno", "Alignment to the government's plan"));
    public static readonly Field Objective = new("objetivo", new("Objetivo", "Objective"));
    public static readonly Field Municipality = new("municipio", new("Municipio", "Municipality"), new("Un municipio, o «Cobertura Estatal».", "A municipality, or «Cobertura Estatal»."));
    public static readonly Field Locality = new("localidad", new("Localidad", "Locality"));
    public static readonly Field Beneficiaries = new("tipo-beneficiario", new("A quién sirve", "Whom it serves"));
    public static readonly Field Accumulation = new("acumulacion-beneficiarios", new("Cómo se acumulan los trimestres", "How quarters accumulate"));
    public static readonly Field Women = new("poblacion-mujeres", new("Mujeres", "Women"));
    public static readonly Field Men = new("poblacion-hombres", new("Hombres", "Men"));

    public static IReadOnlyList<Field> All { get; } = [Unit, Key, Name, Programme, Type, Subfunction, Sdg, Alignment, Objective, Municipality, Locality, Beneficiaries, Accumulation, Women, Men];

    public static Form Of(Site site, PlannedProject p) => new Form(site)
        .With(Unit, p.UnitCode).With(Key, p.Key).With(Name, p.Name).With(Programme, p.ProgrammeCode)
        .With(Type, PlanWords.ProjectTypes.Token(p.Type)).With(Subfunction, p.Subfunction).With(Sdg, string.Join(' ', p.SdgTargets))
        .With(Alignment, p.PlanAlignment).With(Objective, p.Objective).With(Municipality, p.Municipality).With(Locality, p.Locality)
        .With(Beneficiaries, PlanWords.BeneficiaryTypes.Token(p.BeneficiaryType)).With(Accumulation, PlanWords.BeneficiaryAccumulations.Token(p.BeneficiaryAccumulation)).With(Women, p.PopulationWomen).With(Men, p.PopulationMen).WithId(p.Id).WithVersion(p.Version);

    public static PlannedProject Read(Form form, AnnualPlan plan, PlannedProject stored) => stored with
    {
        Id = form.Id(),
        UnitCode = form.Choice(Unit, plan.Units.Select(u => u.Code)) ?? "",
        Key = form.Text(Key, 24),
        Name = form.Text(Name, 500),
        ProgrammeCode = form.Choice(Programme, plan.Programmes.Select(p => p.Code), required: false) ?? "",
        Type = PlanForms.Word(form, Type, PlanWords.ProjectTypes),
        Subfunction = form.Choice(Subfunction, PlanForms.Subfunctions().Select(s => s.Value), required: false) ?? "",
        Objective = Line(form.Text(Objective, 2000, required: false)),
        SdgTargets = form.Text(Sdg, 200, required: false).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
        PlanAlignment = Line(form.Text(Alignment, 1000, required: false)),
        Municipality = form.Text(Municipality, 200, required: false),
        Locality = form.Text(Locality, 200, required: false),
        BeneficiaryType = PlanForms.Word(form, Beneficiaries, PlanWords.BeneficiaryTypes),
        BeneficiaryAccumulation = PlanForms.Word(form, Accumulation, PlanWords.BeneficiaryAccumulations),
        PopulationWomen = form.Whole(Women, required: false),
        PopulationMen = form.Whole(Men, required: false),
        Position = 0,
        Version = form.Version(),
    };

    /// <summary>What was typed in a box of several lines, as the one line that is printed.</summary>
    public static string Line(string text) => text.Replace('\n', ' ');
}
