using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;

namespace Avance.Web.Planning;

/// <summary>The form of an indicator, with its calendar.</summary>
internal static class IndicatorForm
{
    public static readonly Field Level = new("nivel", new("Nivel de la matriz", "Level of the framework"));
    public static readonly Field Objective = new("objetivo", new("Objetivo que mide", "Objective that it measures"));
    public static readonly Field Name = new("nombre", new("Nombre del indicador", "Name of the indicator"), new("Como se imprime en el informe.", "As the report prints it."));
    public static readonly Field UnitOfMeasure = new("unidad-medida", new("Unidad de medida", "Unit of measure"), new("Lo que se cuenta: Acción, Curso, Persona. Escríbala siempre igual.", "What is counted: Acción, Curso, Persona. Write it always the same."));
    public static readonly Field Numerator = new("numerador", new("Numerador", "Numerator"));
    public static readonly Field Denominator = new("denominador", new("Denominador", "Denominator"));
    public static readonly Field Dimension = new("dimension", new("Dimensión", "Dimension"));
    public static readonly Field Type = new("tipo", new("Tipo", "Type"));
    public static readonly Field Frequency = new("frecuencia", new("Frecuencia de medición", "Frequency of measurement"));
    public static readonly Field Direction = new("sentido", new("Sentido", "Direction"));
    public static readonly Field Formula = new("formula", new("Fórmula de cumplimiento", "Formula of fulfilment"));
    public static readonly Field Accumulation = new("acumulacion", new("Acumulación", "Accumulation"), new("Cómo hacen el año los meses.", "How the months make the year."));
    public static readonly Field Baseline = new("linea-base", new("Línea base", "Baseline"));
    public static readonly Field Bands = new("semaforo", new("Semáforo", "Traffic light"), new("simetrico, cinco-bandas, minimo, o verde/amarillo propios como 90-110/70-130.", "simetrico, cinco-bandas, minimo, or green/yellow of your own as 90-110/70-130."));
    public static readonly Field Annual = new("meta-anual", new("Meta anual", "Annual target"));
    public static readonly Field Calendar = new("calendario", new("Calendario de la meta", "Calendar of the target"), new("En blanco donde no se programa nada; si se acumula, los meses suman la meta anual.", "Blank where nothing is programmed; when it is cumulative, the months add up to the annual target."));
    public static readonly Field Verification = new("medio-verificacion", new("Medio de verificación", "Means of verification"));
    public static readonly Field Assumptions = new("supuestos", new("Supuestos", "Assumptions"));

    /// <summary>Carries which project it belongs to.</summary>
    public static readonly Field Project = new("proyecto", new("Proyecto", "Project"));

    public static IReadOnlyList<Field> All { get; } =
        [Level, Objective, Name, UnitOfMeasure, Numerator, Denominator, Dimension, Type, Frequency, Direction, Formula, Accumulation, Baseline, Bands, Annual, Calendar, Verification, Assumptions];

    public static Form Of(Site site, Guid project, Indicator i) => new Form(site).With(Project, project.ToString())
        .With(Level, PlanWords.Levels.Token(i.Level)).With(Objective, i.Objective).With(Name, i.Name).With(UnitOfMeasure, i.UnitOfMeasure)
        .With(Numerator, i.Numerator).With(Denominator, i.Denominator).With(Dimension, PlanWords.Dimensions.Token(i.Dimension))
        .With(Type, PlanWords.Types.Token(i.Type)).With(Frequency, PlanWords.Frequencies.Token(i.Frequency))
        .With(Direction, PlanWords.Directions.Token(i.Direction)).With(Formula, PlanWords.Formulas.Token(i.Formula))
        .With(Accumulation, PlanWords.Accumulations.Token(i.Accumulation)).With(Baseline, i.Baseline).With(Bands, i.Bands.Scheme)
        .With(Annual, i.AnnualTarget).With(Calendar, i.Calendar).With(Verification, i.MeansOfVerification).With(Assumptions, i.Assumptions).WithId(i.Id).WithVersion(i.Version);

    public static Indicator Read(Form form, Indicator stored)
    {
        var read = stored with
        {
            Id = form.Id(),
            Name = ProjectForm.Line(form.Text(Name, 500)),
            UnitOfMeasure = form.Text(UnitOfMeasure, 100),
            Level = PlanForms.Word(form, Level, PlanWords.Levels),
            Objective = ProjectForm.Line(form.Text(Objective, 2000, required: false)),
            AnnualTarget = form.Quantity(Annual, required: false),
            Calendar = form.Quantities(Calendar),
            Numerator = form.Text(Numerator, 500, required: false),
            Denominator = form.Text(Denominator, 500, required: false),
            Dimension = PlanForms.Word(form, Dimension, PlanWords.Dimensions),
            Type = PlanForms.Word(form, Type, PlanWords.Types),
            Frequency = PlanForms.Word(form, Frequency, PlanWords.Frequencies),
            Direction = PlanForms.Word(form, Direction, PlanWords.Directions),
            Formula = PlanForms.Word(form, Formula, PlanWords.Formulas),
            Accumulation = PlanForms.Word(form, Accumulation, PlanWords.Accumulations),
            Baseline = form.Quantity(Baseline, required: false, allowNegative: true),
            MeansOfVerification = ProjectForm.Line(form.Text(Verification, 1000, required: false)),
            Assumptions = ProjectForm.Line(form.Text(Assumptions, 1000, required: false)),
            Position = 0,
            Version = form.Version(),
        };
        if (ThresholdSet.TryParse(form.Text(Bands, 60), out var bands))
        {
            return read with { Bands = bands };
        }

        if (form.ErrorOf(Bands) is null)
        {
            form.Refuse(Bands, new("Semáforo: escriba simetrico, cinco-bandas, minimo, o verde/amarillo como 90-110/70-130.", "Traffic light: write simetrico, cinco-bandas, minimo, or green/yellow as 90-110/70-130."));
        }

        return read;
    }
}
