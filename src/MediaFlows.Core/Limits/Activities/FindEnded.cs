using MediaFlows.Core.Activities;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Limits.Activities;

/// <summary>Which of some instances run no more: ended without being able to say so (terminated, purged), or never heard of.</summary>
public sealed class FindEnded : Activity<IReadOnlyList<string>, IReadOnlyList<string>>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<IReadOnlyList<string>, IReadOnlyList<string>> Ref = new("mediaflows.find-ended");

    private readonly IServiceProvider _services;

    /// <summary>Reads through the client of <paramref name="services"/>, which knows the catalog that holds this activity.</summary>
    public FindEnded(IServiceProvider services) => _services = services;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> RunAsync(ActivityContext context, IReadOnlyList<string> input, CancellationToken cancellationToken)
    {
        var client = _services.GetRequiredService<IFlowClient>();
        var ended = new List<string>();
        foreach (var id in input)
        {
            if (await client.GetAsync(id, cancellationToken) is not { } instance || instance.Status.IsEnded()) ended.Add(id);
        }

        return ended;
    }
}
