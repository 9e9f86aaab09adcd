using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Processes synchronously and saves in OSS (ProcessObject with <c>sys/saveas</c>). Running it again writes the same result again.</summary>
public sealed class SaveProcessed(ProcessClient process) : Activity<KeyInput, Stored>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<KeyInput, Stored> Ref = new("oss.save-processed");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Stored> RunAsync(ActivityContext context, KeyInput input, CancellationToken cancellationToken)
    {
        var (size, requestId) = await process.SaveAsync(input.Place, input.Key, input.Process!, cancellationToken);
        return new Stored(size, requestId);
    }
}
