using Avance.App.Storage;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>
/// Takes a table into the plan or the ledger in one transaction: stopped or killed it leaves nothing, and sent again it
/// records what is missing and nothing twice. Every import is on record, also those that were refused.
/// </summary>
/// <param name="database">Where to.</param>
/// <param name="clock">Tells when.</param>
public sealed class ImportTable(Database database, TimeProvider clock)
{
    /// <summary>Imports the file.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>report.entity</c>, <c>plan.year</c> or <c>plan.state</c>: there is no such office or year, or it does not take this;
    /// <c>budget.layout</c>: the keys are of another structure. Or the database cannot be written, as
    /// <see cref="Database.Open"/> tells.
    /// </exception>
    public ImportTableOutcome Execute(ImportTableCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var started = clock.GetUtcNow();
        TableFile? file = null;
        ImportTableOutcome outcome;
        try
        {
            outcome = Import(command, started, ref file, cancellation);
        }
        catch (TableException e)
        {
            outcome = new() { State = command.DryRun ? ImportState.Tried : ImportState.Refused, Problems = [e.Problem], IsUnreadable = true };
        }
        catch (OverflowException)
        {
            outcome = new() { State = command.DryRun ? ImportState.Tried : ImportState.Refused, Problems = [TableProblems.SumsTooLarge()], IsUnreadable = true };
        }
        catch (OperationCanceledException)
        {
            outcome = new() { State = ImportState.Cancelled };
        }

        outcome = outcome with { Sha256 = file?.Sha256 ?? "" };
        if (!command.DryRun && outcome.State != ImportState.Applied)
        {
            database.Write(session =>
            {
                ImportRunRows.Add(session, command, outcome, file?.Length ?? 0, started, clock.GetUtcNow());
                return 0;
            });
        }

        return outcome;
    }

    private ImportTableOutcome Import(ImportTableCommand command, DateTimeOffset started, ref TableFile? file, CancellationToken cancellation)
    {
        file = new(command.Path, command.FileName, cancellation);
        using var table = MappedTable.Open(file, command.Mapping);
        return new ImportRecording(command, file, table, clock, started, cancellation).Execute(database);
    }
}
