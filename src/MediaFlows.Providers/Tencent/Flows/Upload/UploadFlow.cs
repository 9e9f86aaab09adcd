using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Upload;

/// <summary>Uploads a file and its cover.</summary>
public sealed class UploadFlow : Flow<UploadInput, UploadOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<UploadInput, UploadOutput> Ref = new("tencent.upload");

    private const int MostParallel = 20;
    private const int LongestSourceContext = 250;

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Uploads a file to Tencent Cloud VOD.",
        Stages = [Stages.Upload],
        ExampleInput = """{"source":{"file":"video.mp4"}}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<UploadInput> PrepareAsync(UploadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var checks = new InputChecks(preparation);
        checks.RefuseIf(input.Source?.Url is not null, "source", "A link is not uploaded but fetched by the service: use tencent.pull-upload.");
        checks.RefuseIf(input.Cover?.Url is not null, "cover", "The cover must be a file too.");
        checks.Length("sourceContext", input.SourceContext, LongestSourceContext);
        checks.Time("expireTime", input.ExpireTime);
        checks.Range("concurrentUploadNumber", input.ConcurrentUploadNumber, 1, MostParallel);
        checks.RefuseIf(input.MediaStoragePath is { } path && !path.StartsWith('/'), "mediaStoragePath", "The path in storage starts with a slash.");
        if (input.Source is null) checks.Ask(null, "source", "Which file should be uploaded?");
        var media = await InspectAsync(checks, preparation, "source", input.Source, input.MediaType, cancellationToken);
        var cover = await InspectAsync(checks, preparation, "cover", input.Cover, input.CoverType, cancellationToken);
        checks.RefuseIf(input.CoverType is not null && input.Cover is null, "coverType", "There is no cover that this type could belong to.");
        checks.ThrowIfAny();
        var checkedInput = input with
        {
            MediaName = input.MediaName ?? media!.Name,
            MediaType = media!.Type,
            CoverType = cover?.Type,
            MediaFacts = media,
            CoverFacts = cover,
        };
        return await SubApps.ResolveAsync(preparation, checkedInput, required: false, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(UploadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation, input);
        calls.Upload(
            ApplyBody(input),
            input.MediaFacts!.Length,
            input.CoverFacts?.Length,
            input.SubAppId,
            input.Region,
            input.ConcurrentUploadNumber ?? PartPlan.DefaultParallel);
        return ValueTask.FromResult(calls.Requests);
    }

    /// <inheritdoc/>
    public override async Task<UploadOutput> RunAsync(FlowContext context, UploadInput input)
    {
        var done = await new UploadSteps(context, new UploadPlan
        {
            ApplyBody = ApplyBody(input),
            Media = Source(input.MediaFacts!),
            Manifest = MediaTypes.IsManifest(input.MediaType!) ? input.MediaType : null,
            Cover = input.CoverFacts is { } cover ? Source(cover) : null,
            SubAppId = input.SubAppId,
            Region = input.Region,
            Parallel = input.ConcurrentUploadNumber ?? PartPlan.DefaultParallel,
            StageCount = 1,
        }).RunAsync();
        return new UploadOutput { FileId = done.FileId, MediaUrl = done.MediaUrl, CoverUrl = done.CoverUrl, SubAppId = input.SubAppId };
    }

    private static JsonObject ApplyBody(UploadInput input) => VodJson.Object(
        ("MediaType", input.MediaType),
        ("SubAppId", input.SubAppId),
        ("MediaName", input.MediaName),
        ("CoverType", input.CoverType),
        ("Procedure", input.Procedure),
        ("ExpireTime", input.ExpireTime),
        ("StorageRegion", input.StorageRegion),
        ("ClassId", input.ClassId),
        ("SourceContext", input.SourceContext),
        ("MediaStoragePath", input.MediaStoragePath));

    private static UploadSource Source(PendingMedia file) => new(file.Source, file.Length, file.Version);

    private static async ValueTask<PendingMedia?> InspectAsync(
        InputChecks checks,
        FlowPreparation preparation,
        string field,
        MediaSource? source,
        string? type,
        CancellationToken cancellationToken) =>
        source is null or { Url: not null } ? null : await PendingFiles.InspectAsync(checks, preparation, field, source, cancellationToken, type, cover: field == "cover");
}
