using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Avance.App.Capture;
using Avance.App.Storage;
using Avance.Capture;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>What a tab sends.</summary>
/// <param name="Number">Which request it is.</param>
/// <param name="Actor">Whose.</param>
/// <param name="Cells">What was typed, as subject, field, value and the revision that was seen.</param>
public sealed record SaveRequest(int Number, string Actor, IReadOnlyList<SaveCell> Cells);

/// <summary>A place that is sent.</summary>
public sealed record SaveCell(Guid Subject, string Field, string Value, int Base);

/// <summary>What the server answers: each place with what stands in it; nothing when it could not save.</summary>
public sealed record SaveAnswer(int Number, IReadOnlyList<AnsweredCell>? Cells);

/// <summary>A place that was answered.</summary>
public sealed record AnsweredCell(Guid Subject, string Field, bool IsConflict, string Value, int Revision);

/// <summary>A process that keeps what tabs send, many at once, until it is killed.</summary>
internal sealed class SaveServer : IDisposable
{
    private const string LocationVariable = "AVANCE_TEST_SAVES";

    private static readonly Lock Saying = new();

    private readonly ConcurrentDictionary<int, TaskCompletionSource<SaveAnswer?>> _waiting = [];
    private readonly string _location;
    private Process _process;
    private Thread _reading;

    public SaveServer(string location)
    {
        _location = location;
        (_process, _reading) = Start();
    }

    public bool IsDead { get; private set; }

    public void Restart()
    {
        _process.Dispose();
        (_process, _reading) = Start();
    }

    /// <summary>Sends a request; the answer is null when the server died before it said anything.</summary>
    public Task<SaveAnswer?> Send(SaveRequest request)
    {
        var answer = new TaskCompletionSource<SaveAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request.Number] = answer;
        if (IsDead)
        {
            answer.SetResult(null);
            return answer.Task;
        }

        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        _process.StandardInput.Flush();
        return answer.Task;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        _reading.Join();
        IsDead = true;
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetResult(null);
        }
    }

    public void Dispose()
    {
        if (!IsDead)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>Serves in the process that was started, and never returns.</summary>
    public static void Serve()
    {
        using var database = Database.Open(Environment.GetEnvironmentVariable(LocationVariable)!);
        var sheets = new CaptureSheets(database, TimeProvider.System);
        Say("ready");
        using var input = new StreamReader(Console.OpenStandardInput());
        while (input.ReadLine() is { } line)
        {
            _ = Task.Run(() =>
            {
                var request = JsonSerializer.Deserialize<SaveRequest>(line)!;
                Say("answer " + JsonSerializer.Serialize(new SaveAnswer(request.Number, Save(sheets, request))));
            });
        }
    }

    private static List<AnsweredCell>? Save(CaptureSheets sheets, SaveRequest request)
    {
        try
        {
            var edits = request.Cells.Select(static c => new CellEdit(new(c.Subject, c.Field), c.Value, c.Base)).ToList();
            return [.. sheets.Save(CaptureOffice.Code, CaptureOffice.First, "01", edits, request.Actor).Cells.Select(static c => new AnsweredCell(
                c.Address.Subject, c.Address.Field, c.IsConflict, c.Current?.Value ?? "", c.Current?.Revision ?? 0))];
        }
        catch (RuleViolationException)
        {
            return null;
        }
    }

    /// <summary>Straight to the pipe: the runner keeps what tests print until they end.</summary>
    private static void Say(string line)
    {
        lock (Saying)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(System.Text.Encoding.UTF8.GetBytes($"\n{line}\n"));
        }
    }

    private (Process Process, Thread Reading) Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(ScheduleTests).FullName}.{nameof(ScheduleTests.Serves_saves_until_it_is_killed)}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [LocationVariable] = _location },
        })!;
        using var isReady = new ManualResetEventSlim();
        var reading = new Thread(() => Read(process, isReady));
        reading.Start();
        Assert.True(isReady.Wait(TimeSpan.FromMinutes(2)), "The server does not start.");
        IsDead = false;
        return (process, reading);
    }

    private void Read(Process process, ManualResetEventSlim isReady)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line == "ready")
            {
                isReady.Set();
            }
            else if (line.StartsWith("answer ", StringComparison.Ordinal))
            {
                var answer = JsonSerializer.Deserialize<SaveAnswer>(line["answer ".Length..])!;
                _waiting[answer.Number].TrySetResult(answer);
            }
        }
    }
}
