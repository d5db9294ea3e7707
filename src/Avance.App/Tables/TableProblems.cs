using Avance.App.Importing;

namespace Avance.App.Tables;

/// <summary>What can be wrong with a table as a whole: where, what, why and how to mend it.</summary>
internal static class TableProblems
{
    public static Problem Empty() => Of("table.empty", 0, default,
        new("El archivo no tiene ningún renglón.", "The file has no rows."),
        new("Revise que sea el archivo correcto y que se haya guardado completo.", "Check that it is the right file and that it was saved whole."));

    public static Problem NoRows(int line) => Of("table.empty", line, default,
        new("Debajo del encabezado no hay ningún renglón.", "There are no rows below the header."),
        new("Revise que el archivo se haya guardado completo.", "Check that the file was saved whole."));

    public static Problem NotATable() => Of("table.not-a-table", 0, default,
        new("El archivo no es una tabla: es un PDF, una imagen u otra cosa que no se puede leer por columnas.", "The file is not a table: it is a PDF, a picture or something else that cannot be read by columns."),
        new("Guárdelo como CSV o como libro de Excel (.xlsx).", "Save it as CSV or as an Excel workbook (.xlsx)."));

    public static Problem TooManyColumns(int line) => Of("table.columns", line, default,
        new($"El renglón tiene más de {Figure.Grouped(TableRow.MaxColumns, 0)} columnas.", $"The row has more than {Figure.Grouped(TableRow.MaxColumns, 0)} columns."),
        new("Revise el archivo: ninguna tabla de presupuesto tiene tantas.", "Check the file: no budget table has that many."));

    public static Problem RecordTooLong(int line, ReadOnlySpan<char> excerpt) => Of("table.record", line, excerpt,
        new("El renglón pasa de un millón de caracteres; probablemente una comilla quedó abierta.", "The row is longer than a million characters; a quote was probably left open."),
        new("Revise las comillas desde esta línea.", "Check the quotes from this line on."));

    public static Problem UnclosedQuote(int line, ReadOnlySpan<char> excerpt) => Of("table.quote", line, excerpt,
        new("Una comilla se abre y no se cierra hasta el final del archivo.", "A quote opens and is not closed up to the end of the file."),
        new("Cierre la comilla, o escriba dos seguidas si es parte del texto.", "Close the quote, or write two in a row if it is part of the text."));

    public static Problem TextAfterQuote(int line, ReadOnlySpan<char> excerpt) => Of("table.quote", line, excerpt,
        new("Hay texto después de la comilla que cierra el campo.", "There is text after the quote that closes the field."),
        new("Si la comilla es parte del texto, escriba dos seguidas.", "If the quote is part of the text, write two in a row."));

    public static Problem NoSheet(string name, IEnumerable<string> sheets) => Of("table.sheet", 0, name,
        new($"El libro no tiene una hoja visible llamada «{name}». Tiene: {string.Join(", ", sheets.Take(20))}.", $"The workbook has no visible sheet called «{name}». It has: {string.Join(", ", sheets.Take(20))}."),
        new("Elija una de sus hojas, o no diga ninguna para leer la primera que tenga los encabezados.", "Choose one of its sheets, or none to read the first one with the headers."));

    public static Problem TooLarge() => Of("table.too-large", 0, default,
        new("El libro ocupa al abrirse mucho más de lo que su tamaño promete; no se lee para proteger el equipo.", "Opened, the workbook takes far more than its size promises; it is not read, to protect the computer."),
        new("Guarde como CSV solo la hoja que se importa.", "Save only the sheet to be imported, as CSV."));

    public static Problem DamagedXls() => Of("xls.damaged", 0, default,
        new("El libro .xls está dañado, incompleto o protegido, y no se puede leer.", "The .xls workbook is damaged, incomplete or protected, and cannot be read."),
        new("Ábralo en una hoja de cálculo y guárdelo como «Libro de Excel (.xlsx)».", "Open it in a spreadsheet and save it as «Excel workbook (.xlsx)»."));

    public static Problem NoHeader(string columns) => Of("table.header", 0, default,
        new($"No se encontró en los primeros renglones el encabezado con las columnas: {columns}.", $"The header with these columns was not found in the first rows: {columns}."),
        new("Revise el archivo o elija la correspondencia de columnas que le toca.", "Check the file, or choose the mapping of columns that belongs to it."));

    public static Problem MissingColumns(int line, string columns) => Of("table.header", line, default,
        new($"Al encabezado le faltan estas columnas: {columns}.", $"The header lacks these columns: {columns}."),
        new("Agregue las columnas, o cambie en la correspondencia de qué columna sale cada dato.", "Add the columns, or change in the mapping which column each datum comes from."));

    public static Problem RepeatedColumn(int line, string column) => Of("table.header", line, column,
        new($"El encabezado tiene más de una columna «{column}» y no se sabe cuál leer.", $"The header has more than one column «{column}», and which one to read is not known."),
        new("Cambie el nombre de una, o nombre la columna con su grupo («Grupo/Columna») o su número («#5»).", "Rename one, or name the column with its group («Group/Column») or its number («#5»)."));

    public static Problem DocumentTooLong(int line, string document, int most) => Of("table.document", line, document,
        new($"El documento «{document}» pasa de {Figure.Grouped(most, 0)} renglones.", $"Document «{document}» has more than {Figure.Grouped(most, 0)} rows."),
        new("Revise de qué columna sale el número de documento.", "Check which column the document's number comes from."));

    public static Problem SumsTooLarge() => Of("table.sums", 0, default,
        new("Los importes del archivo suman más de lo que cabe en un presupuesto.", "The amounts of the file add up to more than fits in a budget."),
        new("Revise que la columna de importes no sea otra, y que los decimales se lean bien.", "Check that the column of amounts is not another one, and that decimals are read rightly."));

    private static Problem Of(string code, int line, ReadOnlySpan<char> excerpt, LocalizedText explanation, LocalizedText remedy) =>
        new(code, new SourcePlace(0, line), 0, ProblemList.Excerpt(excerpt.ToString().Replace('\0', '␀')), explanation, remedy);
}
