using Avance.IntegrationTests.Capture;

namespace Avance.IntegrationTests.Web;

/// <summary>An address for every route that the web maps, as the sample site has it.</summary>
internal static class EndpointCases
{
    /// <summary>A year whose plan is still a draft.</summary>
    public const string Draft = "/work/IEPC/2025";

    /// <summary>A year whose second quarter is being captured.</summary>
    public const string Captured = "/work/DIF/2024";

    /// <summary>The pages that have a script: all the others refuse any.</summary>
    public static readonly string[] Scripted = [Captured + "/capture/2/02", "/account/passkeys"];

    /// <summary>An address for each route, and the type of what it sends.</summary>
    public static readonly Dictionary<string, (string Path, string ContentType)> Cases = new(StringComparer.Ordinal)
    {
        ["/reports"] = ("/reports", "text/html"),
        ["/reports.csv"] = ("/reports.csv", "text/csv"),
        ["/reports.json"] = ("/reports.json", "application/json"),
        ["/rules"] = ("/rules", "text/html"),
        ["/rules.csv"] = ("/rules.csv", "text/csv"),
        ["/rules.json"] = ("/rules.json", "application/json"),
        ["/rules/{id}"] = ("/rules/AVP-019", "text/html"),
        [R("")] = ("/IEPC/2023-Q3", "text/html"),
        [R(".csv")] = ("/IEPC/2023-Q3.csv", "text/csv"),
        [R(".json")] = ("/IEPC/2023-Q3.json", "application/json"),
        [R("/report")] = ("/IEPC/2023-Q3/report", "text/html"),
        [R("/report.pdf")] = ("/IEPC/2023-Q3/report.pdf", "application/pdf"),
        [R("/report.xlsx")] = ("/IEPC/2023-Q3/report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [R("/report.html")] = ("/IEPC/2023-Q3/report.html", "text/html"),
        [R("/report.csv")] = ("/IEPC/2023-Q3/report.csv", "text/csv"),
        [R("/report.json")] = ("/IEPC/2023-Q3/report.json", "application/json"),
        [R("/report.txt")] = ("/IEPC/2023-Q3/report.txt", "text/plain"),
        [R("/projects/{number}")] = ("/IEPC/2023-Q3/projects/16", "text/html"),
        [R("/projects/{number}.csv")] = ("/IEPC/2023-Q3/projects/16.csv", "text/csv"),
        [R("/projects/{number}.json")] = ("/IEPC/2023-Q3/projects/16.json", "application/json"),
        [R("/findings")] = ("/IEPC/2023-Q3/findings", "text/html"),
        [R("/findings.csv")] = ("/IEPC/2023-Q3/findings.csv", "text/csv"),
        [R("/findings.json")] = ("/IEPC/2023-Q3/findings.json", "application/json"),
        [R("/sdg")] = ("/IEPC/2023-Q3/sdg", "text/html"),
        [R("/sdg.csv")] = ("/IEPC/2023-Q3/sdg.csv", "text/csv"),
        [R("/sdg.json")] = ("/IEPC/2023-Q3/sdg.json", "application/json"),
        [R("/versions")] = ("/IEPC/2023-Q3/versions", "text/html"),
        [R("/versions.csv")] = ("/IEPC/2023-Q3/versions.csv", "text/csv"),
        [R("/versions.json")] = ("/IEPC/2023-Q3/versions.json", "application/json"),
        [R("/source")] = ("/IEPC/2023-Q3/source", "text/plain"),
        [R("/figures/{cell}")] = ("/IEPC/2023-Q3/figures/16.revised", "text/html"),
        [R("/figures/{cell}.csv")] = ("/IEPC/2023-Q3/figures/16.revised.csv", "text/csv"),
        [R("/figures/{cell}.json")] = ("/IEPC/2023-Q3/figures/16.revised.json", "application/json"),
        [Y("/budget")] = (BudgetSample.Year + "/budget", "text/html"),
        [Y("/budget.csv")] = (BudgetSample.Year + "/budget.csv", "text/csv"),
        [Y("/budget.json")] = (BudgetSample.Year + "/budget.json", "application/json"),
        [Y("/budget/entries")] = (BudgetSample.Year + "/budget/entries", "text/html"),
        [Y("/budget/entries.csv")] = (BudgetSample.Year + "/budget/entries.csv", "text/csv"),
        [Y("/budget/entries.json")] = (BudgetSample.Year + "/budget/entries.json", "application/json"),
        [Y("/budget/lines/{key}")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}", "text/html"),
        [Y("/budget/lines/{key}.csv")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}.csv", "text/csv"),
        [Y("/budget/lines/{key}.json")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}.json", "application/json"),
        [Y("/documents")] = (BudgetSample.Year + "/documents", "text/html"),
        [Y("/documents.csv")] = (BudgetSample.Year + "/documents.csv", "text/csv"),
        [Y("/documents.json")] = (BudgetSample.Year + "/documents.json", "application/json"),
        [Y("/documents/{sequence:long}")] = (BudgetSample.Year + "/documents/3", "text/html"),
        [Y("/documents/{sequence:long}.csv")] = (BudgetSample.Year + "/documents/3.csv", "text/csv"),
        [Y("/documents/{sequence:long}.json")] = (BudgetSample.Year + "/documents/3.json", "application/json"),
        [Y("/plan")] = (BudgetSample.Year + "/plan", "text/html"),
        [Y("/plan.csv")] = (BudgetSample.Year + "/plan.csv", "text/csv"),
        [Y("/plan.json")] = (BudgetSample.Year + "/plan.json", "application/json"),
        [Y("/plan/{unit}/{key}")] = (BudgetSample.Year + "/plan/01/A002", "text/html"),
        [Y("/plan/{unit}/{key}.csv")] = (BudgetSample.Year + "/plan/01/A002.csv", "text/csv"),
        [Y("/plan/{unit}/{key}.json")] = (BudgetSample.Year + "/plan/01/A002.json", "application/json"),
        [Y("/plan/{unit}/{key}/cover.pdf")] = (BudgetSample.Year + "/plan/01/A002/cover.pdf", "application/pdf"),
        [Y("/plan/{unit}/{key}/cover.xlsx")] = (BudgetSample.Year + "/plan/01/A002/cover.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [Y("/plan/{unit}/{key}/cover.html")] = (BudgetSample.Year + "/plan/01/A002/cover.html", "text/html"),
        [Y("/plan/{unit}/{key}/{number}")] = (BudgetSample.Year + "/plan/01/A002/1", "text/html"),
        [Y("/plan/{unit}/{key}/{number}.csv")] = (BudgetSample.Year + "/plan/01/A002/1.csv", "text/csv"),
        [Y("/plan/{unit}/{key}/{number}.json")] = (BudgetSample.Year + "/plan/01/A002/1.json", "application/json"),
        [Y("/plan/{unit}/{key}/{number}/sheet.pdf")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.pdf", "application/pdf"),
        [Y("/plan/{unit}/{key}/{number}/sheet.xlsx")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [Y("/plan/{unit}/{key}/{number}/sheet.html")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.html", "text/html"),
        [Y("/amendments")] = ("/IEPC/2023/amendments", "text/html"),
        [Y("/amendments.csv")] = ("/IEPC/2023/amendments.csv", "text/csv"),
        [Y("/amendments.json")] = ("/IEPC/2023/amendments.json", "application/json"),
        [Y("/amendments/{reference}")] = ("/IEPC/2023/amendments/AP-2023-0001", "text/html"),
        [Y("/amendments/{reference}.csv")] = ("/IEPC/2023/amendments/AP-2023-0001.csv", "text/csv"),
        [Y("/amendments/{reference}.json")] = ("/IEPC/2023/amendments/AP-2023-0001.json", "application/json"),
        [Y("/amendments/{reference}/files/{number:int}")] = ("/IEPC/2023/amendments/AP-2023-0001/files/1", "application/pdf"),
        ["/work"] = ("/work", "text/html"),
        ["/work/new"] = ("/work/new", "text/html"),
        [W("/plan")] = (Draft + "/plan", "text/html"),
        [W("/plan/approve")] = (Draft + "/plan/approve", "text/html"),
        [W("/plan/units/new")] = (Draft + "/plan/units/new", "text/html"),
        [W("/plan/units/{code}")] = (Draft + "/plan/units/02", "text/html"),
        [W("/plan/units/{code}/remove")] = (Draft + "/plan/units/02/remove", "text/html"),
        [W("/plan/programmes/new")] = (Draft + "/plan/programmes/new", "text/html"),
        [W("/plan/programmes/{code}")] = (Draft + "/plan/programmes/R101", "text/html"),
        [W("/plan/programmes/{code}/remove")] = (Draft + "/plan/programmes/R101/remove", "text/html"),
        [W("/plan/projects/new")] = (Draft + "/plan/projects/new", "text/html"),
        [W("/plan/projects/{unit}/{key}")] = (Draft + "/plan/projects/01/A002", "text/html"),
        [W("/plan/projects/{unit}/{key}/remove")] = (Draft + "/plan/projects/01/A002/remove", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/new")] = (Draft + "/plan/projects/01/A002/indicators/new", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/{number}")] = (Draft + "/plan/projects/01/A002/indicators/1", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/{number}/remove")] = (Draft + "/plan/projects/01/A002/indicators/1/remove", "text/html"),
        [W("")] = ("/work/IEPC/2023", "text/html"),
        [W("/amendments")] = ("/work/IEPC/2023/amendments", "text/html"),
        [W("/amendments/new")] = ("/work/IEPC/2023/amendments/new", "text/html"),
        [W("/amendments/{reference}")] = ("/work/IEPC/2023/amendments/BORR-2023-0002", "text/html"),
        [W("/amendments/{reference}/files/{number:int}")] = ("/work/IEPC/2023/amendments/AP-2023-0001/files/1", "application/pdf"),
        ["/account"] = ("/account", "text/html"),
        ["/account/codes"] = ("/account/codes", "text/html"),
        ["/account/passkeys"] = ("/account/passkeys", "text/html"),
        [P("")] = ("/work/IEPC/people", "text/html"),
        [P("/new")] = ("/work/IEPC/people/new", "text/html"),
        [P("/{account:guid}")] = ("/work/IEPC/people/{worker}", "text/html"),
        [W("/amendments/{reference}/edit")] = ("/work/IEPC/2023/amendments/BORR-2023-0002/edit", "text/html"),
        [W("/amendments/{reference}/steps/{state}")] = ("/work/IEPC/2023/amendments/BORR-2023-0002/steps/requested", "text/html"),
        [W("/imports")] = ("/work/IEPC/2023/imports", "text/html"),
        [W("/imports/{id}")] = ("/work/IEPC/2023/imports/1", "text/html"),
        [W("/imports/{id}/columns")] = ("/work/IEPC/2023/imports/1/columns", "text/html"),
        [W("/imports/{id}/rejects")] = ("/work/IEPC/2023/imports/1/rejects", "text/csv"),
        ["/work/{entity}/journal"] = ("/work/IEPC/journal", "text/html"),
        ["/work/{entity}/journal/verify"] = ("/work/IEPC/journal/verify", "text/html"),
        ["/work/{entity}/journal.csv"] = ("/work/IEPC/journal.csv", "text/csv"),
        ["/work/{entity}/journal.jsonl"] = ("/work/IEPC/journal.jsonl", "application/jsonl"),
        [W("/outlook")] = (Captured + "/outlook", "text/html"),
        [W("/outlook/targets.csv")] = (Captured + "/outlook/targets.csv", "text/csv"),
        [W("/outlook/targets.json")] = (Captured + "/outlook/targets.json", "application/json"),
        [W("/outlook/budgets.csv")] = (Captured + "/outlook/budgets.csv", "text/csv"),
        [W("/outlook/budgets.json")] = (Captured + "/outlook/budgets.json", "application/json"),
        [W("/issue")] = (Captured + "/issue", "text/html"),
        [W("/issue/{quarter:int}")] = (Captured + "/issue/1", "text/html"),
        [W("/capture")] = (Captured + "/capture", "text/html"),
        [W("/periods/{quarter:int}/open")] = (Captured + "/periods/3/open", "text/html"),
        [W("/periods/{quarter:int}/extend")] = (Captured + "/periods/2/extend", "text/html"),
        [W("/periods/{quarter:int}/missing")] = (Captured + "/periods/2/missing", "text/html"),
        [W("/periods/{quarter:int}/readmit")] = (Captured + "/periods/2/readmit", "text/html"),
        [W("/periods/{quarter:int}/letstand")] = (Captured + "/periods/2/letstand", "text/html"),
        [W("/periods/{quarter:int}/close")] = (Captured + "/periods/2/close", "text/html"),
        [W("/periods/{quarter:int}/reopen")] = (Captured + "/periods/1/reopen", "text/html"),
        [W("/capture/{quarter:int}/{unit}")] = (Captured + "/capture/2/02", "text/html"),
        [W("/capture/{quarter:int}/{unit}/findings")] = (Captured + "/capture/2/02/findings", "text/html"),
        [W("/capture/{quarter:int}/{unit}/evidence/{subject:guid}")] = ($"{Captured}/capture/2/02/evidence/{CaptureSample.Subject}", "text/html"),
        [W("/capture/{quarter:int}/{unit}/files/{number:int}")] = (Captured + "/capture/2/02/files/1", "application/pdf"),
        [W("/capture/{quarter:int}/{unit}/submit")] = (Captured + "/capture/2/02/submit", "text/html"),
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}")] = (Captured + "/capture/2/01/versions/1", "text/html"),
        [W("/trace")] = (Captured + "/trace", "text/html"),
        [W("/trace.csv")] = (Captured + "/trace.csv", "text/csv"),
        [W("/trace.json")] = (Captured + "/trace.json", "application/json"),
        [W("/trace/{quarter:int}/{unit}/{subject:guid}")] = ($"{Captured}/trace/2/02/{CaptureSample.Subject}", "text/html"),
    };

    /// <summary>An address for each route that takes a form.</summary>
    public static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["/work/new"] = "/work/new",
        [W("/plan/approve")] = Draft + "/plan/approve",
        [W("/plan/open")] = Draft + "/plan/open",
        [W("/plan/close-month")] = Draft + "/plan/close-month",
        [W("/plan/close")] = Draft + "/plan/close",
        [W("/plan/units/new")] = Draft + "/plan/units/new",
        [W("/plan/units/{code}")] = Draft + "/plan/units/02",
        [W("/plan/units/{code}/remove")] = Draft + "/plan/units/02/remove",
        [W("/plan/programmes/new")] = Draft + "/plan/programmes/new",
        [W("/plan/programmes/{code}")] = Draft + "/plan/programmes/R101",
        [W("/plan/programmes/{code}/remove")] = Draft + "/plan/programmes/R101/remove",
        [W("/plan/projects/new")] = Draft + "/plan/projects/new",
        [W("/plan/projects/{unit}/{key}")] = Draft + "/plan/projects/01/A002",
        [W("/plan/projects/{unit}/{key}/remove")] = Draft + "/plan/projects/01/A002/remove",
        [W("/plan/projects/{unit}/{key}/move")] = Draft + "/plan/projects/01/A002/move",
        [W("/plan/projects/{unit}/{key}/close")] = Draft + "/plan/projects/01/A002/close",
        [W("/plan/projects/{unit}/{key}/indicators/new")] = Draft + "/plan/projects/01/A002/indicators/new",
        [W("/plan/projects/{unit}/{key}/indicators/{number}")] = Draft + "/plan/projects/01/A002/indicators/1",
        [W("/plan/projects/{unit}/{key}/indicators/{number}/remove")] = Draft + "/plan/projects/01/A002/indicators/1/remove",
        [W("/amendments/new")] = "/work/IEPC/2023/amendments/new",
        [W("/amendments/{reference}/edit")] = "/work/IEPC/2023/amendments/BORR-2023-0002/edit",
        [W("/amendments/{reference}/files")] = "/work/IEPC/2023/amendments/BORR-2023-0002/files",
        [W("/amendments/{reference}/files/{number:int}/remove")] = "/work/IEPC/2023/amendments/BORR-2023-0002/files/1/remove",
        [W("/amendments/{reference}/steps/{state}")] = "/work/IEPC/2023/amendments/BORR-2023-0002/steps/requested",
        [W("/imports")] = "/work/IEPC/2023/imports",
        [W("/imports/{id}/columns")] = "/work/IEPC/2023/imports/1/columns",
        [W("/imports/{id}/apply")] = "/work/IEPC/2023/imports/0/apply",
        [W("/imports/{id}/cancel")] = "/work/IEPC/2023/imports/0/cancel",
        [W("/issue/{quarter:int}")] = Captured + "/issue/2",
        [W("/periods/{quarter:int}/open")] = Captured + "/periods/3/open",
        [W("/periods/{quarter:int}/extend")] = Captured + "/periods/2/extend",
        [W("/periods/{quarter:int}/missing")] = Captured + "/periods/2/missing",
        [W("/periods/{quarter:int}/readmit")] = Captured + "/periods/2/readmit",
        [W("/periods/{quarter:int}/letstand")] = Captured + "/periods/2/letstand",
        [W("/periods/{quarter:int}/close")] = Captured + "/periods/2/close",
        [W("/periods/{quarter:int}/reopen")] = Captured + "/periods/1/reopen",
        [W("/capture/{quarter:int}/{unit}")] = Captured + "/capture/2/02",
        [W("/capture/{quarter:int}/{unit}/cells")] = Captured + "/capture/2/02/cells",
        [W("/capture/{quarter:int}/{unit}/evidence/{subject:guid}")] = $"{Captured}/capture/2/02/evidence/{CaptureSample.Subject}",
        [W("/capture/{quarter:int}/{unit}/files/{number:int}/remove")] = Captured + "/capture/2/02/files/9/remove",
        [W("/capture/{quarter:int}/{unit}/seen")] = Captured + "/capture/2/02/seen",
        [W("/capture/{quarter:int}/{unit}/submit")] = Captured + "/capture/2/02/submit",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/approve")] = Captured + "/capture/2/02/versions/1/approve",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/return")] = Captured + "/capture/2/02/versions/1/return",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/authorise")] = Captured + "/capture/2/02/versions/1/authorise",
        ["/account/name"] = "/account/name",
        ["/account/password"] = "/account/password",
        ["/account/codes"] = "/account/codes",
        ["/account/codes/off"] = "/account/codes/off",
        ["/account/recovery-codes"] = "/account/recovery-codes",
        ["/account/sessions/end"] = "/account/sessions/end",
        ["/account/passkeys"] = "/account/passkeys",
        ["/account/passkeys/options"] = "/account/passkeys/options",
        ["/account/passkeys/remove"] = "/account/passkeys/remove",
        [P("/new")] = "/work/IEPC/people/new",
        [P("/{account:guid}")] = "/work/IEPC/people/{worker}",
        [P("/{account:guid}/invite")] = "/work/IEPC/people/{worker}/invite",
        [P("/{account:guid}/unlock")] = "/work/IEPC/people/{worker}/unlock",
        [P("/{account:guid}/disable")] = "/work/IEPC/people/{worker}/disable",
        [P("/{account:guid}/enable")] = "/work/IEPC/people/{worker}/enable",
    };

    private static readonly string[] Downloads = ["/files/", "/source", "/report.", "/cover.", "/sheet.", "/rejects"];

    /// <summary>What is part of a page, for its script to put in its place.</summary>
    public static readonly string[] Fragments = [W("/capture/{quarter:int}/{unit}/findings")];

    /// <summary>Whether an address hands out a file to be kept.</summary>
    public static bool IsDownload(string path) => Downloads.Any(d => path.Contains(d, StringComparison.Ordinal)) || path.EndsWith("/journal.csv", StringComparison.Ordinal) || path.EndsWith("/journal.jsonl", StringComparison.Ordinal);

    /// <summary>How the policy begins that an address sends: nothing at all runs in what is handed out to be kept.</summary>
    public static string PolicyOf(string path) => IsDownload(path)
        ? "sandbox; default-src 'none'"
        : $"default-src 'self'; script-src '{(Scripted.Contains(path) ? "self" : "none")}'";

    public static string W(string suffix) => "/work/{entity}/{year:int}" + suffix;

    public static string P(string suffix) => "/work/{entity}/people" + suffix;

    public static string Y(string suffix) => "/{entity}/{year:int}" + suffix;

    public static string R(string suffix) => "/{entity}/{period:period}" + suffix;
}
