using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Volcengine;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The three calls of the service. Keys are read when a call is signed and kept nowhere.</summary>
public sealed class JimengClient(IHttpClientFactory clients, ServerClock clock, IConfiguration settings, ISecretSource secrets)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpName = JimengService.Provider;

    // Signed as the document prescribes it, without a charset.
    private const string JsonType = "application/json";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Base address that <paramref name="settings"/> name.</summary>
    public static Uri BaseUrlOf(IConfiguration settings) =>
        Uri.TryCreate(settings[JimengService.UrlVariable]?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : new Uri(JimengService.DefaultUrl);

    /// <summary>
    /// <c>CVSync2AsyncSubmitTask</c> (2022-08-31): submits and returns the task id. Every accepted call is a new, separately paid task: there is no token.
    /// </summary>
    public async Task<string> SubmitAsync(JsonObject body, int timeoutSeconds, CancellationToken cancellationToken)
    {
        var call = Call(JimengService.SubmitAction, JimengService.Version, body) with { SafeToRepeat = false };
        var answer = await SendAsync(call, timeoutSeconds, taskId: null, cancellationToken);
        if (!answer.IsSuccess) throw JimengFailures.Refused(call, answer, taskId: null);
        return answer.Find("task_id") ?? throw JimengFailures.NoTaskId(answer);
    }

    /// <summary>
    /// <c>CVSync2AsyncGetResult</c> (2022-08-31): asks for a task. Returns answers that speak of the task, failures of the task among them; throws for
    /// those that only say that it could not be asked.
    /// </summary>
    public async Task<JimengAnswer> QueryAsync(JimengTarget target, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["req_key"] = target.ReqKey, ["task_id"] = target.TaskId };
        if (target.AigcMeta is { } meta)
        {
            var marks = JsonSerializer.SerializeToNode(meta)!.AsObject();
            foreach (var name in marks.Where(m => m.Value is null).Select(m => m.Key).ToList()) marks.Remove(name);
            body["req_json"] = new JsonObject { ["aigc_meta"] = marks }.ToJsonString(Json);
        }

        var call = Call(JimengService.QueryAction, JimengService.Version, body);
        var answer = await SendAsync(call, target.TimeoutSeconds, target.TaskId, cancellationToken);
        return answer.IsSuccess || IsFailureOfTask(answer) ? answer : throw JimengFailures.Refused(call, answer, target.TaskId);
    }

    /// <summary><c>CVCancelTask</c> (2024-06-06): true when the task was cancelled. One that is being made can no longer be.</summary>
    public async Task<bool> CancelAsync(JimengTarget target, CancellationToken cancellationToken)
    {
        var call = Call(JimengService.CancelAction, JimengService.CancelVersion, new JsonObject { ["req_key"] = target.ReqKey, ["task_id"] = target.TaskId });
        var answer = await SendAsync(call, target.TimeoutSeconds, target.TaskId, cancellationToken);
        if (answer.IsSuccess) return true;
        var refused = JimengFailures.Refused(call, answer, target.TaskId);
        return refused.Error.Retryable || refused.Error.Code == ErrorCodes.CredentialsRefused ? throw refused : false;
    }

    // "done" beside an error code, or a verdict of a content check: the task is over. Anything else is about this one question.
    private static bool IsFailureOfTask(JimengAnswer answer) =>
        answer.IsServiceCode && (answer.Find("status") == "done" || JimengCode.Find(answer.Code)?.Kind == JimengCodeKind.ContentRisk);

    private static VolcengineCall Call(string action, string version, JsonObject body) =>
        new(action, version) { Body = Encoding.UTF8.GetBytes(body.ToJsonString(Json)), ContentType = JsonType };

    private async Task<JimengAnswer> SendAsync(VolcengineCall call, int timeoutSeconds, string? taskId, CancellationToken cancellationToken)
    {
        var credential = new VolcengineCredential(
            await secrets.RequireAsync(JimengService.Provider, cancellationToken, JimengService.AccessKeyVariable),
            await secrets.RequireAsync(JimengService.Provider, cancellationToken, JimengService.SecretKeyVariable),
            await secrets.GetAsync(JimengService.SessionTokenVariable, cancellationToken));
        using var http = clients.CreateClient(HttpName);
        http.Timeout = TimeSpan.FromSeconds(timeoutSeconds);
        var url = BaseUrlOf(settings);
        try
        {
            var endpoint = new VolcengineEndpoint(url.Scheme, url.Authority, JimengService.Scope);
            return JimengAnswer.Read(await new VolcengineTransport(http, clock, JimengService.Provider).SendAsync(endpoint, credential, call, cancellationToken));
        }
        catch (FlowException e)
        {
            throw JimengFailures.NoAnswer(e, taskId);
        }
    }
}
