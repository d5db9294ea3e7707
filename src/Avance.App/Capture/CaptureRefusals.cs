using System.Globalization;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>Why something asked of a period or a sheet is not done, in words.</summary>
internal static class CaptureRefusals
{
    public static RuleViolationException NotOpened(string entityCode, FiscalPeriod period) => new("capture.missing", new(
        $"{entityCode} no ha abierto la captura de {period}. Ábrala en la página «Captura» o con «avance capture open».",
        $"{entityCode} has not opened the capture of {period}. Open it on the page «Capture» or with «avance capture open»."));

    public static RuleViolationException NoSheet(FiscalPeriod period, string unit) => new("capture.missing", new(
        $"La unidad {unit} no tiene hoja en {period}: no hay tal unidad, o no tenía proyectos con indicadores cuando se abrió la captura. Mover el plazo o intentar el cierre agrega las hojas que falten.",
        $"Unit {unit} has no sheet in {period}: there is no such unit, or it had no projects with indicators when capture was opened. Moving the deadline or trying to close adds the sheets that are missing."));

    public static RuleViolationException Closed(FiscalPeriod period) => new("AVP-052", new(
        $"El periodo {period} está cerrado. Planeación puede reabrirlo con un motivo.",
        $"The period {period} is closed. Planning can open it again with a reason."));

    public static RuleViolationException NotYet(CapturePeriod period) => new("capture.early", new(
        $"La captura de {period.Period} empieza el {period.OpensOn:dd/MM/yyyy}.",
        $"The capture of {period.Period} begins on {period.OpensOn:dd/MM/yyyy}."));

    public static RuleViolationException Opened(FiscalPeriod period) => new("capture.exists", new(
        $"La captura de {period} ya se abrió. Cambie su plazo, o reábrala si está cerrada.",
        $"The capture of {period} was opened already. Change its deadline, or open it again if it is closed."));

    public static RuleViolationException BadDates(DateOnly opensOn, DateOnly dueOn, DateOnly cutOff) => new("capture.dates", dueOn < opensOn
        ? new($"El plazo ({dueOn:dd/MM/yyyy}) termina antes de empezar ({opensOn:dd/MM/yyyy}).", $"The deadline ({dueOn:dd/MM/yyyy}) is before the beginning ({opensOn:dd/MM/yyyy}).")
        : new($"La captura no puede empezar el {opensOn:dd/MM/yyyy}: el trimestre termina el {cutOff:dd/MM/yyyy}. Use un día posterior.", $"Capture cannot begin on {opensOn:dd/MM/yyyy}: the quarter ends on {cutOff:dd/MM/yyyy}. Use a later day."));

    public static RuleViolationException BadExtension(DateOnly dueOn, DateOnly opensOn) => new("capture.dates", new(
        $"El plazo no puede ser el {dueOn:dd/MM/yyyy}, antes de que empiece la captura ({opensOn:dd/MM/yyyy}).",
        $"The deadline cannot be {dueOn:dd/MM/yyyy}, before capture begins ({opensOn:dd/MM/yyyy})."));

    public static RuleViolationException Imported(FiscalPeriod period, long document) => new("capture.imported", new(
        $"{period} ya tiene avance registrado por el documento {document}, y sumarle lo capturado lo contaría dos veces. Reviértalo antes de abrir la captura, o capture desde el siguiente trimestre.",
        $"{period} already has progress from document {document}, and what is captured on top would count twice. Reverse it before you open capture, or capture from the next quarter on."));

    public static RuleViolationException Earlier(FiscalPeriod period, FiscalPeriod open) => new("capture.order", new(
        $"No se puede abrir {period}: la captura de {open} sigue abierta. Ciérrela primero.",
        $"{period} cannot be opened: the capture of {open} is still open. Close it first."));

    public static RuleViolationException NoUnits(FiscalPeriod period) => new("capture.units", new(
        $"El plan de {period.Year} no tiene proyectos con indicadores: no hay nada que capturar.",
        $"The plan of {period.Year} has no projects with indicators: there is nothing to capture."));

    public static RuleViolationException SignedBefore(CaptureSheet sheet) => new("capture.state", new(
        $"La unidad {sheet.Unit} tiene firmada su versión {sheet.Authorised}, que está en el informe: no se declara faltante. Déjela sin cambios, o espere su corrección.",
        $"Unit {sheet.Unit} has its version {sheet.Authorised} signed, which is in the report: it is not declared missing. Let it stand, or wait for its correction."));

    public static RuleViolationException NoReason(LocalizedText what) => new("capture.reason", new(
        $"Diga por qué: {what.Spanish} necesita un motivo.", $"Say why: {what.English} needs a reason."));

