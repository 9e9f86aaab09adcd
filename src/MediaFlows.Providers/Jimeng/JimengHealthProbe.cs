using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng;

/// <summary>Checks that there are keys, and that they sign: a task that cannot exist is asked for, which costs nothing.</summary>
public sealed class JimengHealthProbe(JimengClient client, ISecretSource secrets) : IHealthProbe
{
    private const string NoTask = "0";
    private const int TimeoutSeconds = 15;

    /// <inheritdoc/>
    public string Group => JimengService.Provider;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[JimengService.AccessKeyVariable, JimengService.SecretKeyVariable])
        {
            if (await secrets.GetAsync(name, cancellationToken) is null)
                return [new HealthFinding("credentials", HealthState.Skipped, $"{name} is not set.")];
        }

        var present = new HealthFinding("credentials", HealthState.Ok, $"{JimengService.AccessKeyVariable} and {JimengService.SecretKeyVariable} are set.");
        return [present, await AskAsync(cancellationToken)];
    }

    private async Task<HealthFinding> AskAsync(CancellationToken cancellationToken)
    {
        const string name = "signed query";
        try
        {
            var mode = JimengMode.Find(JimengMode.Default)!;
            await client.QueryAsync(new JimengTarget(mode.ReqKey, NoTask) { TimeoutSeconds = TimeoutSeconds }, cancellationToken);
            return new HealthFinding(name, HealthState.Ok, "The service takes the signature.");
        }
        catch (FlowException e) when (e.Error is { ProviderCode: "50215" })
        {
            // The signature passed; only the made-up id did not.
            return new HealthFinding(name, HealthState.Ok, "The service takes the signature.");
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.FeatureNotAllowed)
        {
            return new HealthFinding(name, HealthState.Warning, $"{e.Error.Message} {e.Error.Hint}");
        }
        catch (FlowException e)
        {
            return new HealthFinding(name, HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}");
        }
    }
}
