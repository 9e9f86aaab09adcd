using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Permissions;

/// <summary>
/// Tries the RAM actions that flows need, one by one, with calls that change nothing: reads, and processing of an object that does not exist, which the
/// service authorises before it looks for the object. Actions that write are tried only when asked for, on a temporary object that is removed.
/// </summary>
public sealed class PermissionCheck(OssTransport transport, ObjectClient objects, ProcessClient process, MultipartClient parts, BucketClient buckets, ImmClient imm)
{
    /// <summary>Tries the actions in <paramref name="place"/>; <paramref name="project"/> is the bucket's IMM project, if it has one.</summary>
    /// <param name="place">Bucket and region.</param>
    /// <param name="project">IMM project for the task actions; null leaves them untested.</param>
    /// <param name="writes">True also writes and removes a temporary object.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<IReadOnlyList<ActionFinding>> RunAsync(OssPlace place, string? project, bool writes, CancellationToken cancellationToken)
    {
        var probe = ProbeObject.New();
        place = place with { IsProbe = true };
        List<ActionFinding> findings =
        [
            await TryAsync("oss:ListObjects", "without it the frames of video/snapshots cannot be listed", () => objects.ListAsync(place, ProbeObject.Prefix, 1, cancellationToken)),
            await TryAsync("oss:GetObject", "without it no source can be read", () => objects.RequireAsync(place, probe.Absent, cancellationToken)),
            await TryAsync("signed URL", "without it output mode url gives dead links", () => transport.ReadSignedAsync(place, probe.Absent, cancellationToken)),
            await TryAsync("oss:ProcessObject", "without it no result can be saved in OSS (output mode save, blind watermarks)",
                () => process.SaveAsync(place, probe.Absent, "image/resize,w_1" + Operations.ProcessString.SaveAs(probe.Temporary, place.Bucket), cancellationToken)),
            await TryAsync("oss:PostProcessTask", "without it no asynchronous operation can be submitted",
                () => process.SubmitAsync(place, probe.Absent, "video/convert,f_mp4" + Operations.ProcessString.SaveAs(probe.Temporary, place.Bucket), cancellationToken)),
            await TryAsync("oss:GetBucketLifecycle", "without it clean-up rules can be neither seen nor added", () => buckets.RulesAsync(place, cancellationToken)),
            .. await WritesAsync(place, probe, writes, cancellationToken),
            .. await ImmAsync(place, project, cancellationToken),
        ];
        return findings;
    }

    private async Task<IReadOnlyList<ActionFinding>> WritesAsync(OssPlace place, ProbeObject probe, bool writes, CancellationToken cancellationToken)
    {
        if (!writes)
        {
            const string how = "it would write; set ALIBABA_CLOUD_OSS_PROBE_WRITES=true to try it with a temporary object below " + ProbeObject.Prefix;
            return [Untested("oss:PutObject", how), Untested("oss:DeleteObject", how), Untested("oss:AbortMultipartUpload", how)];
        }

        var put = await TryAsync("oss:PutObject", "without it nothing can be uploaded", () => objects.PutAsync(
            place, probe.Temporary, _ => Task.FromResult<Stream>(new MemoryStream("probe"u8.ToArray())), 5, "text/plain", cancellationToken));
        if (put.State != ActionState.Permitted)
            return [put, Untested("oss:DeleteObject", "no temporary object could be written"), Untested("oss:AbortMultipartUpload", "no upload could be begun")];
        var delete = await TryAsync("oss:DeleteObject", $"without it temporary uploads stay in the bucket, and so does {probe.Temporary} now: remove it by hand",
            async () =>
            {
                await objects.DeleteAsync(place, probe.Temporary, CancellationToken.None);
                return true;
            });
        var abort = await TryAsync("oss:AbortMultipartUpload", "without it the parts of an upload that failed stay and are charged", async () =>
        {
            await parts.AbortAsync(place, probe.Temporary, await parts.BeginAsync(place, probe.Temporary, "text/plain", cancellationToken), CancellationToken.None);
            return true;
        });
        return [put, delete, abort];
    }

    private async Task<IReadOnlyList<ActionFinding>> ImmAsync(OssPlace place, string? project, CancellationToken cancellationToken)
    {
        const string changes = "it would change or cost something; the flow that needs it shows it";
        const string task = "00000000-0000-4000-8000-000000000000";
        IReadOnlyList<ActionFinding> tried = project is null
            ? [Untested("imm:GetTask", "the bucket is not bound to a project"), Untested("imm:GetDecodeBlindWatermarkResult", "the bucket is not bound to a project")]
            :
            [
                await TryAsync("imm:GetTask", "without it a job cannot be waited for", () => imm.GetTaskAsync(place, project, "MediaConvert", "MediaConvert-" + task, cancellationToken)),
                await TryAsync("imm:GetDecodeBlindWatermarkResult", "without it an extracted watermark cannot be read",
                    () => imm.GetExtractionAsync(place, project, "DecodeBlindWatermark-" + task, cancellationToken)),
            ];
        return [.. tried, Untested("imm:CreateDecodeBlindWatermarkTask", changes), Untested("imm:CreateProject", changes), Untested("imm:AttachOSSBucket", changes)];
    }

    private static ActionFinding Untested(string action, string why) => new(action, ActionState.NotTested, $"Not tested: {why}.");

    private static async Task<ActionFinding> TryAsync<T>(string action, string without, Func<Task<T>> call)
    {
        try
        {
            await call();
            return new ActionFinding(action, ActionState.Permitted, "Permitted.");
        }
        catch (FlowException e)
        {
            return Judge(action, without, e.Error);
        }
    }

    private static ActionFinding Judge(string action, string without, FlowError error)
    {
        if (IsRefusal(error)) return new ActionFinding(action, ActionState.Refused, $"Refused with {error.ProviderCode}: {without}. Add {(action.Contains(':', StringComparison.Ordinal) ? action : "oss:GetObject")} to the RAM policy.");
        // Looked for and not found: the service came past its authorisation.
        return error.HttpStatus == 404
            ? new ActionFinding(action, ActionState.Permitted, "Permitted (tried on an object that does not exist).")
            : Untested(action, $"the answer does not tell ({error.ProviderCode ?? error.Code})");
    }

    private static bool IsRefusal(FlowError error) =>
        error.ProviderCode is { } code && (code == "AccessDenied" || code.StartsWith("Forbidden", StringComparison.Ordinal));
}
