using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Sends a source to a key: in one request when it is small, else in parts that are steps of their own.</summary>
internal static class Uploading
{
    /// <summary>Largest object that is put in one request, in bytes.</summary>
    public const long SimpleLimit = 10 * 1024 * 1024;

    /// <summary>Size of a part in bytes, as long as the object then has no more than <see cref="ManyParts"/>.</summary>
    public const long PartSize = 8 * 1024 * 1024;

    // A history keeps one entry per part; larger objects get larger parts instead of more.
    private const int ManyParts = 1000;
    private const int Parallel = 3;

    public static async Task<Stored> RunAsync(FlowContext context, OssPlace place, MediaSource source, MediaInfo info, string key, FlowProgress progress)
    {
        var type = info.ContentType ?? ContentTypes.Of(key);
        var whole = new SendInput(place, key, source, 0, info.Length ?? 0, info.Version) { ContentType = type };
        context.SetCustomStatus(progress with { BytesSent = 0, BytesTotal = info.Length });
        if (info.Length is not { } length) return await context.CallActivityAsync(PutUnsized.Ref, whole);
        if (length <= SimpleLimit) return await context.CallActivityAsync(PutObject.Ref, whole);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InPartsAsync(context, whole, progress);
            }
            catch (FlowTaskFailedException e) when (attempt == 1 && e.Error.ProviderCode == "NoSuchUpload")
            {
                // The parts of an earlier end were given up meanwhile: a retry starts the upload over.
            }
        }
    }

    /// <summary>Ranges of the parts.</summary>
    public static IReadOnlyList<(int Number, long Offset, long Length)> Plan(long length)
    {
        var size = Math.Max(PartSize, (length + ManyParts - 1) / ManyParts);
        return [.. Enumerable.Range(0, (int)((length + size - 1) / size)).Select(i => (i + 1, i * size, Math.Min(size, length - (i * size))))];
    }

    private static async Task<Stored> InPartsAsync(FlowContext context, SendInput whole, FlowProgress progress)
    {
        var uploadId = await context.CallActivityAsync(BeginParts.Ref, whole);
        long sent = 0;
        try
        {
            var parts = await context.ForEachAsync(Plan(whole.Length), Parallel, async range =>
            {
                var part = await context.CallActivityAsync(
                    SendPart.Ref, whole with { UploadId = uploadId, Number = range.Number, Offset = range.Offset, Length = range.Length });
                sent += part.Length;
                context.SetCustomStatus(progress with { BytesSent = sent, BytesTotal = whole.Length });
                return part;
            });
            return await context.CallActivityAsync(CompleteParts.Ref, new CompletePartsInput(whole.Place, whole.Key, uploadId, parts));
        }
        catch (FlowException e) when (!e.Error.Retryable)
        {
            // What may succeed on a retry keeps its parts, so that the retry sends just the missing ones. Everything else leaves nothing behind.
            await TryAsync(context.CallActivityAsync(AbortParts.Ref, new CompletePartsInput(whole.Place, whole.Key, uploadId, []), ActivityOptions.CleanUp));
            throw;
        }
    }

    /// <summary>Awaits a clean-up; its failure must not hide the reason for it. False when it failed.</summary>
    public static async Task<bool> TryAsync(Task cleanUp)
    {
        try
        {
            await cleanUp;
            return true;
        }
        catch (FlowTaskFailedException)
        {
            return false;
        }
    }
}
