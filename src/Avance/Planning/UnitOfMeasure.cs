namespace Avance.Planning;

/// <summary>Units in which targets are counted. An office's list is what its plan uses.</summary>
public static class UnitOfMeasure
{
    /// <summary>Units that come whole, folded and in singular: there is no half meeting. Of others nothing is known.</summary>
    public static IReadOnlySet<string> CountedWhole { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "accion", "actividad", "acta", "acuerdo", "alumno", "apoyo", "asamblea", "asesoria", "asistencia", "auditoria",
        "beca", "beneficiario", "boletin", "campana", "capacitacion", "casilla", "certificado", "constancia", "consulta",
        "contrato", "convenio", "credencial", "curso", "dictamen", "diplomado", "documento", "ejemplar", "encuesta", "equipo",
        "estudio", "evaluacion", "evento", "expediente", "foro", "gestion", "informe", "inspeccion", "libro", "manual",
        "nota", "obra", "oficio", "paquete", "persona", "plan", "plataforma", "producto", "programa", "promocional",
        "proyecto", "publicacion", "reporte", "resolucion", "reunion", "servicio", "sesion", "sistema", "solicitud",
        "supervision", "taller", "tramite", "vehiculo", "verificacion", "visita", "vivienda",
    };

    /// <summary>Whether a unit, in singular or plural, is one of those counted whole.</summary>
    public static bool IsWhole(string unit, IReadOnlySet<string> wholeUnits)
    {
        ArgumentNullException.ThrowIfNull(wholeUnits);
        var folded = FoldedText.Fold(unit);
        return wholeUnits.Contains(folded)
            || (folded.EndsWith('s') && wholeUnits.Contains(folded[..^1]))
            || (folded.EndsWith("es", StringComparison.Ordinal) && wholeUnits.Contains(folded[..^2]));
    }

    /// <summary>
    /// What two spellings of the same unit have in common: case, accents, spaces and the plural forgotten, word by word.
    /// «Acciones realizadas» and «acción realizada» have the same stem.
    /// </summary>
    public static string Stem(string unit)
    {
        var words = FoldedText.Fold(unit).Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var singular = words[i].Length > 3 ? words[i].TrimEnd('s') : words[i];
            words[i] = singular.Length > 3 ? singular.TrimEnd('e') : singular;
        }

        return string.Join(' ', words);
    }
}
