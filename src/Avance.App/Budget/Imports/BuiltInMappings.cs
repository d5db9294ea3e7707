namespace Avance.App.Budget.Imports;

/// <summary>Mappings that every office has: the product's own files, and open data that others publish.</summary>
public static class BuiltInMappings
{
    private static readonly IReadOnlyList<string> FederalKey =
    [
        "id_ramo", "id_ur", "gpo_funcional", "id_funcion", "id_subfuncion", "id_ai", "id_modalidad", "id_pp", "id_partida_especifica", "id_tipogasto", "id_ff", "id_entidad_federativa", "id_clave_cartera",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImportMapping> All { get; } = [.. ImportForms.All.Where(f => f.Kind != ImportKind.Figures).Select(Own), Pef(), Sfu()];

    /// <summary>The mapping of a name; null when it is no built-in one.</summary>
    public static ImportMapping? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    private static ImportMapping Own(ImportForm form) => new()
    {
        Name = form.Code,
        Kind = form.Kind,
        Description = $"Archivo propio {form.Code}.csv",
        Fields = form.Fields.ToDictionary(f => f.Name, f => FieldSource.Of(f.Name)),
    };

    private static ImportMapping Pef() => new()
    {
        Name = "pef",
        Kind = ImportKind.Figures,
        Description = "Presupuesto de Egresos de la Federación, datos abiertos con 39 columnas",
        ThirdParty = true,
        Fields = new Dictionary<string, FieldSource>
        {
            ["clave_presupuestaria"] = FieldSource.Of(FederalKey),
            ["corte"] = FieldSource.Of("ciclo"),
            ["aprobado"] = FieldSource.Of("monto_aprobado"),
            ["modificado"] = FieldSource.Of("monto_modificado"),
            ["devengado"] = FieldSource.Of("monto_devengado"),
            ["ejercido"] = FieldSource.Of("monto_ejercido"),
            ["pagado"] = FieldSource.Of("monto_pagado"),
            ["unidad"] = FieldSource.Of("id_ramo", "id_ur"),
            ["unidad_nombre"] = FieldSource.Of("desc_ur"),
            ["unidad_padre"] = FieldSource.Of("id_ramo"),
            ["unidad_padre_nombre"] = FieldSource.Of("desc_ramo"),
            ["programa"] = FieldSource.Of("id_ramo", "id_modalidad", "id_pp"),
            ["programa_nombre"] = FieldSource.Of("desc_pp"),
            ["proyecto"] = FieldSource.Of("id_modalidad", "id_pp"),
            ["proyecto_nombre"] = FieldSource.Of("desc_pp"),
        },
    };

    private static ImportMapping Sfu() => new()
    {
        Name = "sfu",
        Kind = ImportKind.Figures,
        Description = "Sistema de Formato Único: proyectos con recursos federales transferidos, primer trimestre de 2016",
        ThirdParty = true,
        SkipTotals = true,
        Fields = new Dictionary<string, FieldSource>
        {
            ["clave_presupuestaria"] = FieldSource.Of("Clave del Proyecto"),
            ["corte"] = FieldSource.Always("2016-T1"),
            ["fecha"] = FieldSource.Always("31/03/2016"),
            ["aprobado"] = FieldSource.Of("Presupuesto"),
            ["modificado"] = FieldSource.Of("Modificado"),
            ["comprometido"] = FieldSource.Of("Comprometido"),
            ["devengado"] = FieldSource.Of("Devengado"),
            ["ejercido"] = FieldSource.Of("Ejercido"),
            ["pagado"] = FieldSource.Of("Pagado"),
            ["unidad_nombre"] = FieldSource.Of("Institución Ejecutora"),
            ["programa_nombre"] = FieldSource.Of("Programa Fondo Convenio"),
            ["proyecto"] = FieldSource.Of("Clave del Proyecto"),
            ["proyecto_nombre"] = FieldSource.Of("Nombre del Proyecto"),
            ["tipo"] = FieldSource.Always("inversion"),
            ["municipio"] = FieldSource.Of("Municipio"),
            ["localidad"] = FieldSource.Of("Localidad"),
            ["poblacion"] = FieldSource.Of("Población"),
            ["unidad_medida"] = FieldSource.Of("Unidad de Medida"),
            ["avance_fisico"] = FieldSource.Of("% Avance Acumulado"),
            ["observaciones"] = FieldSource.Of("Observaciones"),
        },
    };
}
