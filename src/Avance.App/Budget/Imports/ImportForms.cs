namespace Avance.App.Budget.Imports;

/// <summary>Every kind of table that can be imported, with its data.</summary>
public static class ImportForms
{
    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

    /// <summary>All kinds, in the order in which an office fills them.</summary>
    public static IReadOnlyList<ImportForm> All { get; } =
    [
        new(ImportKind.Units, "unidades", new("Unidades responsables", "Responsible units"),
        [
            Needed("clave", "Clave de la unidad, como en la clave presupuestaria", "The unit's code, as in budget keys"),
            Needed("nombre", "Nombre", "Name"),
            Text("depende_de", "Clave de la unidad de la que depende", "Code of the unit above it"),
        ]),
        new(ImportKind.Programmes, "programas", new("Programas presupuestarios", "Budget programmes"),
        [
            Needed("clave", "Clave del programa", "The programme's code"),
            Needed("nombre", "Nombre", "Name"),
        ]),
        new(ImportKind.Projects, "proyectos", new("Proyectos", "Projects"),
        [
            Of("orden", ImportFieldType.Count, "Lugar en el orden impreso", "Place in the printed order"),
            Needed("unidad", "Clave de la unidad responsable", "Code of the responsible unit"),
            Needed("clave", "Clave impresa del proyecto", "The project's printed key"),
            Needed("nombre", "Nombre", "Name"),
            Text("programa", "Clave del programa presupuestario", "Code of the budget programme"),
            Text("tipo", "corriente o inversion", "corriente (current) or inversion (investment)"),
            Text("subfuncion", "Clasificación funcional a tercer nivel: 1.3.6", "Functional classification, third level: 1.3.6"),
            Text("ods", "Metas de los ODS separadas por espacios, primero la principal", "SDG targets parted by spaces, the primary one first"),
            Text("alineacion", "Objetivo del plan al que contribuye", "Objective of the plan that it serves"),
            Text("objetivo", "Para qué es", "What it is for"),
            Text("municipio", "Municipio o cobertura", "Municipality or coverage"),
            Text("localidad", "Localidad o cobertura", "Locality or coverage"),
            Text("tipo_beneficiario", "interno o externo", "interno (internal) or externo (external)"),
            Text("acumulacion_beneficiarios", "ultimo, suma o maximo: cómo hacen los trimestres el año", "ultimo (last), suma (sum) or maximo (maximum): how quarters make the year"),
            Of("poblacion_mujeres", ImportFieldType.Count, "Mujeres que se propone atender", "Women that it means to serve"),
            Of("poblacion_hombres", ImportFieldType.Count, "Hombres que se propone atender", "Men that it means to serve"),
        ]),
        new(ImportKind.Indicators, "indicadores", new("Indicadores y su calendario", "Indicators and their calendar"),
        [
            .. Project,
            Of("orden", ImportFieldType.Count, "Lugar dentro del proyecto", "Place within the project"),
            Text("nivel", "fin, proposito, componente o actividad", "fin, proposito, componente or actividad"),
            Text("objetivo", "Resumen narrativo", "Narrative summary"),
            Needed("nombre", "Nombre del indicador", "The indicator's name"),
            Needed("unidad_medida", "Unidad de medida", "Unit of measure"),
            Text("dimension", "eficacia, eficiencia, calidad o economia", "eficacia, eficiencia, calidad or economia"),
            Text("tipo", "estrategico o gestion", "estrategico or gestion"),
            Text("frecuencia", "mensual, trimestral, semestral, anual…", "mensual, trimestral, semestral, anual…"),
            Text("sentido", "ascendente o descendente", "ascendente or descendente"),
            Of("linea_base", ImportFieldType.Quantity, "Línea base", "Baseline"),
            Text("numerador", "Numerador", "Numerator"),
            Text("denominador", "Denominador", "Denominator"),
            Text("acumulacion", "Cómo se suman los meses", "How the months add up"),
            Text("formula", "Cómo se mide el cumplimiento", "How fulfilment is measured"),
            Text("medio_verificacion", "Medio de verificación", "Means of verification"),
            Text("supuestos", "Supuestos", "Assumptions"),
            .. Calendar(ImportFieldType.Quantity, "Meta de", "Target of"),
        ]),
        new(ImportKind.ApprovedBudget, "aprobado", new("Presupuesto aprobado", "Approved budget"),
        [
            .. Document,
            Text("autoridad", "Decreto o acuerdo que lo aprueba", "Decree or agreement that approves it"),
            Key,
            .. Calendar(ImportFieldType.Amount, "Aprobado de", "Approved for"),
        ]),
        new(ImportKind.Amendments, "adecuaciones", new("Adecuaciones", "Amendments"),
        [
            Needed("folio", "Folio de la adecuación", "The amendment's folio"),
            Needed("tipo", "ampliacion, reduccion, traspaso, recalendarizacion, reclasificacion o cierre", "ampliacion, reduccion, traspaso, recalendarizacion, reclasificacion or cierre"),
            Text("alcance", "interna o externa", "interna or externa"),
            Of("fecha", ImportFieldType.Day, "Fecha en que surte efecto", "Day on which it takes effect", true),
            Text("unidad", "Unidad que la solicita", "Unit that asks for it"),
            Text("acuerdo", "Número del acuerdo", "Number of the agreement"),
            Text("oficio", "Número del oficio", "Number of the official letter"),
            Text("fundamento", "Fundamento legal", "Legal basis"),
            Text("origen_ingreso", "De dónde sale el dinero de una ampliación", "Where the money of an increase comes from"),
            Text("autorizacion_especial", "Quién autoriza mover servicios personales u otro gasto protegido", "Who lets personal services or other protected spending move"),
            Text("justificacion", "Por qué", "Why"),
            Text("sin_cambio_de_metas", "Por qué no cambian las metas", "Why targets do not change"),
            Of("clave_presupuestaria", ImportFieldType.Key, "Línea que cambia", "Line that changes"),
            Of("mes", ImportFieldType.Month, "Mes del calendario que cambia", "Month of the calendar that changes"),
            Of("importe", ImportFieldType.Amount, "Cuánto, con signo", "How much, with its sign"),
            Text("unidad_meta", "Unidad del proyecto cuya meta cambia", "Unit of the project whose target changes"),
            Text("proyecto_meta", "Proyecto cuya meta cambia", "Project whose target changes"),
            Of("indicador_meta", ImportFieldType.Count, "Lugar del indicador en su proyecto", "The indicator's place within its project"),
            Of("mes_meta", ImportFieldType.Month, "Mes de la meta que cambia", "Month of the target that changes"),
            Of("cantidad_meta", ImportFieldType.Quantity, "Cuánto cambia la meta, con signo", "How much the target changes, with its sign"),
        ]),
        new(ImportKind.Postings, "movimientos", new("Movimientos contables", "Entries of the accounts"),
        [
            .. Document,
            Text("descripcion", "De qué se trata", "What it is about"),
            Key,
            Of("mes", ImportFieldType.Month, "Mes del calendario; el de la fecha si se omite", "Month of the calendar; that of the date when left out"),
            Needed("momento", "comprometido, devengado, ejercido o pagado; varios unidos con + asientan en todos", "comprometido (committed), devengado (accrued), ejercido (payment ordered) or pagado (paid); several joined by + post to all"),
            Of("importe", ImportFieldType.Amount, "Importe; negativo solo para deshacer", "Amount; negative only to undo", true),
        ]),
        new(ImportKind.Achieved, "alcanzado", new("Metas alcanzadas", "Targets achieved"),
        [
            .. Document, .. Project,
            Of("indicador", ImportFieldType.Count, "Lugar del indicador en su proyecto", "The indicator's place within its project", true),
            Of("mes", ImportFieldType.Month, "Mes", "Month", true),
            Of("cantidad", ImportFieldType.Quantity, "Unidades alcanzadas", "Units achieved", true),
        ]),
        new(ImportKind.Beneficiaries, "beneficiarios", new("Población atendida", "People served"),
        [
            .. Document, .. Project,
            Of("trimestre", ImportFieldType.Count, "Trimestre, de 1 a 4", "Quarter, 1 to 4", true),
            Of("mujeres", ImportFieldType.Count, "Mujeres", "Women"),
            Of("hombres", ImportFieldType.Count, "Hombres", "Men"),
            Of("personas", ImportFieldType.Count, "Mujeres y hombres", "Women and men"),
        ]),
        new(ImportKind.Explanations, "justificaciones", new("Justificaciones", "Explanations"),
        [
            .. Document, .. Project,
            Of("trimestre", ImportFieldType.Count, "Trimestre, de 1 a 4", "Quarter, 1 to 4", true),
            Text("nombre", "Nombre del proyecto como se imprime en la justificación", "The project's name as the explanation prints it"),
            Needed("texto", "La justificación", "The explanation"),
        ]),
        FiguresForm.Form,
    ];

