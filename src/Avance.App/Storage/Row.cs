namespace Avance.App.Storage;

/// <summary>The row that a query stands on, read by position, whatever types its engine keeps values in.</summary>
internal abstract class Row
{
    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    public abstract Guid Id(int column);

    public abstract DateTimeOffset Moment(int column);

    public abstract DateOnly Day(int column);

    public abstract bool Bool(int column);

    /// <summary>
    /// A moment, or the first that there is when the column holds none: reading what somebody tampered with must not stop at it.
    /// </summary>
    public DateTimeOffset MomentOrFirst(int column)
    {
        try
        {
            return Moment(column);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or ArgumentOutOfRangeException or OverflowException)
        {
            return DateTimeOffset.MinValue;
        }
    }

    public int Int(int column) => (int)Long(column);

    public long? OptionalLong(int column) => IsNull(column) ? null : Long(column);

    public Money? OptionalMoney(int column) => IsNull(column) ? null : new Money(Long(column));

    public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset? OptionalMoment(int column) => IsNull(column) ? null : Moment(column);

    public DateOnly? OptionalDay(int column) => IsNull(column) ? null : Day(column);
}
