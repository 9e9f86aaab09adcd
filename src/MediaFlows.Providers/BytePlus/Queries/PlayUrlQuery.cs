using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>A fresh play URL for a file, since signed ones expire: <c>{"Url": …}</c>.</summary>
public sealed class PlayUrlQuery(PlayUrls urls, BytePlusConnection connection) : Query<PlayUrlQueryInput, JsonObject>
{
    /// <inheritdoc/>
    public override string Name => "byteplus.play-url";

    /// <inheritdoc/>
    public override string Description => "A fresh play URL for an uploaded or enhanced file.";

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(PlayUrlQueryInput input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.FileName)) throw new InvalidInputException("fileName", "Name the file.");
        var space = input.Space ?? connection.Space
            ?? throw new InvalidInputException("space", "A BytePlus VOD space is needed: name one, or set VOD_SPACE_NAME.");
        return new JsonObject { ["Url"] = await urls.FindAsync(connection.PlayUrlOf(space, input.FileName), cancellationToken) };
    }
}
