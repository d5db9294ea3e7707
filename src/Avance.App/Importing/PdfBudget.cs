namespace Avance.App.Importing;

/// <summary>
/// How much work a file may ask for. A file of kilobytes can unpack into gigabytes or point at itself for ever; every step
/// of reading spends from the budget, so reading ends.
/// </summary>
/// <param name="fileBytes">Size of the file.</param>
internal sealed class PdfBudget(int fileBytes)
{
    /// <summary>A printed report needs three quarters of this for each of its bytes.</summary>
    private const long ForEachByte = 48;

    private long _left = (24L << 20) + (ForEachByte * fileBytes);

    /// <summary>Whether the file asked for more than it may.</summary>
    public bool IsExhausted => _left < 0;

    /// <summary>Spends: a unit is about what unpacking one byte takes.</summary>
    /// <exception cref="InvalidDataException">Nothing is left.</exception>
    public void Spend(long units)
    {
        _left -= units;
        if (_left < 0)
        {
            throw new InvalidDataException("The file asks for too much work.");
        }
    }
}
