using Avance.Reporting;

namespace Avance.App.Importing;

/// <summary>Every problem that reading the published layout can find: where, what, why and how to mend it.</summary>
internal static class ImportProblems
{
    public static Problem NoTable() => new(
        "report.no-table", default, 0, "",
        new("No se encontró el encabezado de la tabla («CLAVE DEL PROYECTO»).", "The table's header («CLAVE DEL PROYECTO») was not found."),
        new("Revise que el archivo sea el avance programático-presupuestal completo, con sus encabezados.", "Check that the file is the whole progress report, with its headers."));

    public static Problem NoProjects() => new(
        "report.empty", default, 0, "",
        new("El informe no tiene ningún proyecto.", "The report has no projects."),
        new("Revise que el archivo esté completo.", "Check that the file is complete."));

    public static Problem FileTooLarge(long bytes, long most) => new(
        "file.too-large", default, 0, "",
        new($"El archivo pesa {bytes >> 20} MiB y se leen {most >> 20} MiB como máximo.", $"The file has {bytes >> 20} MiB, and at most {most >> 20} MiB are read."),
        new("Revise que el archivo sea el informe; ninguno ocupa tanto.", "Check that the file is the report; none takes that much."));

    public static Problem TooLarge(SourcePlace place) => new(
        "report.too-large", place, 0, "",
        new("El informe tiene más renglones, proyectos, metas o dinero que cualquier ente público.", "The report has more rows, projects, targets or money than any public entity."),
        new("Revise que el archivo sea el informe; si reúne varios entes, importe uno por uno.", "Check that the file is the report; if it joins several entities, import them one by one."));

    public static Problem TextTooLong(SourcePlace place, int column, string text, int longest) => new(
        "report.text-too-long", place, column, ProblemList.Excerpt(text),
        new($"El texto pasa de {longest} caracteres.", $"The text is longer than {longest} characters."),
        new("Revise que cada celda termine donde debe, y abrevie el texto si es necesario.", "Check that each cell ends where it should, and shorten the text if need be."));

    public static Problem WrongHeader(SourcePlace place, int column, string text, LocalizedText expected) => new(
        "report.header", place, column, ProblemList.Excerpt(text),
        new($"La columna {column} debería ser «{expected.Spanish}».", $"Column {column} should be «{expected.English}»."),
        new("Deje las dieciséis columnas del formato oficial, en su orden; una columna de más o de menos recorre todas las cifras.",
            "Keep the sixteen columns of the official layout in their order; one more or less shifts every figure."));

    public static Problem TooManyCells(SourceRow row) => new(
        "report.columns", row.Place, OfficialLayout.Headings.Count + 1, ProblemList.Excerpt(string.Join(" | ", row.Cells.Skip(OfficialLayout.Headings.Count).Where(c => !c.IsBlank).Select(c => c.Text))),
        new("El renglón tiene más de dieciséis columnas.", "The row has more than sixteen columns."),
        new("Quite la columna o el tabulador que sobra, o borre lo escrito a la derecha de la tabla; una columna de más recorre las cifras.",
            "Take out the column or tab too many, or delete what is written to the right of the table; one more column shifts the figures."));

    public static Problem UnknownRow(SourceRow row) => new(
        "report.row", row.Place, 0, ProblemList.Excerpt(string.Join(" | ", row.Cells.Where(c => !c.IsBlank).Select(c => c.Text))),
        new("El renglón no es título, tipo de proyecto, proyecto ni meta.", "The row is no heading, project type, project or target."),
        new("Un proyecto lleva su clave en la primera columna; una meta, su unidad de medida en la cuarta.", "A project has its key in the first column; a target has its unit of measure in the fourth."));

    public static Problem BadKey(SourcePlace place, string text) => new(
        "report.key", place, (int)ReportColumn.Key, ProblemList.Excerpt(text),
        new("La clave del proyecto no tiene la forma de una letra y tres dígitos.", "The project key is not one letter and three digits."),
        new("Escriba la clave como A001.", "Write the key as A001."));

    public static Problem BadName(SourcePlace place, string text, int longest) => new(
        "report.name", place, (int)ReportColumn.Name, ProblemList.Excerpt(text),
        new($"El nombre del proyecto está vacío o pasa de {longest} caracteres.", $"The project's name is empty or longer than {longest} characters."),
        new("Escriba el nombre del proyecto en la tercera columna.", "Write the project's name in the third column."));

