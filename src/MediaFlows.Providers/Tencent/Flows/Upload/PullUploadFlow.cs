using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Upload;

/// <summary>Has the service fetch a link. There is no FileId before the task is done.</summary>
public sealed class PullUploadFlow : TencentTaskFlow<PullUploadInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<PullUploadInput, TaskOutput> Ref = new("tencent.pull-upload");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Has Tencent Cloud VOD fetch a link into the library.",
        Stages = [Stages.Submit, Stages.Wait],
        ExampleInput = """{"url":"https://example.com/video.mp4"}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => false;

    /// <inheritdoc/>
    protected override ValueTask<PullUploadInput> CheckAsync(PullUploadInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var url = checks.Ask(input.Url, "url", "Which link should be fetched?");
        var type = input.MediaType is { } given ? MediaTypes.Plain(given) : null;
        if (url is not null && !FileReference.IsLink(url)) checks.Refuse(
            "url",
            "The link must start with http:// or https://. A local file is uploaded by tencent.upload.");
        else if (url is not null) type ??= MediaTypes.Of(new Uri(url).AbsolutePath);
        checks.RefuseIf(type == "mpd", "url", "DASH playlists cannot be fetched; HLS ones can.");
        checks.RefuseIf(type is { Length: 0 }, "mediaType", "The link does not show its type: give one such as mp4.");
        checks.RefuseIf(input.CoverUrl is not null && !FileReference.IsLink(input.CoverUrl), "coverUrl", "The cover must be a link.");
        if (FileReference.IsLink(input.CoverUrl) && MediaTypes.Of(new Uri(input.CoverUrl!).AbsolutePath) is { Length: > 0 } cover)
            checks.RefuseIf(cover is not ("gif" or "jpg" or "jpeg" or "png"), "coverUrl", $"'.{cover}' is no type of a cover that is fetched. There are: gif, jpeg, png.");
        checks.Length("sourceContext", input.SourceContext, 250);
        checks.Time("expireTime", input.ExpireTime);
        checks.RefuseIf(input.MediaStoragePath is { } path && !path.StartsWith('/'), "mediaStoragePath", "The path in storage starts with a slash.");
        return ValueTask.FromResult(input with { Url = url, MediaType = type, MediaName = NameOf(input.MediaName) });
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(PullUploadInput input) => new(
        "PullUpload",
        "PullUpload",
        VodJson.Object(
            ("MediaUrl", input.Url),
            ("MediaType", input.MediaType),
            ("MediaName", input.MediaName),
            ("CoverUrl", input.CoverUrl),
            ("Procedure", input.Procedure),
            ("ExpireTime", input.ExpireTime),
            ("StorageRegion", input.StorageRegion),
            ("ClassId", input.ClassId),
            ("SourceContext", input.SourceContext),
            ("MediaStoragePath", input.MediaStoragePath)))
    {
        DurationKey = Ref.Name,
    };

    /// <inheritdoc/>
    internal override WaitTimes Times(PullUploadInput input) => new(5, 600);

    // A link that was given as the name is taken for what its last segment says.
    private static string? NameOf(string? name) => FileReference.IsLink(name) ? Uri.UnescapeDataString(new Uri(name!).Segments[^1]) : name;
}
