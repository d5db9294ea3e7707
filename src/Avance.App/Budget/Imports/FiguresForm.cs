namespace Avance.App.Budget.Imports;

/// <summary>The data of a third party's table of figures: what a row is about, and a column for each stage.</summary>
internal static class FiguresForm
{
    public static ImportForm Form { get; } = new(ImportKind.Figures, "cifras", new("Cifras de terceros", "Third-party figures"),
    [
        Of("clave_presupuestaria", ImportFieldType.Key, "Clave de la línea; varias columnas se unen con guiones", "The line's key; several columns are joined by hyphens", true),
        Of("corte", ImportFieldType.Text, "Corte al que corresponden las cifras: 2016-T1", "Cut-off that the figures belong to: 2016-T1"),
        Of("fecha", ImportFieldType.Day, "Fecha del corte; el fin del ejercicio si se omite", "Day of the cut-off; the end of the year when left out"),
        Of("mes", ImportFieldType.Month, "Mes del calendario en que se asientan; el de la fecha si se omite", "Month of the calendar in which they are posted; that of the date when left out"),
        Of("aprobado", ImportFieldType.Amount, "Aprobado", "Approved"),
        Of("modificado", ImportFieldType.Amount, "Modificado", "Revised"),
        Of("comprometido", ImportFieldType.Amount, "Comprometido", "Committed"),
        Of("devengado", ImportFieldType.Amount, "Devengado", "Accrued"),
        Of("ejercido", ImportFieldType.Amount, "Ejercido", "Payment ordered"),
        Of("pagado", ImportFieldType.Amount, "Pagado", "Paid"),
        Of("unidad", ImportFieldType.Text, "Clave de la unidad responsable", "Code of the responsible unit"),
        Of("unidad_nombre", ImportFieldType.Text, "Nombre de la unidad; sin clave, sirve para darle una", "The unit's name; without a code, one is given to it"),
        Of("unidad_padre", ImportFieldType.Text, "Clave de la unidad de la que depende", "Code of the unit above it"),
        Of("unidad_padre_nombre", ImportFieldType.Text, "Nombre de la unidad de la que depende", "Name of the unit above it"),
        Of("programa", ImportFieldType.Text, "Clave del programa", "The programme's code"),
        Of("programa_nombre", ImportFieldType.Text, "Nombre del programa", "The programme's name"),
        Of("proyecto", ImportFieldType.Text, "Clave del proyecto", "The project's key"),
        Of("proyecto_nombre", ImportFieldType.Text, "Nombre del proyecto", "The project's name"),
        Of("tipo", ImportFieldType.Text, "corriente o inversion", "corriente (current) or inversion (investment)"),
        Of("subfuncion", ImportFieldType.Text, "Clasificación funcional a tercer nivel", "Functional classification, third level"),
        Of("municipio", ImportFieldType.Text, "Municipio o cobertura", "Municipality or coverage"),
        Of("localidad", ImportFieldType.Text, "Localidad o cobertura", "Locality or coverage"),
        Of("poblacion", ImportFieldType.Count, "Población beneficiada", "People served"),
        Of("unidad_medida", ImportFieldType.Text, "Unidad de medida del avance físico", "Unit of measure of physical progress"),
        Of("avance_fisico", ImportFieldType.Quantity, "Avance físico como se reporta, en por ciento", "Physical progress as reported, in per cent"),
        Of("observaciones", ImportFieldType.Text, "Observaciones", "Observations"),
    ]);

    private static ImportField Of(string name, ImportFieldType type, string spanish, string english, bool isRequired = false) =>
        new(name, type, isRequired, new(spanish, english));
}
