namespace Avance.Findings.Rules;

/// <summary>
/// The rules of the catalogue that check nothing in a report that was read: some wait for data that published reports do
/// not carry, and say which; others are enforced by reading itself, or by what the program lets an office do.
/// </summary>
internal static class RulesWithoutCheck
{
    public static Rule Avp006 { get; } = new DescribedRule(
        "AVP-006", Severity.Error, RuleApplication.Ledger,
        title: new("Momentos contables incongruentes", "Inconsistent accounting stages"),
        condition: new("El comprometido rebasa el modificado, o el devengado el comprometido, o el ejercido el devengado, o el pagado el ejercido.", "Committed exceeds revised, or accrued exceeds committed, or payment ordered exceeds accrued, or paid exceeds payment ordered."),
        remedy: new("Corrija el momento contable mal registrado con una póliza.", "Correct the stage that was recorded wrongly with an entry."),
        reason: new("Cada momento del gasto antecede al siguiente (LGCG, arts. 4 y 38).", "Each stage of spending comes before the next (LGCG arts. 4 and 38)."),
        kept: new("El libro rechaza el documento que la incumpliría; las cifras de terceros se registran con un aviso.", "The ledger refuses a document that would break it; figures of third parties are recorded with a warning."));

    public static Rule Avp007 { get; } = new DescribedRule(
        "AVP-007", Severity.Error, RuleApplication.Ledger,
        title: new("Modificado sin adecuaciones que lo expliquen", "Revised budget not explained by amendments"),
        condition: new("El modificado es distinto del aprobado más las ampliaciones menos las reducciones aplicadas.", "Revised differs from approved plus increases minus decreases applied."),
        remedy: new("Registre la adecuación que falta o corrija el modificado.", "Record the missing amendment or correct the revised budget."),
        reason: new("El modificado incorpora las adecuaciones autorizadas al aprobado (LGCG, art. 38).", "The revised budget adds authorised amendments to the approved one (LGCG art. 38)."),
        kept: new("El libro suma el modificado de lo aprobado y de las adecuaciones aplicadas, así que no puede diferir.", "The ledger adds the revised budget up from the approved one and the amendments applied, so it cannot differ."));

    public static Rule Avp009 { get; } = new DescribedRule(
        "AVP-009", Severity.Error, RuleApplication.Import,
        title: new("Importe con más de dos decimales", "Amount with more than two decimals"),
        condition: new("Un importe está escrito con más de dos decimales.", "An amount is written with more than two decimals."),
        remedy: new("Escriba el importe en pesos y centavos.", "Write the amount in pesos and centavos."),
        reason: new("El peso tiene cien centavos; más decimales son un cálculo sin redondear.", "A peso has one hundred centavos; more decimals are an unrounded calculation."));

    public static Rule Avp010 { get; } = new DescribedRule(
        "AVP-010", Severity.Error, RuleApplication.Plan,
        title: new("Clave repetida en una unidad", "Key repeated in one unit"),
        condition: new("La misma clave aparece dos veces en la misma unidad responsable.", "The same key stands twice in the same responsible unit."),
        remedy: new("Corrija la clave de uno de los dos proyectos.", "Correct the key of one of the two projects."),
        reason: new("Dentro de una unidad, la clave identifica al proyecto.", "Within a unit, the key identifies the project."),
        kept: new("El plan no guarda el proyecto que la incumple. Un informe publicado no trae la unidad: en él, AVP-011 avisa de toda clave repetida.", "The plan does not keep a project that breaks it. A published report does not carry the unit: there AVP-011 tells of every repeated key."));

    public static Rule Avp034 { get; } = new DescribedRule(
        "AVP-034", Severity.Error, RuleApplication.Plan,
        title: new("Unidad de medida no vigente", "Unit of measure not in force"),
        condition: new("La unidad de medida no está en el catálogo vigente.", "The unit of measure is not in the catalogue in force."),
        remedy: new("Elija una unidad del catálogo.", "Choose a unit of the catalogue."),
        reason: new("Con unidades de un catálogo, las metas se pueden comparar y sumar.", "With units from a catalogue, targets can be compared and added."),
        kept: new("El catálogo de un ente son las unidades que usa su plan, que avisa cuando una está escrita de varias maneras.", "The catalogue of an office is the units that its plan uses, which warns when one is written in several ways."));

