using Azure;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Health;

/// <summary>Compares this machine's clock with the storage server's <c>Date</c> header. Signed requests are refused when the two are too far apart.</summary>
public sealed class ClockProbe(StorageAccount account, StorageOptions options, TimeProvider time) : IHealthProbe
{
    // Storage and most providers refuse from 15 minutes; some sign URLs for less, so trouble starts earlier.
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan Remarked = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Group => "clock";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(cancellationToken);
            return [answer?.Headers.Date is { } server ? Compare(time.GetUtcNow(), server) : new HealthFinding("clock", HealthState.Skipped, "Storage did not send its time.")];
        }
        catch (Exception e) when (e is FlowException || StorageFailures.IsFailure(e, cancellationToken))
        {
            return [new HealthFinding("clock", HealthState.Skipped, "Storage did not answer, so the clock could not be compared.")];
        }
    }

    private async Task<Response?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await account.BlobService.GetBlobContainerClient(options.Hub).GetPropertiesAsync(cancellationToken: cancellationToken)).GetRawResponse();
        }
        catch (RequestFailedException e) when (e.GetRawResponse() is { } refusal)
        {
            // A container that is missing and a refusal are dated too, and a wrong clock may be the very reason of the refusal.
            return refusal;
        }
    }

    private static HealthFinding Compare(DateTimeOffset here, DateTimeOffset server)
    {
        // The header has whole seconds.
        var apart = (here - server).Duration();
        var text = $"This machine's clock and the storage server's are {apart.TotalSeconds:0} s apart.";
        if (apart > Refused) return new HealthFinding("clock", HealthState.Failed, text + " Signed requests will be refused. Set the clock (NTP).");
        return apart > Remarked ? new HealthFinding("clock", HealthState.Warning, text + " Set the clock (NTP).") : new HealthFinding("clock", HealthState.Ok, text);
    }
}