    /// <summary>A kind's form.</summary>
    public static ImportForm Of(ImportKind kind) => All[(int)kind];

    /// <summary>The form of a name: <c>movimientos</c>; null when there is none.</summary>
    public static ImportForm? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    private static ImportField Key => Of("clave_presupuestaria", ImportFieldType.Key, "Clave presupuestaria", "Budget key", true);

    private static ImportField[] Document =>
    [
        Needed("documento", "Número del documento en su sistema: enviado dos veces se registra una", "The document's number in its system: sent twice, it is posted once"),
        Of("fecha", ImportFieldType.Day, "Fecha desde la que cuenta", "Day from which it counts", true),
    ];

    private static ImportField[] Project =>
    [
        Needed("unidad", "Clave de la unidad responsable", "Code of the responsible unit"),
        Needed("proyecto", "Clave impresa del proyecto", "The project's printed key"),
    ];

    private static IEnumerable<ImportField> Calendar(ImportFieldType type, string spanish, string english) =>
        Months.Select(month => Of(month, type, $"{spanish} {month}", $"{english} {month}"));

    private static ImportField Needed(string name, string spanish, string english) => Of(name, ImportFieldType.Text, spanish, english, true);

    private static ImportField Text(string name, string spanish, string english) => Of(name, ImportFieldType.Text, spanish, english);

    private static ImportField Of(string name, ImportFieldType type, string spanish, string english, bool isRequired = false) =>
        new(name, type, isRequired, new(spanish, english));
}