    public static Rule Avp041 { get; } = new DescribedRule(
        "AVP-041", Severity.NeedsExplanation, RuleApplication.Capture,
        title: new("Desviación sin causa o sin efecto", "Deviation without cause or effect"),
        condition: new("El cumplimiento sale del umbral y falta escribir la causa o el efecto.", "Fulfilment is beyond the threshold and cause or effect is not written."),
        remedy: new("Escriba por separado la causa, el efecto y otros motivos.", "Write the cause, the effect and other reasons apart."),
        reason: new("Una desviación se explica por su causa y se valora por su efecto.", "A deviation is explained by its cause and weighed by its effect."),
        kept: new("La hoja de una unidad no se envía mientras a una justificación exigida le falte la causa o el efecto. Un informe publicado no los trae por separado.", "A unit's sheet is not submitted while an explanation that is demanded lacks its cause or its effect. A published report does not carry them apart."));

    public static Rule Avp046 { get; } = new DescribedRule(
        "AVP-046", Severity.Error, RuleApplication.Amendment,
        title: new("Calendario de la meta distinto de la meta anual", "Target calendar differs from annual target"),
        condition: new("Los meses calendarizados de una meta acumulable no suman la meta anual.", "The calendar months of a cumulative target do not add up to the annual target."),
        remedy: new("Corrija el calendario o la meta anual.", "Correct the calendar or the annual target."),
        reason: new("La meta del periodo sale del calendario; si no suma, todo avance se mide mal.", "The period's target comes from the calendar; if it does not add up, all progress is measured wrong."),
        kept: new("El plan que no la cumple no se aprueba, y la adecuación que no la cumple se detiene.", "A plan that breaks it is not approved, and an amendment that breaks it is stopped."));

    public static Rule Avp047 { get; } = new DescribedRule(
        "AVP-047", Severity.Error, RuleApplication.Amendment,
        title: new("Calendario de gasto distinto del presupuesto", "Spending calendar differs from budget"),
        condition: new("Los meses calendarizados del presupuesto no suman el anual.", "The budget's calendar months do not add up to the year."),
        remedy: new("Corrija el calendario del presupuesto.", "Correct the budget's calendar."),
        reason: new("Los calendarios de egresos se publican con base mensual (LGCG, art. 66).", "Spending calendars are published by month (LGCG art. 66)."));

    public static Rule Avp050 { get; } = new DescribedRule(
        "AVP-050", Severity.Error, RuleApplication.Amendment,
        title: new("Traspaso no compensado", "Unbalanced transfer"),
        condition: new("En un traspaso compensado, las ampliaciones no igualan a las reducciones.", "In a compensated transfer, increases do not equal decreases."),
        remedy: new("Complete o corrija los renglones del traspaso.", "Complete or correct the transfer's lines."),
        reason: new("Un traspaso compensado no cambia el total del ente.", "A compensated transfer does not change the entity's total."));

    public static Rule Avp051 { get; } = new DescribedRule(
        "AVP-051", Severity.Error, RuleApplication.Amendment,
        title: new("Reducción sin suficiencia", "Decrease without sufficient budget"),
        condition: new("Se reduce más de lo disponible en la clave y el mes.", "More is taken than is available in the line and month."),
        remedy: new("Reduzca hasta lo disponible o elija otra clave o mes.", "Take no more than is available, or choose another line or month."),
        reason: new("No se puede quitar lo que ya está comprometido.", "What is already committed cannot be taken."));

    public static Rule Avp052 { get; } = new DescribedRule(
        "AVP-052", Severity.Error, RuleApplication.Amendment,
        title: new("Movimiento en un periodo cerrado", "Movement in a closed period"),
        condition: new("Un movimiento tiene fecha de un periodo ya cerrado.", "A movement is dated in a period already closed."),
        remedy: new("Regístrelo en el periodo abierto, o reabra el cerrado con número y motivo.", "Record it in the open period, or reopen the closed one with a number and a reason."),
        reason: new("Lo publicado no cambia sin que quede constancia.", "What was published does not change without a record."));

    public static Rule Avp053 { get; } = new DescribedRule(
        "AVP-053", Severity.Error, RuleApplication.Amendment,
        title: new("Adecuación externa sin autorización", "External amendment without authorisation"),
        condition: new("Una adecuación externa no lleva número de acuerdo o de oficio.", "An external amendment bears no agreement or office number."),
        remedy: new("Anote el número y la fecha de la autorización.", "Write the number and date of the authorisation."),
        reason: new("Las adecuaciones externas las autoriza Hacienda o el Congreso.", "External amendments are authorised by the Treasury or Congress."));

