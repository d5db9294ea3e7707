using System.Diagnostics;
using Avance.App.Budget.Imports;

namespace Avance.Cli;

/// <summary>A line on the screen that tells how far an import has come; nothing where there is no screen.</summary>
internal sealed class ImportProgressLine(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly bool _isScreen = !Console.IsErrorRedirected && terminal.Error == Console.Error;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private int _width;

    public void Show(ImportProgress progress)
    {
        if (_isScreen && _sinceLast.Elapsed >= Pause)
        {
            _sinceLast.Restart();
            var line = terminal.Say(
                $"{Figure.Print((long?)progress.Rows)} renglones, {Figure.Print((long?)progress.Documents)} documentos, {Figure.Print((long?)progress.Refused)} rechazados",
                $"{Figure.Print((long?)progress.Rows)} rows, {Figure.Print((long?)progress.Documents)} documents, {Figure.Print((long?)progress.Refused)} refused");
            terminal.Error.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            terminal.Error.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }
}
