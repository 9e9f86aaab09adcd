using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>What the check of a <c>concat</c> found.</summary>
/// <param name="Operation">The operation to submit, aligned as chosen.</param>
/// <param name="Warnings">Differences between the inputs.</param>
/// <param name="SourceSeconds">Duration of the source in seconds; null for other operations.</param>
internal sealed record ConcatFinding(MediaOperation Operation, IReadOnlyList<string> Warnings, double? SourceSeconds);
