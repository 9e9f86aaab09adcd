using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media.Activities;

namespace MediaFlows.Core.Media.Flows;

/// <summary>Streams a file from anywhere into media storage: the bridge between providers that cannot fetch from each other.</summary>
public sealed class CopyMediaFlow : Flow<CopyMediaInput, CopyMediaOutput>
{
    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "media.copy",
        Description = "Streams a file from a URL, a blob or a file into media storage.",
        Stages = ["COPY"],
        ExampleInput = """{"source":{"url":"https://example.com/clip.mp4"},"to":"clips/clip.mp4"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<CopyMediaInput> PrepareAsync(CopyMediaInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.To)) throw new InvalidInputException("to", "Name the file in media storage.");
        if (input.Source.Url is null) await preparation.Media.InspectAsync(input.Source, cancellationToken);
        return input;
    }

    /// <inheritdoc/>
    public override Task<CopyMediaOutput> RunAsync(FlowContext context, CopyMediaInput input) => context.CallActivityAsync(CopyMedia.Ref, input);
}
