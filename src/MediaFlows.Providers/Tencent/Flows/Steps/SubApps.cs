using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Resolves the sub-application while an input is prepared.</summary>
internal static class SubApps
{
    public static async ValueTask<long?> ResolveAsync(FlowPreparation preparation, TencentInput input, bool required, CancellationToken cancellationToken)
    {
        var resolver = preparation.Services?.GetService(typeof(SubAppResolver)) as SubAppResolver
            ?? throw new FlowException(ErrorCodes.Internal, "The provider's services are missing while the input is prepared.");
        return await resolver.ResolveAsync(input.SubAppId, input.AppName, required, cancellationToken);
    }
}
