using System.Text;

namespace Avance.App.Importing;

/// <summary>What can be wrong with a workbook as a whole.</summary>
internal static class XlsxProblems
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>A compound file: a workbook under a password, or one in the format of before 2007.</summary>
    public static Problem Legacy(ReadOnlySpan<byte> content) => content.IndexOf(EncryptedPackage) >= 0
        ? new(
            "xlsx.encrypted", default, 0, "",
            new("El libro está protegido con contraseña y no se puede leer.", "The workbook is protected by a password and cannot be read."),
            new("Ábralo, quite la contraseña y guárdelo de nuevo.", "Open it, remove the password and save it again."))
        : new(
            "xlsx.legacy", default, 0, "",
            new("El archivo es un libro del formato antiguo .xls, que no se lee.", "The file is a workbook in the old .xls format, which is not read."),
            new("Ábralo y guárdelo como «Libro de Excel (.xlsx)».", "Open it and save it as «Excel workbook (.xlsx)»."));

    public static Problem NotAWorkbook() => new(
        "xlsx.not-a-workbook", default, 0, "",
        new("El archivo es un ZIP, pero no es un libro XLSX con hojas visibles.", "The file is a ZIP, but not an XLSX workbook with visible sheets."),
        new("Guarde el informe como «Libro de Excel (.xlsx)».", "Save the report as «Excel workbook (.xlsx)»."));

    public static Problem Damaged() => new(
        "xlsx.damaged", default, 0, "",
        new("El libro está dañado o incompleto: alguna de sus partes no se puede leer.", "The workbook is damaged or incomplete: one of its parts cannot be read."),
        new("Descárguelo otra vez, o ábralo en una hoja de cálculo y guárdelo de nuevo.", "Download it again, or open it in a spreadsheet and save it again."));

    public static Problem TooLarge() => new(
        "xlsx.too-large", default, 0, "",
        new("El libro ocupa al abrirse mucho más que cualquier informe; no se lee para proteger el equipo.", "Opened, the workbook takes far more than any report; it is not read, to protect the computer."),
        new("Deje en el libro solo las hojas del informe, sin imágenes ni datos ajenos.", "Keep only the report's sheets in the workbook, without pictures or other data."));
}
