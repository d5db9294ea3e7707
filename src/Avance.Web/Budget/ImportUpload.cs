using Avance.App.Budget.Imports;

namespace Avance.Web.Budget;

/// <summary>Where an uploaded table stands.</summary>
public enum UploadStage
{
    /// <summary>It is being read, to show what would come of it.</summary>
    Trying,

    /// <summary>It was read, and waits for somebody to decide.</summary>
    Tried,

    /// <summary>It is being recorded.</summary>
    Applying,

    /// <summary>It was recorded, refused or cancelled.</summary>
    Ended,
}

/// <summary>A table that somebody uploaded, kept beside the database until it is applied or forgotten.</summary>
/// <param name="id">Its name in addresses.</param>
/// <param name="entity">The office.</param>
/// <param name="year">The fiscal year.</param>
/// <param name="fileName">The file's name, as people know it.</param>
/// <param name="folder">Where its files are kept.</param>
public sealed class ImportUpload(string id, string entity, int year, string fileName, string folder) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly object _gate = new();
    private UploadStage _stage;

    /// <summary>Its name in addresses.</summary>
    public string Id => id;

    /// <summary>The office's code.</summary>
    public string Entity => entity;

    /// <summary>The fiscal year.</summary>
    public int Year => year;

    /// <summary>The file's name, as people know it.</summary>
    public string FileName => fileName;

    /// <summary>Where its bytes are.</summary>
    public string Path => System.IO.Path.Combine(folder, id + ".tabla");

    /// <summary>Where its refused rows are.</summary>
    public string RejectsPath => System.IO.Path.Combine(folder, id + ".rechazos.csv");

    /// <summary>How it is read.</summary>
    public ImportMapping Mapping { get; set; } = BuiltInMappings.All[0];

    /// <summary>Where it stands.</summary>
    public UploadStage Stage
    {
        get
        {
            lock (_gate)
            {
                return _stage;
            }
        }

        set
        {
            lock (_gate)
            {
                _stage = value;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>How far it has come.</summary>
    public ImportProgress Progress { get; set; } = new(0, 0, 0);

    /// <summary>What came of it, or would; null while it is being read for the first time.</summary>
    public ImportTableOutcome? Outcome { get; set; }

    /// <summary>Why nothing came of it, when it was refused as a whole by a rule.</summary>
    public LocalizedText? Refusal { get; set; }

    /// <summary>Tells when somebody stops it.</summary>
    public CancellationToken Cancellation => _stop.Token;

    /// <summary>Whether it is being read or recorded now.</summary>
    public bool IsBusy => Stage is UploadStage.Trying or UploadStage.Applying;

    /// <summary>Waits until nothing is done with it any more, as long as that does not take too long.</summary>
    public void Wait(TimeSpan longest)
    {
        lock (_gate)
        {
            if (_stage is UploadStage.Trying or UploadStage.Applying)
            {
                Monitor.Wait(_gate, longest);
            }
        }
    }

    /// <summary>Stops what is being done with it.</summary>
    public void Cancel() => _stop.Cancel();

    /// <summary>Forgets its files.</summary>
    public void Dispose()
    {
        _stop.Dispose();
        File.Delete(Path);
        File.Delete(RejectsPath);
    }
}
