using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Avance.Web.Budget;

/// <summary>
/// The tables that were uploaded and not yet applied or forgotten, and the threads that work on them. They live as long as
/// the program: nothing of them is in the database, so nothing is lost but the upload.
/// </summary>
/// <param name="database">Where they go.</param>
/// <param name="clock">Tells when.</param>
/// <param name="log">Where failures that nobody foresaw are told in full.</param>
internal sealed partial class ImportUploads(Database database, TimeProvider clock, ILogger<ImportUploads> log) : IDisposable
{
    /// <summary>The largest file taken.</summary>
    public const long MaxFileBytes = 64L << 20;

    /// <summary>Uploads kept; the oldest one that nobody works on makes room.</summary>
    private const int MostKept = 16;

    private const int PreviewRows = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("avance-imports-").FullName;
    private readonly List<ImportUpload> _uploads = [];
    private int _last;

    /// <summary>An upload of an office's year; null when there is none such.</summary>
    public ImportUpload? Find(string entity, int year, string id)
    {
        lock (_uploads)
        {
            return _uploads.Find(u => u.Id == id && u.Entity == entity && u.Year == year);
        }
    }

    /// <summary>Takes a file in and begins to read it.</summary>
    public ImportUpload Add(string entity, int year, IFormFile file, ImportMapping mapping, string actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var upload = new ImportUpload(id, entity, year, System.IO.Path.GetFileName(file.FileName), _folder) { Mapping = mapping };
        using (var kept = File.Create(upload.Path))
        {
            file.CopyTo(kept);
        }

        lock (_uploads)
        {
            _uploads.Add(upload);
            if (_uploads.Count > MostKept && _uploads.Find(static u => !u.IsBusy) is { } oldest)
            {
                _uploads.Remove(oldest);
                oldest.Dispose();
            }
        }

        Start(upload, actor, UploadStage.Trying, validOnly: true);
        return upload;
    }

    /// <summary>Reads a file again, with another mapping.</summary>
    public void Try(ImportUpload upload, ImportMapping mapping, string actor)
    {
        upload.Mapping = mapping;
        Start(upload, actor, UploadStage.Trying, validOnly: true);
    }

    /// <summary>Begins to record a file.</summary>
    public void Apply(ImportUpload upload, bool validOnly, string actor) => Start(upload, actor, UploadStage.Applying, validOnly);

    /// <summary>Stops what is being done with a file, or forgets one that waits.</summary>
    public void Cancel(ImportUpload upload)
    {
        if (upload.IsBusy)
        {
            upload.Cancel();
            return;
        }

        lock (_uploads)
        {
            _uploads.Remove(upload);
        }

        upload.Dispose();
    }

    public void Dispose()
    {
        lock (_uploads)
        {
            _uploads.ForEach(static u => u.Cancel());
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Start(ImportUpload upload, string actor, UploadStage stage, bool validOnly)
    {
        lock (upload)
        {
            if (upload.Outcome is not null && upload.IsBusy)
            {
                return;
            }

            (upload.Stage, upload.Refusal) = (stage, null);
        }

        new Thread(() => Work(upload, actor, stage, validOnly)) { IsBackground = true, Name = "import " + upload.Id }.Start();
    }

    private void Work(ImportUpload upload, string actor, UploadStage stage, bool validOnly)
    {
        try
        {
            File.Delete(upload.RejectsPath);
            upload.Outcome = new ImportTable(database, clock).Execute(
                new()
                {
                    Path = upload.Path,
                    FileName = upload.FileName,
                    EntityCode = upload.Entity,
                    Year = upload.Year,
                    Mapping = upload.Mapping,
                    Actor = actor,
                    DryRun = stage == UploadStage.Trying,
                    ValidOnly = validOnly,
                    RejectsPath = upload.RejectsPath,
                    PreviewRows = PreviewRows,
                    Progress = progress => upload.Progress = progress,
                },
                upload.Cancellation);
        }
        catch (Exception failure) when (Tell(upload, failure))
        {
            upload.Outcome = new() { State = ImportState.Refused };
        }
        finally
        {
            upload.Stage = stage == UploadStage.Trying && upload.Outcome?.State != ImportState.Cancelled ? UploadStage.Tried : UploadStage.Ended;
        }
    }

    /// <summary>Says on the page why nothing came of a file. On a thread of its own, whatever is not caught ends the program.</summary>
    private bool Tell(ImportUpload upload, Exception failure)
    {
        upload.Refusal = failure switch
        {
            RuleViolationException refusal => refusal.Text,
            IOException => new($"No se pudo leer el archivo: {failure.Message}", $"The file could not be read: {failure.Message}"),
            _ => new(
                "El programa falló al trabajar este archivo y no registró nada. La causa quedó en la salida del programa; avise a quien lo administra.",
                "The program failed while working on this file and recorded nothing. The cause is in the program's output; tell whoever runs it."),
        };
        if (failure is not (RuleViolationException or IOException))
        {
            Failed(upload.FileName, failure);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Error, "The import of {FileName} failed.")]
    private partial void Failed(string fileName, Exception failure);
}
