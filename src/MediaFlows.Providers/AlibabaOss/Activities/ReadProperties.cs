using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Operations that answer JSON: properties and detection.</summary>
public sealed class ReadProperties(ProcessClient process) : Activity<KeyInput, JsonAnswer>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<KeyInput, JsonAnswer> Ref = new("oss.read-properties");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<JsonAnswer> RunAsync(ActivityContext context, KeyInput input, CancellationToken cancellationToken)
    {
        var (data, requestId) = await process.ReadJsonAsync(input.Place, input.Key, input.Process!, cancellationToken);
        return new JsonAnswer(data, requestId);
    }
}
