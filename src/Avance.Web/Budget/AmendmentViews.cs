using Avance.App.Budget;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>The amendments of a year, for anyone to read.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Amendments">Each, newest first.</param>
public sealed record AmendmentsView(YearRequest Request, IReadOnlyList<AmendmentSummary> Amendments)
{
    /// <summary>The amendments.</summary>
    public Table Table => AmendmentTables.List(Request.Site, Request.Year, Amendments, reference => AmendmentView.AddressOf(Request, reference));

    /// <summary>Address of the table in another format.</summary>
    public string Twin(string extension) => Request.To("/amendments" + extension);
}

/// <summary>One amendment, for anyone to read.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="File">The amendment with all that belongs to it.</param>
public sealed record AmendmentView(YearRequest Request, AmendmentFile File)
{
    /// <summary>Its lines of money.</summary>
    public Table Lines => AmendmentTables.Lines(Request.Site, File.Amendment);

    /// <summary>Address of its lines in another format.</summary>
    public string Twin(string extension) => AddressOf(Request, File.Amendment.Reference) + extension;

    /// <summary>Address of one of its files.</summary>
    public string FileAddress(int number) => AddressOf(Request, File.Amendment.Reference) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/files/{number}");

    /// <summary>Address of an amendment.</summary>
    public static string AddressOf(YearRequest request, string reference)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.To("/amendments/" + Uri.EscapeDataString(reference));
    }
}
