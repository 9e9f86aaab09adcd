using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Activities;

/// <summary>
/// Submits a video (<c>CVSync2AsyncSubmitTask</c>). The service has no token and no list of tasks: a submit whose answer was lost stays unknown, and a
/// person or the policy decides. Throttled and unsent submits are tried again.
/// </summary>
public sealed class SubmitJimengActivity(SubmissionServices services, JimengClient client, IMediaReader media) : ChargedSubmitActivity<JimengRequest>(services)
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<SubmitInput<JimengRequest>, SubmitReceipt> Ref = new("jimeng.submit-video");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => JimengService.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    /// <summary>Where durations of such a task are learned: by mode and length.</summary>
    public static string Durations(JimengRequest request) => $"jimeng.{request.Mode}/{request.Frames}";

    /// <inheritdoc/>
    protected override string DurationKey(JimengRequest request) => Durations(request);

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(
        JimengRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var images = new List<string>();
        foreach (var image in request.Images) images.Add(request.Inline ? await EncodeAsync(image, cancellationToken) : image.Source.Url!);
        return new Submitted(await client.SubmitAsync(JimengBody.Build(request, images), request.TimeoutSeconds, cancellationToken));
    }

    // Nothing is sent before the images are read, so a read that fails is safe to repeat.
    private async Task<string> EncodeAsync(JimengImage image, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await media.OpenAsync(image.Source, 0, image.Length, image.Version, cancellationToken);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            return Convert.ToBase64String(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new FlowException(
                new FlowError(ErrorCodes.StorageUnavailable, $"The image {image.Source} could not be read to its end; nothing was submitted.") { Retryable = true }, e);
        }
    }
}
