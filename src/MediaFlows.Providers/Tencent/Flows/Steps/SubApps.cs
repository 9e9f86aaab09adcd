using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Resolves the sub-application while an input is prepared.</summary>
internal static class SubApps
{
    /// <summary><paramref name="input"/> with its sub-application; a dry run leaves a name for the plan, since looking it up is a call.</summary>
    public static async ValueTask<TInput> ResolveAsync<TInput>(FlowPreparation preparation, TInput input, bool required, CancellationToken cancellationToken)
        where TInput : TencentInput
    {
        var resolver = preparation.Services?.GetService(typeof(SubAppResolver)) as SubAppResolver
            ?? throw new FlowException(ErrorCodes.Internal, "The provider's services are missing while the input is prepared.");
        return preparation.DryRun
            ? input with { SubAppId = resolver.Known(input.SubAppId, input.AppName, required) }
            : input with { SubAppId = await resolver.ResolveAsync(input.SubAppId, input.AppName, required, cancellationToken), AppName = null };
    }
}
