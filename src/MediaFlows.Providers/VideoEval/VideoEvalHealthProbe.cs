using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval;

/// <summary>Checks that there is an API key, and that the task list can be read with it. The list costs nothing.</summary>
public sealed class VideoEvalHealthProbe(VideoEvalClient client, ISecretSource secrets, ClientRequestIds ids) : IHealthProbe
{
    /// <inheritdoc/>
    public string Group => VideoEvalService.Provider;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (await VideoEvalApiKey.FindAsync(secrets, null, cancellationToken) is null)
        {
            return [new HealthFinding("API key", HealthState.Skipped, $"{VideoEvalService.ApiKeyVariable} is not set. Get a key at {VideoEvalService.KeyPage}")];
        }

        var present = new HealthFinding("API key", HealthState.Ok, $"{VideoEvalService.ApiKeyVariable} is set.");
        try
        {
            var list = await client.ListTasksAsync(new VideoEvalCall(ids.Next()), cancellationToken);
            return [present, new HealthFinding("task list", HealthState.Ok, $"The task list can be read ({list.Items.Count} tasks).")];
        }
        catch (FlowException e)
        {
            return [present, new HealthFinding("task list", HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}")];
        }
    }
}
