using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Shows which variables are set, without calling anything. The document prescribes the masked form.</summary>
public sealed class EnvironmentQuery(ISecretSource secrets, TencentSettings settings) : LocalQuery<EnvironmentOutput>
{
    private const int Shown = 4;

    /// <inheritdoc/>
    public override string Name => "tencent.load-env";

    /// <inheritdoc/>
    public override string Description => "Shows which variables for Tencent Cloud VOD are set.";

    /// <inheritdoc/>
    public override async Task<EnvironmentOutput> RunAsync(NoInput input, CancellationToken cancellationToken)
    {
        var id = await secrets.GetAsync(TencentSettings.SecretIdName, cancellationToken);
        var key = await secrets.GetAsync(TencentSettings.SecretKeyName, cancellationToken);
        var token = await secrets.GetAsync(TencentSettings.ChatTokenName, cancellationToken);
        return new EnvironmentOutput(id is not null && key is not null, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [TencentSettings.SecretIdName] = Masked(id),
            [TencentSettings.SecretKeyName] = key is null ? null : "***",
            [TencentSettings.RegionName] = settings.Region,
            [TencentSettings.SubAppIdName] = settings.SubAppId?.ToString(),
            [TencentSettings.ChatTokenName] = token is null ? null : "***",
        });
    }

    // The id is no secret by itself; of the others not even a part is shown.
    private static string? Masked(string? value) => value is null ? null : value.Length <= 2 * Shown ? "***" : value[..Shown] + "***" + value[^Shown..];
}