    public static RuleViolationException LongText(int length) => new("capture.text", new(
        $"El texto tiene {length} caracteres; caben {CaptureField.MaxText}.", $"The text has {length} characters; {CaptureField.MaxText} fit."));

    public static RuleViolationException BadText(LocalizedText where) => new("capture.text", new(
        $"{where.Spanish}: tiene caracteres que no se pueden guardar, como los que a veces vienen al pegar; escríbalo de nuevo.", $"{where.English}: it has characters that cannot be stored, such as pasting sometimes brings; type it again."));

    public static RuleViolationException NotWritable(CaptureSheet sheet)
    {
        var remedy = sheet.State switch
        {
            SheetState.Authorised => new LocalizedText("Para corregirla, planeación cierra el trimestre y lo reabre con un motivo.", "To correct it, planning closes the quarter and opens it again with a reason."),
            SheetState.Missing => new("Para capturarla, pida a planeación que la readmita.", "To capture it, ask planning to readmit it."),
            _ => new("Para corregirla, pida a quien revisa que la devuelva.", "To correct it, ask the reviewer to return it."),
        };
        return new("capture.state", new(
            $"La hoja de la unidad {sheet.Unit} está {sheet.State.Name().Spanish}: ya no se escribe en ella. {remedy.Spanish}",
            $"The sheet of unit {sheet.Unit} is {sheet.State.Name().English}: it is no longer written in. {remedy.English}"));
    }

    public static RuleViolationException PlanChanged(string unit) => new("capture.plan", new(
        $"El plan de la unidad {unit} cambió después de que envió su hoja: sus cifras ya no contarían igual. Devuélvala para que la envíe de nuevo.",
        $"The plan of unit {unit} changed after it submitted its sheet: its figures would no longer count the same. Return it, to be submitted again."));

    public static RuleViolationException NoStep(CaptureSheet sheet, SheetAct act) => new("capture.state", new(
        $"La hoja de la unidad {sheet.Unit} está {sheet.State.Name().Spanish}; en ese estado no puede quedar {act.Name().Spanish}.",
        $"The sheet of unit {sheet.Unit} is {sheet.State.Name().English}; in that state it cannot be {act.Name().English}."));

    public static RuleViolationException Changed(string unit) => new("capture.conflict", new(
        $"Alguien cambió la hoja de la unidad {unit} después de que usted la vio; no se hizo nada. Vea cómo quedó y decida de nuevo.",
        $"Someone changed the sheet of unit {unit} after you saw it; nothing was done. See how it stands and decide again."));

    public static RuleViolationException OwnCapture(string actor, SheetAct act) => new("AVP-069", new(
        $"{actor} capturó datos de esta versión, y quien captura no puede {(act == SheetAct.Authorise ? "autorizar" : "revisar")}. Debe hacerlo otra persona con facultades.",
        $"{actor} captured data of this version, and who captures cannot {(act == SheetAct.Authorise ? "authorise" : "review")}. Another empowered person has to do it."));

    public static RuleViolationException UnknownCell(CellAddress address) => new("capture.cell", new(
        $"La hoja no tiene el dato «{Short(CaptureField.Name(address.Field).Spanish)}»; el plan pudo haber cambiado. Vuelva a abrirla.",
        $"The sheet has no place “{Short(CaptureField.Name(address.Field).English)}”; the plan may have changed. Open it again."));

    public static RuleViolationException TooLong(CellAddress address, int length, int most) => new("capture.text", new(
        $"{CaptureField.Name(address.Field).Spanish}: tiene {length} caracteres; caben {most}.",
        $"{CaptureField.Name(address.Field).English}: it has {length} characters; {most} fit."));

    public static RuleViolationException Unsettled(FiscalPeriod period, IReadOnlyList<CaptureSheet> sheets) => new("capture.unsettled", new(
        $"{period} no se puede cerrar: {string.Join("; ", sheets.Select(static s => $"la unidad {s.Unit} está {s.State.Name().Spanish}"))}. Espérelas, o declárelas faltantes con un motivo.",
        $"{period} cannot be closed: {string.Join("; ", sheets.Select(static s => $"unit {s.Unit} is {s.State.Name().English}"))}. Wait for them, or declare them missing with a reason."));

    public static RuleViolationException StillOpen(FiscalPeriod period) => new("capture.state", new(
        $"{period} está abierto; solo se reabre un periodo cerrado.", $"{period} is open; only a closed period is opened again."));

    public static RuleViolationException NoVersion(string unit, int version) => new("capture.missing", new(
        string.Create(CultureInfo.InvariantCulture, $"La hoja de la unidad {unit} no tiene una versión {version}."),
        string.Create(CultureInfo.InvariantCulture, $"The sheet of unit {unit} has no version {version}.")));

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
