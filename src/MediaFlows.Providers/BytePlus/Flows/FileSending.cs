using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>
/// Gets the bytes of one file to the first address that takes them. Deterministic: it lives inside a flow's turn. A part that was sent is a
/// finished step; a host that stays away is given up for the next; an authorization that ends is asked for anew, and parts sent to the same
/// object stay sent.
/// </summary>
internal sealed class FileSending(FlowContext context, UploadFileInput input, string fileName, FlowProgress progress)
{
    // The document's client: three tries of each step, one second apart and then two.
    private static readonly ActivityOptions Gateway = new() { Retry = new FlowRetryPolicy(3, TimeSpan.FromSeconds(1)) };

    private readonly UploadSourceFacts _facts = input.Facts!;
    private PartProgress? _parts;
    private bool _begunAnew;

    /// <summary>True when the parts may have been put together although the gateway did not say so: the commit tells.</summary>
    public bool MergeInDoubt { get; private set; }

    /// <summary>Sends the file and returns the address that has it now.</summary>
    public async Task<UploadTarget> RunAsync()
    {
        var offer = await ApplyAsync(null);
        var index = 0;
        long sentAtRenewal = -1;
        while (true)
        {
            var target = offer.Targets[index];
            try
            {
                if (PartPlan.IsDirect(_facts.Length)) await DirectAsync(target);
                else await InPartsAsync(target);
                return target;
            }
            catch (FlowTaskFailedException e) when (UploadGatewayFailures.IsAuthorization(e.Error) && Sent > sentAtRenewal)
            {
                // Only while it helps: an authorization that is refused before another byte went out is not asked for again.
                sentAtRenewal = Sent;
                offer = await ApplyAsync(target.SessionKey);
                index = Math.Max(0, offer.Targets.ToList().FindIndex(target.IsSameObject));
            }
            catch (FlowTaskFailedException e) when (UploadGatewayFailures.IsUnknownUpload(e.Error) && !_begunAnew)
            {
                _begunAnew = true;
                _parts = null;
            }
            catch (FlowTaskFailedException e) when (e.Error.Retryable && index + 1 < offer.Targets.Count)
            {
                index++;
            }
        }
    }

    /// <summary>Forgets what was sent, so that it is sent again.</summary>
    public void Forget()
    {
        _parts = null;
        MergeInDoubt = false;
    }

    private long Sent => _parts?.Sent ?? 0;

    private Task<UploadOffer> ApplyAsync(string? sessionKey)
    {
        context.SetCustomStatus(progress with { Stage = UploadStages.Apply, StageIndex = 1 });
        var request = new ApplyUploadRequest(input.Space!, fileName, _facts.Extension, _facts.Length) { SessionKey = sessionKey };
        return context.CallActivityAsync(ApplyUpload.Ref, request, Patience.Options);
    }

    private async Task DirectAsync(UploadTarget target)
    {
        Show(0);
        await context.CallActivityAsync(PutObject.Ref, new PutObjectRequest(target, input.Source!, _facts.Version, _facts.Length), Gateway);
        Show(_facts.Length);
    }

    private async Task InPartsAsync(UploadTarget target)
    {
        if (_parts is null || !_parts.Target.IsSameObject(target))
        {
            Show(0);
            var begun = await context.CallActivityAsync(BeginParts.Ref, target, Gateway);
            _parts = new PartProgress(target, begun.UploadId, PartPlan.Steps(_facts.Length));
        }

        var parts = _parts;
        Show(parts.Sent);
        await context.ForEachAsync(parts.Missing, input.Parallel!.Value, async step =>
        {
            var request = new SendPartsRequest(target, parts.UploadId, input.Source!, _facts.Version, parts.Steps[step]);
            parts.Finish(step, await context.CallActivityAsync(SendParts.Ref, request, Gateway));
            Show(parts.Sent);
            return Unit.Value;
        });

        try
        {
            await context.CallActivityAsync(MergeParts.Ref, new MergePartsRequest(target, parts.UploadId, parts.Crcs, parts.ContentType), Gateway);
        }
        catch (FlowTaskFailedException e) when (UploadGatewayFailures.IsUnknownUpload(e.Error))
        {
            // Gone after all parts were taken: most likely an earlier try of this very step was carried out and its answer lost.
            MergeInDoubt = true;
        }
    }

    private void Show(long sent) =>
        context.SetCustomStatus(progress with { Stage = UploadStages.Send, StageIndex = 2, BytesSent = sent, BytesTotal = _facts.Length });
}
