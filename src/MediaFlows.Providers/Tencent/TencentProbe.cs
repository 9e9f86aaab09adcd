using System.Text.Json.Nodes;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent;

/// <summary>Checks keys and reach with one signed, uncharged call that reads only.</summary>
public sealed class TencentProbe(VodClient client, TencentSettings settings, ISecretSource secrets) : IHealthProbe
{
    /// <inheritdoc/>
    public string Group => TencentSettings.Provider;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[TencentSettings.SecretIdName, TencentSettings.SecretKeyName])
            if (await secrets.GetAsync(name, cancellationToken) is null)
                return [new HealthFinding("credentials", HealthState.Skipped, $"{name} is not set, so Tencent Cloud VOD is not used.")];
        return
        [
            new("credentials", HealthState.Ok, "The API key is set."),
            SubApp(),
            await secrets.GetAsync(TencentSettings.ChatTokenName, cancellationToken) is null
                ? new("chat token", HealthState.Skipped, $"{TencentSettings.ChatTokenName} is not set; chats have to bring their own token.")
                : new("chat token", HealthState.Ok, "The token of the chat gateway is set."),
            await ReachAsync(cancellationToken),
        ];
    }

    private HealthFinding SubApp()
    {
        try
        {
            return settings.SubAppId is { } id
                ? new("sub-application", HealthState.Ok, $"Requests go to {id} unless they say otherwise.")
                : new(
                    "sub-application",
                    HealthState.Warning,
                    $"{TencentSettings.SubAppIdName} is not set; accounts opened after 2023-12-25 and all generation need one.");
        }
        catch (InvalidInputException e)
        {
            return new("sub-application", HealthState.Failed, e.Message);
        }
    }

    private async Task<HealthFinding> ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(new VodCall("DescribeSubAppIds", new JsonObject { ["Limit"] = 1 }), cancellationToken);
            return new("api", HealthState.Ok, $"{settings.VodEndpoint.Host} accepted a signed call.");
        }
        catch (FlowException e)
        {
            return new("api", HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}");
        }
    }
}
