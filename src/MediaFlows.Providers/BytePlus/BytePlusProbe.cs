using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus;

/// <summary>Checks keys, reach and clock with one authenticated call that reads only.</summary>
public sealed class BytePlusProbe(VodClient client, BytePlusConnection connection, TimeProvider time) : IHealthProbe
{
    private static readonly TimeSpan WorryingSkew = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Group => BytePlusNames.Provider;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.CredentialAsync(cancellationToken);
        }
        catch (FlowException e)
        {
            return [new HealthFinding("credentials", HealthState.Skipped, $"{e.Error.Message} {e.Error.Hint}")];
        }

        var space = connection.Space;
        List<HealthFinding> findings =
        [
            new("credentials", HealthState.Ok, "Access key and secret key are set."),
            space is null
                ? new HealthFinding("space", HealthState.Warning, $"{BytePlusNames.Space} is not set; every upload has to name its space.")
                : new HealthFinding("space", HealthState.Ok, $"Uploads go to {space} unless they say otherwise."),
        ];
        findings.AddRange(await ReachAsync(space, cancellationToken));
        return findings;
    }

    private async Task<IEnumerable<HealthFinding>> ReachAsync(string? space, CancellationToken cancellationToken)
    {
        try
        {
            var call = space is null ? VodCalls.QueryUploadTaskInfo("mediaflows-doctor") : VodCalls.ListDomain(space, 0, 1);
            var behind = await client.CheckAsync(call, time, cancellationToken);
            return [new HealthFinding("api", HealthState.Ok, $"{connection.Endpoint.Host} accepted a signed call ({call.Action})."), Clock(behind)];
        }
        catch (FlowException e)
        {
            return [new HealthFinding("api", HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}")];
        }
    }

    private static HealthFinding Clock(TimeSpan? behind) => behind switch
    {
        null => new HealthFinding("clock", HealthState.Skipped, "The server did not tell its time."),
        { } difference when difference.Duration() > WorryingSkew => new HealthFinding(
            "clock", HealthState.Warning, $"This machine's clock is off by {Math.Abs(difference.TotalMinutes):0} minutes. Calls are signed with the server's time; set the clock right."),
        _ => new HealthFinding("clock", HealthState.Ok, "This machine's clock agrees with the server's."),
    };
}
