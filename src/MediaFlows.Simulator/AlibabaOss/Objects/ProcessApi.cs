using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss.Processing;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>The three ways to process an object: read the result, save it, or submit a task.</summary>
internal sealed class ProcessApi(OssState state)
{
    private readonly ImageWork _images = new(state);
    private readonly MediaWork _media = new(state);

    public async Task ReadAsync(OssRequest request, string requestId)
    {
        var text = request["x-oss-process"]!;
        var process = ProcessText.Parse(text);
        if (process.TargetKey is not null) throw new OssErrorException(OssError.InvalidArgument("saveas is not allowed in a GET request.", "x-oss-process", text));
        var isSegment = process is { Category: "hls", First.Name: "ts" } && request.Key.EndsWith(HlsPlaylist.Ending, StringComparison.Ordinal);
        var source = Source(isSegment ? request with { Key = request.Key[..^HlsPlaylist.Ending.Length] } : request);
        RequireImm(request.Bucket!, process);
        var http = request.Http;
        // As in the service's own samples, a processed answer carries the ETag and the checksum of its source.
        ObjectApi.WriteHeaders(http, source);
        switch (process)
        {
            case { Category: "image", First.Name: "info" }:
                await OssAnswer.JsonAsync(http, await ReadAnswers.InfoAsync(source, http.RequestAborted));
                break;
            case { Category: "image", First.Name: "average-hue" }:
                await OssAnswer.JsonAsync(http, await ReadAnswers.AverageHueAsync(source, http.RequestAborted));
                break;
            case { Category: "image" } when ReadAnswers.IsDetection(process.First.Name):
                await OssAnswer.JsonAsync(http, ReadAnswers.Detect(process.First.Name, source, requestId));
                break;
            case { Category: "video" or "audio", First.Name: "info" }:
                await OssAnswer.JsonAsync(http, await MediaMeta.ReadAsync(source.Path, http.RequestAborted) ?? throw new OssErrorException(new OssError(400, "InvalidArgument", "The media cannot be read.")));
                break;
            case { Category: "hls", First.Name: "m3u8" }:
                await new HlsPlaylist(state).SendAsync(http, source, process.First);
                break;
            case { Category: "video", First.Name: not "snapshot" } or { Category: "audio" }:
                throw new OssErrorException(OssError.InvalidArgument("The operation is only supported asynchronously.", "x-oss-process", text));
            default:
                using (var result = await RunAsync(source, process, text, http.RequestAborted))
                {
                    Note(http, result);
                    await ObjectApi.SendAsync(http, result.First, result.ContentType);
                }

                break;
        }
    }

    public async Task SaveAsync(OssRequest request)
    {
        var text = await BodyAsync(request, "x-oss-process");
        var process = ProcessText.Parse(text);
        var source = Source(request);
        RequireImm(request.Bucket!, process);
        if (process.TargetKey is not { } key) throw new OssErrorException(OssError.InvalidArgument("saveas is required.", "x-oss-process", text));
        if (process.Category is "audio" || (process.Category == "video" && process.First.Name != "snapshot"))
            throw new OssErrorException(OssError.InvalidArgument("The operation is only supported asynchronously.", "x-oss-process", text));
        using var result = await RunAsync(source, process, text, request.Http.RequestAborted);
        Note(request.Http, result);
        await using var file = File.OpenRead(result.First);
        var saved = await state.Objects.PutAsync(process.TargetBucket ?? request.Bucket!, key, file, result.ContentType, null, request.Http.RequestAborted);
        await OssAnswer.JsonAsync(request.Http, new JsonObject { ["bucket"] = process.TargetBucket ?? "", ["fileSize"] = saved.Length, ["object"] = key, ["status"] = "OK" });
    }

    public async Task SubmitAsync(OssRequest request, string requestId)
    {
        var text = await BodyAsync(request, "x-oss-async-process");
        var process = ProcessText.Parse(text);
        if (process.Category == "image" && process.First.Name != "deblindwatermark")
            throw new OssErrorException(new OssError(400, "Imm Client", "The specified resource Route is not found."));
        var source = Source(request);
        if (process.TargetKey is null) throw new OssErrorException(OssError.InvalidArgument("saveas is required.", "x-oss-async-process", text));
        var answer = new JsonObject { ["EventId"] = state.NewId("event"), ["RequestId"] = requestId, ["TaskId"] = null };
        if (state.Attachments.TryGetValue(request.Bucket!, out var project))
            answer["TaskId"] = state.Tasks.Submit(source, process, text, project, (string)answer["EventId"]!, RunAsync).Id;
        await OssAnswer.JsonAsync(request.Http, answer);
    }

    private Task<ProcessedFile> RunAsync(StoredObject source, ProcessText process, string text, CancellationToken cancellationToken) =>
        process.Category == "image" ? _images.RunAsync(source, process, text, cancellationToken) : _media.RunAsync(source, process, text, cancellationToken);

    private static void Note(HttpContext http, ProcessedFile result)
    {
        if (result.Notes.Count > 0) http.Response.Headers["x-mediaflows-simulated"] = string.Join("; ", result.Notes);
    }

    private StoredObject Source(OssRequest request) => state.Objects.Find(request.Bucket!, request.Key) ?? throw new OssErrorException(OssError.NoSuchKey(request.Key));

    private void RequireImm(string bucket, ProcessText process)
    {
        var imm = process.Category switch
        {
            "image" => process.Actions.Any(a => ReadAnswers.IsDetection(a.Name) || a.Name == "blindwatermark" || (a.Name is "crop" or "blur" && a["g"] is "auto" or "face" or "faces")),
            // Basic frame extraction works without a binding.
            "video" => process.First.Name != "snapshot",
            _ => true,
        };
        if (imm && !state.Attachments.ContainsKey(bucket)) throw new OssErrorException(OssError.NoImm);
    }

    private static async Task<string> BodyAsync(OssRequest request, string parameter)
    {
        using var buffer = new MemoryStream();
        await request.Http.Request.Body.CopyToAsync(buffer, request.Http.RequestAborted);
        var bytes = buffer.ToArray();
        ObjectApi.CheckMd5(request, Convert.ToHexString(MD5.HashData(bytes)), () => { });
        var body = Encoding.UTF8.GetString(bytes);
        if (!body.StartsWith(parameter + "=", StringComparison.Ordinal)) throw new OssErrorException(new OssError(400, "InvalidRequest", $"no {parameter} parameter found"));
        var text = body[(parameter.Length + 1)..];
        // One SDK sends the raw string, another form-encodes it; a process string itself has no percent sign.
        return text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
    }
}
