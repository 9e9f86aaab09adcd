using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Has BytePlus fetch a link and waits for the asset.</summary>
public sealed class UploadUrlFlow : Flow<UploadUrlInput, UploadOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<UploadUrlInput, UploadOutput> Ref = new("byteplus.upload-url");

    private static readonly FlowProgress Progress = new() { StageCount = 2 };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Has BytePlus VOD fetch a link into a space.",
        Charged = true,
        CostNotice = "Every accepted pull makes a new asset, whose storage BytePlus bills.",
        Stages = [UploadStages.Pull, UploadStages.PollPull],
        ExampleInput = """{"url":"https://example.com/video.mp4","space":"my_space"}""",
    };

    /// <inheritdoc/>
    public override ValueTask<UploadUrlInput> PrepareAsync(UploadUrlInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new BytePlusSettings(preparation, errors);
        var prepared = input with
        {
            Url = input.Url?.Trim(),
            Space = settings.Space(input.Space),
            PollInterval = settings.PollInterval(input.PollInterval),
            PollMax = settings.PollMax(input.PollMax),
            UrlExpireMinutes = settings.UrlExpireMinutes(input.UrlExpireMinutes),
            PlayDomain = settings.PlayDomain(input.PlayDomain),
        };
        if (string.IsNullOrEmpty(prepared.Url)) errors.Add("url", "Name the link to fetch.");
        else if (!Uri.TryCreate(prepared.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            errors.Add("url", "The link must start with http:// or https://.");
        else if (MediaNames.Extension(uri.AbsolutePath) is null) errors.Add("url", MediaNames.Rule);
        errors.ThrowIfAny();
        return ValueTask.FromResult(prepared);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(UploadUrlInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation.Settings);
        var extension = Extension(input);
        return ValueTask.FromResult<IReadOnlyList<PlannedRequest>>(
        [
            calls.Call(UploadStages.Pull, VodCalls.UploadMediaByUrl(input.Space!, SignedUrls.Redact(input.Url!), "{32 hex}" + extension, extension), "once", charged: true),
            calls.Call(UploadStages.PollPull, VodCalls.QueryUploadTaskInfo("{JobId}"), $"every {input.PollInterval} s, at most {input.PollMax} times"),
        ]);
    }

    /// <inheritdoc/>
    public override async Task<UploadOutput> RunAsync(FlowContext context, UploadUrlInput input)
    {
        var extension = Extension(input);
        var fileName = $"{context.NewGuid():N}{extension}";
        var job = await context.RunJobAsync(new ProviderJob<PullRequest>
        {
            Step = UploadStages.Pull,
            Submit = SubmitPull.Ref,
            Request = new PullRequest(input.Space!, input.Url!, fileName, extension),
            SubmitOptions = Patience.Options,
            OnAmbiguousSubmit = input.OnAmbiguousSubmit,
            Poll = PollPull.Ref,
            Target = jobIds => context.Serializer.ToElement(new PullTarget(jobIds)),
            Interval = TimeSpan.FromSeconds(input.PollInterval!.Value),
            MaxAttempts = input.PollMax!.Value,
            DurationKey = SubmitPull.Durations,
            SubmitProgress = Progress with { Stage = UploadStages.Pull, StageIndex = 1 },
            PollProgress = Progress with { Stage = UploadStages.PollPull, StageIndex = 2 },
            TimedOut = (jobIds, last) => TimedOut(input, jobIds, last),
        });

        var result = job.Answer!.Result!;
        var vid = result["vid"]!.GetValue<string>();
        var path = result["fileName"]?.GetValue<string>() is { Length: > 0 } named ? named : fileName;
        var play = await context.CallActivityAsync(FindPlayUrl.Ref, new PlayUrlRequest(input.Space!, path, input.PlayDomain, input.UrlExpireMinutes!.Value));
        return new UploadOutput
        {
            Vid = vid,
            Source = "vid://" + vid,
            PlayUrl = play.Url,
            PosterUri = "",
            FileName = path,
            SpaceName = input.Space!,
            SourceUrl = input.Url!,
            JobId = job.JobId,
        };
    }

    private static string Extension(UploadUrlInput input) => MediaNames.Extension(new Uri(input.Url!).AbsolutePath)!;

    private static FlowError TimedOut(UploadUrlInput input, string jobIds, PollAnswer? last)
    {
        var document = BytePlusDocuments.PullTimedOut(input.PollMax!.Value, input.PollInterval!.Value, input.Url!, input.Space!, jobIds, last?.ProviderState ?? "");
        return new FlowError(ErrorCodes.PollTimedOut, document["error"]!.GetValue<string>())
        {
            Provider = BytePlusNames.Provider,
            // The document's command would submit the link a second time.
            Hint = "Resume the flow: it goes on waiting for the same job and submits nothing.",
            Document = document,
        };
    }
}
