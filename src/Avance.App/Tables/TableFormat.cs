namespace Avance.App.Tables;

/// <summary>The formats in which a table can be read, told by content and not by file name.</summary>
public enum TableFormat
{
    /// <summary>Text whose fields are parted by commas, semicolons, tabs or bars.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>Workbook in the format of before 2007.</summary>
    Xls,
}
