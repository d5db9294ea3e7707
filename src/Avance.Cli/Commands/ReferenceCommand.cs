using System.CommandLine;
using System.Text;
using Avance.Access;
using Avance.App.Budget.Imports;
using Avance.Documents.Findings;
using Avance.Documents.Schemas;
using Avance.Findings;

namespace Avance.Cli.Commands;

/// <summary>
/// <c>avance reference</c>: writes the reference (commands, rules, JSON schemas) from the program itself, so that it
/// cannot say anything else than the program does. For maintainers, and hidden from the help.
/// </summary>
internal static class ReferenceCommand
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo>("--output") { DefaultValueFactory = _ => new DirectoryInfo("docs/reference") };
        var command = new Command("reference", "Writes the generated reference.") { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var output = parsed.GetRequiredValue(folder);
            output.Create();
            foreach (var (name, content) in Pages())
            {
                File.WriteAllText(Path.Combine(output.FullName, name), content);
                terminal.Line(name);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Each file of the reference and what it says.</summary>
    public static IEnumerable<(string Name, string Content)> Pages()
    {
        yield return ("cli.md", CommandLine());
        yield return ("rules.md", Rules());
        yield return ("tables.md", Tables());
        yield return ("access.md", Access());
        yield return ("progress-report.schema.json", JsonSchemas.ProgressReport());
        yield return ("check-result.schema.json", JsonSchemas.CheckResult());
    }

    private static string CommandLine()
    {
        var page = new StringBuilder("# Órdenes de `avance`\n\nGenerado por el programa; `make docs` lo escribe de nuevo.\n");
        foreach (var words in Application.VisibleCommands())
        {
            using var help = new StringWriter { NewLine = "\n" };
            Application.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"], new Terminal(help, help));
            page.Append("\n## avance ").Append(words).Append("\n\n```text\n").Append(Tidy(help.ToString())).Append("```\n");
        }

        return page.ToString();
    }

    private static string Tidy(string help)
    {
        var lines = help.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd());
        return string.Join('\n', lines).Trim('\n') + "\n";
    }

    private static string Rules()
    {
        var page = new StringBuilder("# Catálogo de reglas\n\nGenerado por el programa; `make docs` lo escribe de nuevo. Cada regla se ve también con `avance rules AVP-011`.\n");
        foreach (var rule in RuleCatalogue.All)
        {
            page.Append($"\n## {rule.Id} · {rule.Title.Spanish}\n\n*{rule.Severity.DisplayName().Spanish}.* {rule.Condition.Spanish}\n\nQué hacer: {rule.Remedy.Spanish}\n");
            if (rule.Requires is { } data)
            {
                page.Append($"\nEspera datos que un informe publicado no trae: {data.Spanish}\n");
            }

            if (rule.Kept is { } kept)
            {
                page.Append($"\n{kept.Spanish}\n");
            }
        }

        return page.ToString();
    }

    private static string Access()
    {
        var page = new StringBuilder("# Quién puede hacer qué\n\nGenerado por el programa; `make docs` lo escribe de nuevo. La misma tabla decide en cada página.\n\n## Permisos\n\n| permiso | clave | para qué | se da |\n|---|---|---|---|\n");
        foreach (var role in Roles.All)
        {
            page.Append($"| {role.DisplayName().Spanish} | `{role.Code()}` | {role.Purpose().Spanish} | {(role.IsOfUnit() ? "por unidad o en toda la oficina" : "en toda la oficina")} |\n");
        }

        page.Append("\n## Actos\n\n| acto | quién | por unidad |\n|---|---|---|\n");
        foreach (var rule in AccessTable.Rules)
        {
            page.Append($"| {rule.Name.Spanish} | {Who(rule)} | {(rule.IsByUnit ? "sí" : "")} |\n");
        }

        return page.Append("\n«Por unidad» quiere decir que el permiso de otra unidad no basta. Además, nadie revisa ni autoriza lo que capturó (AVP-069).\n").ToString();

        static string Who(AccessRule rule) => rule.Admission switch
        {
            Admission.Anyone => "cualquiera",
            Admission.SignedIn => "quien haya entrado",
            _ when rule.Roles.Count == Roles.All.Count => "quien tenga algún permiso en la oficina",
            _ => string.Join(", ", rule.Roles.Select(r => r.DisplayName().Spanish)),
        };
    }

    private static string Tables()
    {
        var page = new StringBuilder("# Tablas que se importan\n\nGenerado por el programa; `make docs` lo escribe de nuevo. Una tabla propia es un CSV en UTF-8, separado por comas, con este encabezado; los datos con * no pueden faltar. `avance import table` lee también los de otros sistemas con una correspondencia.\n");
        foreach (var form in ImportForms.All)
        {
            page.Append($"\n## {form.Code} · {form.Title.Spanish}\n\n| dato | qué es | cómo se escribe |\n|---|---|---|\n");
            foreach (var field in form.Fields)
            {
                page.Append($"| `{field.Name}`{(field.IsRequired ? " *" : "")} | {field.Meaning.Spanish} | {Written(field.Type)} |\n");
            }
        }

        return page.ToString();

        static string Written(ImportFieldType type) => type switch
        {
            ImportFieldType.Key => "partes unidas con guiones",
            ImportFieldType.Amount => "pesos: 1234.50",
            ImportFieldType.Quantity => "hasta cuatro decimales",
            ImportFieldType.Count => "entero",
            ImportFieldType.Day => "2023-09-30 o 30/09/2023",
            ImportFieldType.Month => "9, sep o septiembre",
            _ => "texto",
        };
    }
}
