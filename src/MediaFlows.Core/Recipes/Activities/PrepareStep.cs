using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Recipes.Activities;

/// <summary>Reads and prepares the input of one step, as a start over HTTP would, right before the step runs. Nothing is called or paid.</summary>
public sealed class PrepareStep : Activity<PrepareStepInput, PreparedStep>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PrepareStepInput, PreparedStep> Ref = new("mediaflows.prepare-step");

    // A recipe that names itself would start itself, and pay, without end.
    private const int MostLevels = 8;

    private readonly IServiceProvider _services;

    /// <summary>Uses the host's catalog, settings and media. The catalog holds this activity, so it is looked up when it is needed.</summary>
    public PrepareStep(IServiceProvider services) => _services = services;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<PreparedStep> RunAsync(ActivityContext context, PrepareStepInput input, CancellationToken cancellationToken)
    {
        if (context.InstanceId.Count(c => c == ':') >= MostLevels)
            throw new FlowException(ErrorCodes.InvalidInput, $"Recipes and batches start each other more than {MostLevels} levels deep.", "A recipe or a manifest probably names itself.");
        var serializer = _services.GetRequiredService<FlowSerializer>();
        var flow = _services.GetRequiredService<FlowCatalog>().RequireFlow(input.Flow);
        // Outputs of earlier steps arrive with their sensitive members protected; a flow reads plain input and protects its own members again.
        var plain = serializer.Unprotect(JsonNode.Parse(input.Input.GetRawText()));
        var read = serializer.ReadInput(JsonSerializer.SerializeToElement(plain), flow.InputType);
        var preparation = new FlowPreparation(
            _services.GetRequiredService<IConfiguration>(), _services.GetRequiredService<IMediaReader>(), input.Defaults, _services);
        var prepared = await flow.PrepareAsync(read, preparation, cancellationToken);
        return new PreparedStep(JsonSerializer.SerializeToElement(prepared, flow.InputType, serializer.Options), flow.Info.Version);
    }
}
