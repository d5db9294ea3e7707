namespace Avance.App.Budget.Imports;

/// <summary>Something wrong with a row.</summary>
/// <param name="Code">Kind of problem, or the id of the rule that it breaks.</param>
/// <param name="Column">1-based column of the file; 0 when the row as a whole is meant.</param>
/// <param name="Excerpt">What stands there.</param>
/// <param name="Explanation">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
internal sealed record RowProblem(string Code, int Column, string Excerpt, LocalizedText Explanation, LocalizedText Remedy);

/// <summary>What can be wrong with a datum of a row.</summary>
internal static class RowProblems
{
    public static RowProblem Missing(int column, string field) => new(
        "import.required", column, "",
        new($"Falta «{field}».", $"«{field}» is missing."),
        new("Escriba el dato; sin él no se sabe qué registrar.", "Write it; without it, what to record is not known."));

    public static RowProblem TooLong(int column, string excerpt, string field, int most) => new(
        "import.text", column, excerpt,
        new($"«{field}» pasa de {most} caracteres, o contiene caracteres que no existen.", $"«{field}» has more than {most} characters, or characters that do not exist."),
        new("Abrevie el texto o vuelva a escribirlo.", "Shorten the text, or type it again."));

    public static RowProblem NotAnAmount(int column, string excerpt, string field) => new(
        "import.amount", column, excerpt,
        new($"«{field}» no es un importe en pesos.", $"«{field}» is not an amount in pesos."),
        new("Escriba el importe como 1234.50 o 1,234.50; deje la celda vacía si no lo hay.", "Write the amount as 1234.50 or 1,234.50; leave the cell blank when there is none."));

    public static RowProblem TooManyDecimals(int column, string excerpt, string field) => new(
        "AVP-009", column, excerpt,
        new($"«{field}» tiene más de dos decimales.", $"«{field}» has more than two decimals."),
        new("Escriba el importe en pesos y centavos.", "Write the amount in pesos and centavos."));

    public static RowProblem NotAQuantity(int column, string excerpt, string field) => new(
        "import.quantity", column, excerpt,
        new($"«{field}» no es una cantidad con cuatro decimales o menos.", $"«{field}» is not a quantity with four decimals or fewer."),
        new("Escriba la cantidad con punto decimal: 107.00.", "Write the quantity with a decimal point: 107.00."));

    public static RowProblem NotACount(int column, string excerpt, string field) => new(
        "import.count", column, excerpt,
        new($"«{field}» no es un número entero que sirva aquí.", $"«{field}» is no whole number that fits here."),
        new("Escriba el número sin decimales.", "Write the number without decimals."));

    public static RowProblem NotADay(int column, string excerpt, string field) => new(
        "import.day", column, excerpt,
        new($"«{field}» no es una fecha.", $"«{field}» is not a day."),
        new("Escriba la fecha como 2023-09-30 o 30/09/2023.", "Write the day as 2023-09-30 or 30/09/2023."));

    public static RowProblem NotAMonth(int column, string excerpt, string field) => new(
        "import.month", column, excerpt,
        new($"«{field}» no es un mes.", $"«{field}» is not a month."),
        new("Escriba el mes con su número o su nombre: 9, sep, septiembre.", "Write the month with its number or name: 9, sep, septiembre."));

    public static RowProblem NotAWord(int column, string excerpt, string field, string words) => new(
        "import.word", column, excerpt,
        new($"«{field}» no es ninguna de estas palabras: {words}.", $"«{field}» is none of these words: {words}."),
        new("Escriba una de ellas.", "Write one of them."));

    public static RowProblem UnknownLine(int column, string key, int year) => new(
        "budget.line", column, key,
        new($"La clave presupuestaria {key} no existe en el ejercicio {year}.", $"There is no budget key {key} in the fiscal year {year}."),
        new("Corrija la clave, o impórtela antes con el presupuesto aprobado.", "Mend the key, or import it before with the approved budget."));

    public static RowProblem BadKey(int column, string key, LocalizedText problem) => new(
        "budget.key", column, key, problem,
        new("Corrija la clave según la estructura del ejercicio.", "Mend the key by the year's layout."));

    public static RowProblem UnknownProject(int column, string address, int year) => new(
        "plan.project", column, address,
        new($"El proyecto {address} no está en el programa de {year}.", $"Project {address} is not in the plan of {year}."),
        new("Corrija la unidad y la clave, o agregue antes el proyecto.", "Mend the unit and the key, or add the project before."));

    public static RowProblem UnknownIndicator(int column, string address, long position) => new(
        "plan.indicator", column, $"{address} {position}",
        new($"El proyecto {address} no tiene un indicador en el lugar {position}.", $"Project {address} has no indicator in place {position}."),
        new("Corrija el lugar del indicador, o agréguelo antes.", "Mend the indicator's place, or add it before."));

    public static RowProblem DiffersWithin(int column, string excerpt, string field) => new(
        "import.document", column, excerpt,
        new($"«{field}» no es el mismo en todos los renglones del documento.", $"«{field}» is not the same in all rows of the document."),
        new("Escriba en todos lo que dice el primero, o use otro número de documento.", "Write in all what the first says, or use another document number."));

    public static RowProblem RepeatedKey(string key) => new(
        "import.repeated", 0, key,
        new($"La clave {key} está dos veces en el archivo.", $"The key {key} stands twice in the file."),
        new("Deje un renglón por clave, o agregue a la clave la columna que los distingue.", "Leave one row for each key, or add to the key the column that tells them apart."));

    public static RowProblem SecondCutOff(string key) => new(
        "import.cut-off", 0, key,
        new($"La clave {key} ya tiene cifras de otro corte; las de este renglón son de todo el año y se sumarían a ellas.", $"The key {key} has figures of another cut-off already; those of this row are of the whole year and would be added to them."),
        new("Revierta antes los documentos del corte anterior («avance budget reverse») y envíe este con otro corte en la correspondencia, o regístrelo en otra entidad.", "Reverse the documents of the earlier cut-off before («avance budget reverse») and send this one with another cut-off in the mapping, or record it in another entity."));

    /// <summary>What the ledger or the plan said of a document when it came to its turn.</summary>
    public static RowProblem Refused(string rule, LocalizedText text, LocalizedText? remedy = null) => new(
        rule, 0, "", text,
        remedy ?? new("Corrija el renglón, o registre antes lo que le falta.", "Mend the row, or record before what it lacks."));
}