    public static Rule Avp054 { get; } = new DescribedRule(
        "AVP-054", Severity.Error, RuleApplication.Amendment,
        title: new("Traspaso de etiquetado a no etiquetado", "Transfer from earmarked to non-earmarked"),
        condition: new("Un traspaso pasa recursos etiquetados a no etiquetados, o al revés.", "A transfer moves earmarked money to non-earmarked, or the reverse."),
        remedy: new("Haga el traspaso dentro de la misma clase de recursos.", "Make the transfer within the same kind of money."),
        reason: new("Los recursos etiquetados solo se gastan en su destino (LDF).", "Earmarked money is only spent on its purpose (LDF)."));

    public static Rule Avp055 { get; } = new DescribedRule(
        "AVP-055", Severity.NeedsExplanation, RuleApplication.Amendment,
        title: new("Movimiento del capítulo 1000", "Movement of chapter 1000"),
        condition: new("Un traspaso entra al capítulo 1000 o sale de él.", "A transfer goes into chapter 1000 or out of it."),
        remedy: new("Adjunte la autorización especial.", "Attach the special authorisation."),
        reason: new("Los servicios personales tienen un límite de crecimiento (LDF, art. 10).", "Personal services have a growth limit (LDF art. 10)."));

    public static Rule Avp056 { get; } = new DescribedRule(
        "AVP-056", Severity.Error, RuleApplication.AwaitsData,
        title: new("Las clasificaciones del EAEPE no suman lo mismo", "EAEPE classifications add up differently"),
        condition: new("Los cinco estados analíticos no tienen el mismo total.", "The five analytical statements do not have the same total."),
        remedy: new("Busque el registro clasificado en un estado y no en otro.", "Look for the record classified in one statement and not in another."),
        reason: new("Son el mismo gasto visto de cinco maneras (LGCG, art. 46).", "They are the same spending seen in five ways (LGCG art. 46)."),
        requires: new("Los cinco estados analíticos del ejercicio del presupuesto de egresos.", "The five analytical statements of budget execution."));

    public static Rule Avp057 { get; } = new DescribedRule(
        "AVP-057", Severity.Error, RuleApplication.AwaitsData,
        title: new("Etiquetado y no etiquetado no suman el total", "Earmarked and non-earmarked do not add up"),
        condition: new("En los formatos 6a a 6d, I + II es distinto de III.", "In formats 6a to 6d, I + II differs from III."),
        remedy: new("Corrija la clasificación por fuente de financiamiento.", "Correct the classification by funding source."),
        reason: new("Los formatos de disciplina financiera dividen todo el gasto en dos (LDF).", "The financial-discipline formats split all spending in two (LDF)."),
        requires: new("Los formatos 6a a 6d de la Ley de Disciplina Financiera.", "Formats 6a to 6d of the Financial Discipline Law."));

    public static Rule Avp058 { get; } = new DescribedRule(
        "AVP-058", Severity.Error, RuleApplication.AwaitsData,
        title: new("El avance no concilia con el EAEPE", "Report does not reconcile with EAEPE"),
        condition: new("El total del informe difiere del EAEPE del mismo ente y corte.", "The report's total differs from the EAEPE of the same entity and cut-off."),
        remedy: new("Concilie los dos documentos antes de publicar.", "Reconcile both documents before publishing."),
        reason: new("Los dos salen de los mismos registros contables (LGCG, art. 52).", "Both come from the same accounting records (LGCG art. 52)."),
        requires: new("El EAEPE del mismo corte.", "The EAEPE of the same cut-off."));

    public static Rule Avp059 { get; } = new DescribedRule(
        "AVP-059", Severity.Error, RuleApplication.AwaitsData,
        title: new("El cuarto trimestre no concilia con la Cuenta Pública", "Fourth quarter does not reconcile with the annual account"),
        condition: new("El total del cuarto trimestre difiere de la Cuenta Pública.", "The fourth quarter's total differs from the annual public account."),
        remedy: new("Concilie y, si hace falta, publique una versión corregida del trimestre.", "Reconcile and, if needed, publish a corrected version of the quarter."),
        reason: new("La Cuenta Pública es el cierre del mismo ejercicio (LGCG, art. 53).", "The annual public account closes the same year (LGCG art. 53)."),
        requires: new("La Cuenta Pública del ejercicio.", "The year's annual public account."));

    public static Rule Avp061 { get; } = new DescribedRule(
        "AVP-061", Severity.Error, RuleApplication.Plan,
        title: new("Modalidad A en un ente no federal", "Category A in a non-federal entity"),
        condition: new("El programa presupuestario de un ente estatal o municipal usa la modalidad A.", "The budget programme of a state or municipal entity uses category A."),
        remedy: new("Use la modalidad que corresponde, por ejemplo E o M. La letra de la clave del proyecto es otra cosa.", "Use the fitting category, such as E or M. The letter of the project key is another thing."),
        reason: new("La modalidad A es exclusiva del Gobierno Federal en la clasificación programática del CONAC.", "Category A is the Federal Government's alone in CONAC's programmatic classification."),
        kept: new("El plan no guarda el programa que la incumple.", "The plan does not keep a programme that breaks it."));

