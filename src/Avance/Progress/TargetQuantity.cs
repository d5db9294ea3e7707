namespace Avance.Progress;

/// <summary>Target quantities: decimals with two to four places.</summary>
public static class TargetQuantity
{
    /// <summary>How many ten-thousandths make one: the unit in which quantities are stored.</summary>
    public const decimal Scale = 10_000m;

    /// <summary>The same quantity with two decimals in its scale, or as many as it needs.</summary>
    public static decimal Normalize(decimal value)
    {
        value = decimal.Round(value, 4, MidpointRounding.AwayFromZero);
        var two = decimal.Round(value, 2);
        if (two == value)
        {
            return two + 0.00m;
        }

        var three = decimal.Round(value, 3);
        return three == value ? three : value;
    }
}
