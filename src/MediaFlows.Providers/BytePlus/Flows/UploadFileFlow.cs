using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Uploads a file: addresses are asked for, the bytes are sent, the asset is made.</summary>
public sealed class UploadFileFlow : Flow<UploadFileInput, UploadOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<UploadFileInput, UploadOutput> Ref = new("byteplus.upload-file");

    private static readonly FlowProgress Progress = new() { StageCount = 3 };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Uploads a file to BytePlus VOD.",
        Stages = [UploadStages.Apply, UploadStages.Send, UploadStages.Commit],
        ExampleInput = """{"source":{"file":"video.mp4"},"space":"my_space"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<UploadFileInput> PrepareAsync(UploadFileInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new BytePlusSettings(preparation, errors);
        var prepared = input with
        {
            Space = settings.Space(input.Space),
            Parallel = settings.Parallel(input.Parallel),
            UrlExpireMinutes = settings.UrlExpireMinutes(input.UrlExpireMinutes),
            PlayDomain = settings.PlayDomain(input.PlayDomain),
            Facts = null,
        };
        if (input.Source is null or { Blob: null, File: null, Url: null })
            errors.Add("source", "Name the file to upload, as blob or as file.");
        else if (input.Source.Url is not null) errors.Add("source", "A link is uploaded by byteplus.upload-url.");
        else if (input.Source is { Blob: not null, File: not null }) errors.Add("source", "Name the file either as blob or as file.");
        else if (MediaNames.Extension(input.Source.File ?? input.Source.Blob!) is null) errors.Add("source", MediaNames.Rule);
        else prepared = prepared with { Facts = await InspectAsync(input, preparation, errors, cancellationToken) };
        errors.ThrowIfAny();
        return prepared;
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(UploadFileInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation.Settings);
        var name = "{32 hex}" + input.Facts!.Extension;
        var length = input.Facts.Length;
        List<PlannedRequest> plan = [calls.Call(UploadStages.Apply, VodCalls.ApplyUploadInfo(input.Space!, name, input.Facts.Extension, length, null))];
        if (PartPlan.IsDirect(length))
        {
            plan.Add(calls.Put(UploadStages.Send, name, "", $"<{length} bytes>"));
        }
        else
        {
            var parts = PartPlan.Split(length);
            plan.Add(calls.Put(UploadStages.Send, name, "?uploads", null));
            plan.Add(calls.Put(
                UploadStages.Send,
                name,
                "?partNumber={n}&uploadID={uploadID}",
                $"<{PartPlan.PartSize} bytes>",
                $"{parts.Count} parts, {input.Parallel} at a time; the last has {parts[^1].Length} bytes"));
            plan.Add(calls.Put(UploadStages.Send, name, "?uploadID={uploadID}&ObjectContentType={type}", "0:{crc0},1:{crc1},…"));
        }

        plan.Add(calls.Call(UploadStages.Commit, VodCalls.CommitUploadInfo(input.Space!, "{SessionKey}")));
        return ValueTask.FromResult<IReadOnlyList<PlannedRequest>>(plan);
    }

    /// <inheritdoc/>
    public override async Task<UploadOutput> RunAsync(FlowContext context, UploadFileInput input)
    {
        // A name of our own: unique, so nothing is overwritten, and free of characters that signatures of play URLs trip over.
        var fileName = $"{context.NewGuid():N}{input.Facts!.Extension}";
        var sending = new FileSending(context, input, fileName, Progress);
        var committed = await SendAndCommitAsync(context, input, sending);
        var path = committed.FileName ?? fileName;
        var play = await context.CallActivityAsync(FindPlayUrl.Ref, new PlayUrlRequest(input.Space!, path, input.PlayDomain, input.UrlExpireMinutes!.Value));
        return new UploadOutput
        {
            Vid = committed.Vid,
            Source = "vid://" + committed.Vid,
            PlayUrl = play.Url,
            PosterUri = committed.PosterUri,
            FileName = path,
            SpaceName = input.Space!,
            SourceUrl = input.SourceLabel ?? input.Source!.File ?? input.Source!.Blob!,
        };
    }

    private static async Task<CommittedUpload> SendAndCommitAsync(FlowContext context, UploadFileInput input, FileSending sending)
    {
        while (true)
        {
            var target = await sending.RunAsync();
            context.SetCustomStatus(Progress with { Stage = UploadStages.Commit, StageIndex = 3, BytesSent = input.Facts!.Length, BytesTotal = input.Facts.Length });
            try
            {
                return await context.CallActivityAsync(CommitUpload.Ref, new CommitUploadRequest(input.Space!, target.SessionKey), Patience.Options);
            }
            catch (FlowTaskFailedException e) when (sending.MergeInDoubt && !e.Error.Retryable)
            {
                sending.Forget();
            }
        }
    }

    private static async Task<UploadSourceFacts?> InspectAsync(UploadFileInput input, FlowPreparation preparation, InputErrors errors, CancellationToken cancellationToken)
    {
        var info = await preparation.Media.InspectAsync(input.Source!, cancellationToken);
        if (info.Length is null) errors.Add("source", "The length of the file is not known.");
        else if (info.Length == 0) errors.Add("source", "The file is empty.");
        else if (info.Length > PartPlan.LargestFile) errors.Add("source", $"BytePlus takes at most {PartPlan.LargestFile} bytes.");
        return new UploadSourceFacts(MediaNames.Extension(input.Source!.File ?? input.Source.Blob!)!, info.Length ?? 0, info.Version);
    }
}
