using Avance.App.Capture;
using Avance.Web.Forms;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Capture;

/// <summary>Evidence of a sheet as its pages handle it: sent with a form, removed, and handed out as downloads.</summary>
internal static class EvidenceWork
{
    /// <summary>The file of the form that adds one.</summary>
    public static Field FileField { get; } = new("file", new("Archivo", "File"), new(
        "PDF, imagen, documento u hoja de Office u OpenDocument, CSV, texto o ZIP.", "PDF, picture, Office or OpenDocument document or sheet, CSV, text or ZIP."));

    /// <summary>What a form with a file may weigh.</summary>
    public static long MaxFormBytes => EvidenceLimits.Default.MaxBytes + WorkRoutes.MaxFormBytes;

    /// <summary>Adds the file of a form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="subject">The indicator or project that it supports; empty for the sheet as a whole.</param>
    /// <param name="form">The form, as it was sent.</param>
    /// <param name="next">Where to go when it was added.</param>
    /// <param name="show">Makes the page again, with what is wrong.</param>
    public static IResult Attach(WorkRequest request, FiscalPeriod period, string unit, Guid subject, Form form, string next, Func<Form, int, IResult> show)
    {
        var evidence = request.Get<Evidence>();
        var sent = form.File(FileField, evidence.Limits.MaxBytes);
        return form.Submit(
            () =>
            {
                using var content = sent!.OpenReadStream();
                evidence.Attach(request.Entity, period, unit, subject, sent.FileName, content, request.Actor);
                return request.Next(next);
            },
            show);
    }

    /// <summary>Removes a file.</summary>
    public static IResult Remove(WorkRequest request, FiscalPeriod period, string unit, int number, Form form, string next, Func<Form, int, IResult> show) => form.Submit(
        () =>
        {
            request.Get<Evidence>().Remove(request.Entity, period, unit, number, request.Actor);
            return request.Next(next, Notices.Deleted);
        },
        show);

    /// <summary>Hands a file out, always as a download: it came from outside, and nothing in it may run as part of these pages.</summary>
    public static IResult Download(WorkRequest request, FiscalPeriod period, string unit, int number)
    {
        OpenedEvidence opened;
        try
        {
            opened = request.Get<Evidence>().Open(request.Entity, period, unit, number);
        }
        catch (RuleViolationException missing) when (missing.RuleId is "evidence.missing" or "report.entity")
        {
            return request.NotFound(missing.Text);
        }

        return Results.Stream(opened.Content, opened.File.MediaType, opened.File.Name);
    }
}