    public static Rule Avp062 { get; } = new DescribedRule(
        "AVP-062", Severity.Error, RuleApplication.AwaitsData,
        title: new("Capítulo incompatible con el tipo de gasto", "Chapter incompatible with economic nature"),
        condition: new("El capítulo del gasto no corresponde a su tipo de gasto.", "The chapter of expenditure does not fit its economic nature."),
        remedy: new("Corrija el capítulo o el tipo de gasto.", "Correct the chapter or the economic nature."),
        reason: new("Cada capítulo admite ciertos tipos de gasto del clasificador del CONAC.", "Each chapter admits certain natures of CONAC's classifier."),
        requires: new("El objeto y el tipo de gasto de cada renglón.", "The object and economic nature of each line."));

    public static Rule Avp063 { get; } = new DescribedRule(
        "AVP-063", Severity.Error, RuleApplication.AwaitsData,
        title: new("Gasto corriente con inversión pública", "Current expenditure with public works"),
        condition: new("Un proyecto de gasto corriente tiene partidas del capítulo 6000.", "A current-expenditure project has items of chapter 6000."),
        remedy: new("Pase las partidas a un proyecto de inversión.", "Move the items to an investment project."),
        reason: new("La obra pública es gasto de capital.", "Public works are capital expenditure."),
        requires: new("El objeto del gasto de cada proyecto.", "Each project's object of expenditure."));

    public static Rule Avp064 { get; } = new DescribedRule(
        "AVP-064", Severity.Warning, RuleApplication.Plan,
        title: new("Indicador descendente sin línea base", "Descending indicator without baseline"),
        condition: new("El indicador debe bajar y no tiene línea base.", "The indicator should go down and has no baseline."),
        remedy: new("Capture la línea base: valor y año.", "Record the baseline: value and year."),
        reason: new("Sin punto de partida no se puede saber cuánto bajó.", "Without a starting point there is no knowing how far it went down."),
        kept: new("El plan avisa, y no se aprueba cuando la fórmula del indicador parte de la línea base.", "The plan warns, and is not approved when the indicator's formula starts from the baseline."));

    public static Rule Avp069 { get; } = new DescribedRule(
        "AVP-069", Severity.Error, RuleApplication.Capture,
        title: new("Quien captura autoriza", "The same person captures and authorises"),
        condition: new("La misma persona capturó y autorizó un dato.", "The same person captured and authorised a figure."),
        remedy: new("Pida que autorice otra persona con facultades.", "Have another empowered person authorise it."),
        reason: new("La separación de funciones es la primera regla del control interno.", "Separation of duties is the first rule of internal control."),
        kept: new("Quien escribió algún dato de una versión, o la envió, no puede devolverla, aprobarla ni autorizarla.", "Whoever wrote any figure of a version, or submitted it, can neither return, approve nor authorise it."));

    public static Rule Avp070 { get; } = new DescribedRule(
        "AVP-070", Severity.Error, RuleApplication.Import,
        title: new("La celda no tiene tantas metas como unidades y cifras", "Cell with unequal counts of targets, units and figures"),
        condition: new("En una celda con varias metas, el número de nombres, unidades y valores no es el mismo.", "In a cell with several targets, the numbers of names, units and values differ."),
        remedy: new("Revise que cada meta tenga su unidad y sus cuatro cifras.", "Check that each target has its unit and its four figures."),
        reason: new("Si los números no coinciden, no se sabe qué cifra es de qué meta.", "When the numbers differ, there is no knowing which figure belongs to which target."));

    /// <summary>A rule that is described and finds nothing here.</summary>
    private sealed class DescribedRule(
        string id,
        Severity severity,
        RuleApplication application,
        LocalizedText title,
        LocalizedText condition,
        LocalizedText remedy,
        LocalizedText reason,
        LocalizedText? requires = null,
        LocalizedText? kept = null) : Rule(id, severity)
    {
        public override LocalizedText Title => title;

        public override LocalizedText Condition => condition;

        public override LocalizedText Remedy => remedy;

        public override LocalizedText Reason => reason;

        public override LocalizedText? Requires => requires;

        public override LocalizedText? Kept => kept ?? base.Kept;

        public override RuleApplication Application => application;

        public override IEnumerable<Finding> Check(CheckContext context) => [];
    }
}