    public static Problem CountsDiffer(SourceRow row, int names, int units, IReadOnlyList<int> figures) => new(
        "AVP-070", row.Place, (int)ReportColumn.Name, ProblemList.Excerpt($"{row[1].Text} {row[3].Text}"),
        new($"La celda contiene {names} metas, {units} unidades y {string.Join("/", figures)} valores.", $"The cell holds {names} targets, {units} units and {string.Join("/", figures)} values."),
        new("Revise que cada meta tenga su unidad y sus cuatro cifras; separe las metas con <br> si la división es ambigua.", "Check that each target has its unit and its four figures; part the targets with <br> if the split is ambiguous."));

    public static Problem NotAnAmount(SourcePlace place, int column, string text) => new(
        "report.amount", place, column, ProblemList.Excerpt(text),
        new("No es un importe en pesos.", "It is not an amount in pesos."),
        new("Escriba el importe con espacios o comas entre millares y dos decimales: 19 168 943.95.", "Write the amount with spaces or commas between thousands and two decimals: 19 168 943.95."));

    public static Problem TooManyDecimals(SourcePlace place, int column, string text) => new(
        "AVP-009", place, column, ProblemList.Excerpt(text),
        new($"El importe {ProblemList.Excerpt(text)} tiene más de dos decimales.", $"The amount {ProblemList.Excerpt(text)} has more than two decimals."),
        new("Escriba el importe en pesos y centavos.", "Write the amount in pesos and centavos."));

    public static Problem NotAQuantity(SourcePlace place, int column, string text) => new(
        "report.quantity", place, column, ProblemList.Excerpt(text),
        new("No es una cantidad con cuatro decimales o menos.", "It is not a quantity with four decimals or fewer."),
        new("Escriba la cantidad con punto decimal: 107.00.", "Write the quantity with a decimal point: 107.00."));

    public static Problem NotACount(SourcePlace place, int column, string text) => new(
        "report.count", place, column, ProblemList.Excerpt(text),
        new("No es un número entero de personas.", "It is not a whole number of people."),
        new("Escriba cuántas personas, sin decimales: 62 540.", "Write how many people, without decimals: 62 540."));

    public static Problem OutsideSubfunction(SourcePlace place, string text) => new(
        "report.type", place, (int)ReportColumn.Name, ProblemList.Excerpt(text),
        new("El tipo de proyecto no está dentro de una función y una subfunción.", "The project type is not inside a function and a subfunction."),
        new("Antes del tipo de proyecto van el renglón de la función y el de la subfunción.", "The rows of the function and the subfunction come before the project type."));

    public static Problem OutsideType(SourcePlace place, string text) => new(
        "report.project", place, (int)ReportColumn.Key, ProblemList.Excerpt(text),
        new("El proyecto no está bajo un tipo de proyecto.", "The project is not under a project type."),
        new("Antes de los proyectos va un renglón como «PROYECTOS DE GASTO CORRIENTE:».", "A row such as «PROYECTOS DE GASTO CORRIENTE:» comes before the projects."));

    public static Problem TargetWithoutProject(SourceRow row) => new(
        "report.target", row.Place, (int)ReportColumn.Name, ProblemList.Excerpt(row[3].Text),
        new("La meta no está bajo un proyecto.", "The target is not under a project."),
        new("Antes de la meta va el renglón de su proyecto.", "The row of its project comes before the target."));

    public static Problem TooManyHeadings(SourcePlace place, string text) => new(
        "report.heading", place, 1, ProblemList.Excerpt(text),
        new("Hay más de dos títulos seguidos; solo se esperan función y subfunción.", "There are more than two headings in a row; only function and subfunction are expected."),
        new("Deje un renglón para la función y otro para la subfunción.", "Keep one row for the function and one for the subfunction."));

    public static Problem SubfunctionWithoutFunction(SourcePlace place, string text) => new(
        "report.heading", place, 1, ProblemList.Excerpt(text),
        new("Falta el renglón de la función o el de la subfunción.", "The row of the function or of the subfunction is missing."),
        new("El primer grupo lleva dos títulos: la función y su subfunción.", "The first group has two headings: the function and its subfunction."));

    public static Problem SecondTotal(SourcePlace place) => new(
        "report.total", place, 1, "TOTAL",
        new("El informe imprime dos veces el total del ente.", "The report prints the entity's total twice."),
        new("Deje un solo renglón de total, al final de la tabla.", "Keep a single total row, at the end of the table."));

    public static Problem BadExplanation(SourceRow row) => new(
        "report.explanation", row.Place, 0, ProblemList.Excerpt(string.Join(" | ", row.Cells.Where(c => !c.IsBlank).Select(c => c.Text))),
        new("La justificación no lleva clave, nombre y descripción.", "The explanation does not have key, name and description."),
        new("Escriba la clave del proyecto, su nombre y el texto, en tres columnas.", "Write the project's key, its name and the text, in three columns."));
}
