using System.Runtime.InteropServices;
using Avance.Progress;

namespace Avance.Findings;

/// <summary>
/// Reads transfers out of before and after figures: when exactly one project lost an amount and exactly one other gained
/// the same to the centavo, the money went from one to the other.
/// </summary>
/// <remarks>
/// Only such pairs are told. Sums of several projects are not tried: among a few dozen net changes many subsets add up to
/// the same amount by chance, so a match would prove nothing. Nor is anything told of an amount that two projects lost, or
/// two gained. Projects with an absent figure take no part.
/// </remarks>
internal static class TransferInference
{
    public static IReadOnlyList<InferredTransfer> Infer(IReadOnlyList<ReportProject> projects)
    {
        var sides = new Dictionary<long, Sides>();
        foreach (var project in projects)
        {
            if (project.Budget.NetChange is { Centavos: not 0 } change)
            {
                var side = CollectionsMarshal.GetValueRefOrAddDefault(sides, change.Magnitude.Centavos, out _) ??= new Sides();
                if (change.IsNegative)
                {
                    side.Givers++;
                }
                else
                {
                    side.Receivers++;
                    side.Receiver = project;
                }
            }
        }

        var transfers = new List<InferredTransfer>();
        foreach (var project in projects)
        {
            if (project.Budget.NetChange is { IsNegative: true } change
                && sides[change.Magnitude.Centavos] is { Givers: 1, Receivers: 1, Receiver: { } to })
            {
                transfers.Add(new InferredTransfer(project.Number, project.Key, to.Number, to.Key, change.Magnitude));
            }
        }

        return transfers;
    }

    /// <summary>Who lost and who gained one amount.</summary>
    private sealed class Sides
    {
        public int Givers { get; set; }

        public int Receivers { get; set; }

        public ReportProject? Receiver { get; set; }
    }
}
