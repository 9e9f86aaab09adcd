using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Core.Secrets;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The four calls of the service (<c>/datatester/compass/api/v3/survey</c>). The key is read when a call is made and kept nowhere.</summary>
public sealed class VideoEvalClient(IHttpClientFactory clients, IConfiguration settings, ISecretSource secrets)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpName = VideoEvalService.Provider;

    /// <summary>Base address without a trailing slash.</summary>
    public string BaseUrl => BaseUrlOf(settings);

    /// <summary>Base address that <paramref name="settings"/> name.</summary>
    public static string BaseUrlOf(IConfiguration settings) =>
        settings[VideoEvalService.BaseUrlVariable] is { } url && !string.IsNullOrWhiteSpace(url) ? url.Trim().TrimEnd('/') : VideoEvalService.DefaultBaseUrl;

    /// <summary>Uploads one video of <paramref name="length"/> bytes; a repeat makes another attachment, which costs nothing.</summary>
    /// <param name="call">Key, request id and time limit.</param>
    /// <param name="fileName">Base name; reports name the video by it.</param>
    /// <param name="length">Bytes of <paramref name="video"/>.</param>
    /// <param name="video">The content; disposed with the call.</param>
    /// <param name="sent">Told the bytes sent so far.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<VideoAttachment> UploadAsync(
        VideoEvalCall call, string fileName, long length, Stream video, Action<long>? sent, CancellationToken cancellationToken)
    {
        // Any text that is not in the video would do; this one is the same on every try and unlikely enough.
        var boundary = "mediaflows-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{call.RequestId}\n{fileName}\n{length}")))[..32];
        var answer = await SendAsync(
            VideoEvalOperation.Upload, call, HttpMethod.Post, VideoEvalService.AttachmentPath, new VideoUploadContent(fileName, length, video, boundary, sent), cancellationToken);
        var id = answer.FindId("attachment", "item") ?? throw VideoEvalFailures.Missing(VideoEvalOperation.Upload, call, answer, "attachment id");
        return new VideoAttachment(id, RedactedJson.Copy(answer.Payload));
    }

    /// <summary>Creates a task. Not safe to repeat: each call that is carried out makes a task and counts against the quota.</summary>
    public async Task<CreatedTask> CreateTaskAsync(VideoEvalCall call, JsonObject body, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(RelaxedJson.Options)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await SendAsync(VideoEvalOperation.Create, call, HttpMethod.Post, VideoEvalService.TaskPath, content, cancellationToken);
        var id = answer.FindId("task", "item") ?? throw VideoEvalFailures.Missing(VideoEvalOperation.Create, call, answer, "task id");
        var task = answer.Payload as JsonObject;
        return new CreatedTask(id, TaskDetailReader.Text(task?["status"] ?? (task?["task"] as JsonObject)?["status"] ?? (task?["item"] as JsonObject)?["status"]));
    }

    /// <summary>Reads a task and normalises it.</summary>
    public async Task<TaskDetail> GetTaskAsync(VideoEvalCall call, string taskId, CancellationToken cancellationToken)
    {
        var path = VideoEvalService.TaskPath + "/" + Uri.EscapeDataString(taskId);
        var answer = await SendAsync(VideoEvalOperation.Detail, call, HttpMethod.Get, path, null, cancellationToken);
        var task = Inner(answer.Payload as JsonObject);
        var id = answer.FindId("task", "item");
        if (task is null || id is null) throw VideoEvalFailures.Missing(VideoEvalOperation.Detail, call, answer, "task");
        return TaskDetailReader.Read(task, id, out var problem) ?? throw VideoEvalFailures.Missing(VideoEvalOperation.Detail, call, answer, problem!);
    }

    /// <summary>The first 100 tasks, with the one query that the document allows.</summary>
    public async Task<TaskList> ListTasksAsync(VideoEvalCall call, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(VideoEvalOperation.List, call, HttpMethod.Get, VideoEvalService.TaskPath + VideoEvalService.ListQuery, null, cancellationToken);
        return TaskListReader.Read(answer.Payload, out var problem) ?? throw VideoEvalFailures.Missing(VideoEvalOperation.List, call, answer, problem!);
    }

    // The task itself, or the object that wraps it.
    private static JsonObject? Inner(JsonObject? payload) =>
        payload is null || VideoEvalAnswer.IdText(payload["id"]) is not null ? payload : payload["task"] as JsonObject ?? payload["item"] as JsonObject;

    private async Task<VideoEvalAnswer> SendAsync(
        VideoEvalOperation operation, VideoEvalCall call, HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, BaseUrl + path) { Content = content };
        var key = await VideoEvalApiKey.RequireAsync(secrets, call.ApiKey, call.RequestId, cancellationToken);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("x-product-version", VideoEvalService.ProductVersion);
        request.Headers.TryAddWithoutValidation("Authorization", "bearer " + key);

        using var http = clients.CreateClient(HttpName);
        http.Timeout = TimeSpan.FromSeconds(call.TimeoutSeconds);
        VideoEvalAnswer answer;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            answer = VideoEvalAnswer.Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw VideoEvalFailures.NoAnswer(operation, call, e);
        }

        if (!answer.IsJson) throw VideoEvalFailures.NotJson(operation, call, answer);
        return answer.IsRefused ? throw VideoEvalFailures.Refused(operation, call, answer) : answer;
    }
}
