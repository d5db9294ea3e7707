using System.Text;
using System.Text.RegularExpressions;
using Avance.IntegrationTests.Cli;
using Avance.UnitTests;
using Xunit;

namespace Avance.IntegrationTests.Budget;

/// <summary>Commands about amendments and their whole answers, in files that an accountant can read.</summary>
public sealed partial class AmendCommandTests
{
    private const string Texts = "--unit 06 --date 2023-10-02 --legal-basis 'Normas presupuestarias, artículo 12' --justification 'Certificación del sistema de gestión de calidad.'";

    [Fact]
    public void From_a_draft_to_applied_and_back()
    {
        using var line = new CommandLine();
        new AmendmentOffice(line["avance.db"]).Dispose();
        File.WriteAllText(line["acuerdo.pdf"], "%PDF-1.7 acuerdo");
        var session = new Session(line);
        session.Type("amend list --db avance.db");
        session.Type($"amend new --db avance.db --type traspaso {Texts}");
        session.Type("amend line BORR-2023-0001 06-R101-A008-21101-1-16 oct -1,000.00 --db avance.db");
        session.Type("amend line BORR-2023-0001 06-R101-E003-33401-1-16 octubre 900 --db avance.db");
        session.Type("amend preview BORR-2023-0001 --db avance.db");
        session.Type("amend move BORR-2023-0001 solicitada --db avance.db");
        session.Type("amend line BORR-2023-0001 --remove 2 --db avance.db");
        session.Type("amend line BORR-2023-0001 06-R101-E003-33401-1-16 10 1000 --db avance.db");
        session.Type("amend target BORR-2023-0001 06 E003 1 oct 3 --db avance.db");
        session.Type("amend target BORR-2023-0001 06 E003 1 dic 2 --db avance.db");
        session.Type("amend preview BORR-2023-0001 --db avance.db");
        session.Type("amend attach BORR-2023-0001 acuerdo.pdf --db avance.db");
        session.Type("amend detach BORR-2023-0001 1 --db avance.db");
        session.Type("amend move BORR-2023-0001 solicitada --db avance.db");
        session.Type("amend attach AP-2023-0001 acuerdo.pdf --db avance.db");
        session.Type("amend move AP-2023-0001 revision --db avance.db");
        session.Type("amend move AP-2023-0001 autorizada --db avance.db");
        session.Type("amend move AP-2023-0001 autorizada --agreement IEPC/JGE-A/005/2023 --remark 'Aprobada por unanimidad' --db avance.db");
        session.Type("amend apply AP-2023-0001 --db avance.db");
        session.Type("amend apply AP-2023-0001 --db avance.db");
        session.Type("amend show AP-2023-0001 --db avance.db");
        session.Type("amend cancel AP-2023-0001 --remark 'El acuerdo se revocó' --date 2023-11-03 --db avance.db");
        session.Type("amend list --db avance.db");
        session.Type("amend show AP-2023-0001 --db avance.db --lang en");
        Snapshot.Matches("Avance.IntegrationTests/Budget/amend-session.approved.txt", session.Text);
    }

    [Fact]
    public void What_it_refuses_and_how_it_says_so()
    {
        using var line = new CommandLine();
        new AmendmentOffice(line["avance.db"]).Dispose();
        var session = new Session(line);
        session.Type("amend new --db avance.db --type permuta");
        session.Type("amend new --db avance.db --type reduccion --year 2024");
        session.Type("amend new --db avance.db --type ampliacion --unit 06");
        session.Type("amend line BORR-2023-0001 06-R101-A008-21101-1-16 mes 100 --db avance.db");
        session.Type("amend line BORR-2023-0001 06-R101-A008-21101-1-16 oct cien --db avance.db");
        session.Type("amend line BORR-2023-0001 06-R101-A008-21101-1-16 --db avance.db");
        session.Type("amend line BORR-2023-0001 06-R101-A008 oct 100 --db avance.db");
        session.Type("amend line BORR-2023-0001 --remove 7 --db avance.db");
        session.Type("amend target BORR-2023-0001 06 A008 uno oct 1 --db avance.db");
        session.Type("amend move BORR-2023-0001 solicitada --db avance.db");
        session.Type("amend move BORR-2023-0001 lista --db avance.db");
        session.Type("amend apply BORR-2023-0001 --db avance.db");
        session.Type("amend show AP-2023-0099 --db avance.db");
        session.Type("amend attach BORR-2023-0001 falta.pdf --db avance.db");
        session.Type("amend detach BORR-2023-0001 1 --db avance.db");
        session.Type("amend cancel BORR-2023-0001 --db avance.db");
        session.Type("amend cancel BORR-2023-0001 --remark 'Se duplicó' --db avance.db");
        session.Type("amend edit BORR-2023-0001 --unit 07 --db avance.db");
        Snapshot.Matches("Avance.IntegrationTests/Budget/amend-refusals.approved.txt", session.Text);
    }

    /// <summary>Types commands as a shell would take them, and keeps what they answered, without what differs from day to day.</summary>
    private sealed class Session(CommandLine line)
    {
        private readonly StringBuilder _text = new();

        public string Text => Moment().Replace(_text.ToString().Replace(Environment.UserName, "ana", StringComparison.Ordinal), "2023-10-02 09:00");

        public void Type(string command)
        {
            var words = Word().Matches(command).Select(m => m.Value.Trim('\''));
            var answer = line.Run([.. words.Select(word => word.EndsWith(".db", StringComparison.Ordinal) || word.EndsWith(".pdf", StringComparison.Ordinal) ? line[word] : word)]);
            _text.Append("$ avance ").Append(command).Append('\n').Append(answer.Output).Append(answer.Error).Append("=> ").Append(answer.Code).Append("\n\n");
        }
    }

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Moment();
}
