namespace Avance.App.Importing;

/// <summary>A transformation of the plane as PDF writes it: scale, turn, shift.</summary>
internal readonly record struct PdfTransform(double A, double B, double C, double D, double X, double Y)
{
    /// <summary>The one that changes nothing.</summary>
    public static PdfTransform Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>This one, and then the other.</summary>
    public PdfTransform Then(PdfTransform next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (X * next.A) + (Y * next.C) + next.X,
        (X * next.B) + (Y * next.D) + next.Y);
}
