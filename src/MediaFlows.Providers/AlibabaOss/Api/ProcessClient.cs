using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Processing of objects: read as JSON, save (ProcessObject), submit (AsyncProcessObject).</summary>
public sealed class ProcessClient(OssTransport transport)
{
    // Answers of the detection operations are some kilobytes; this is far beyond them.
    private const int MaxJson = 8 * 1024 * 1024;

    /// <summary>GetObject with <c>x-oss-process</c>, for operations that answer JSON.</summary>
    public async Task<(JsonNode Data, string? RequestId)> ReadJsonAsync(OssPlace place, string key, string process, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(new OssCall("GetObject", HttpMethod.Get, place, key) { Query = [new("x-oss-process", process)] }, cancellationToken);
        return (await JsonAsync("GetObject", answer, cancellationToken), answer.RequestId);
    }

    /// <summary>ProcessObject with <c>sys/saveas</c>. Repeating it writes the same result again. Returns the bytes stored and the request id.</summary>
    public async Task<(long Size, string? RequestId)> SaveAsync(OssPlace place, string key, string process, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(Post("ProcessObject", "x-oss-process", place, key, process, safe: true), cancellationToken);
        var json = await JsonAsync("ProcessObject", answer, cancellationToken);
        return ((long?)json["fileSize"] ?? 0, answer.RequestId);
    }

    /// <summary>AsyncProcessObject. There is no client token: an unanswered submit is of unknown outcome.</summary>
    /// <exception cref="OutcomeUnknownException">It was sent and no answer came.</exception>
    public async Task<TaskTicket> SubmitAsync(OssPlace place, string key, string process, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(Post("AsyncProcessObject", "x-oss-async-process", place, key, process, safe: false), cancellationToken);
        try
        {
            var json = await JsonAsync("AsyncProcessObject", answer, cancellationToken);
            return new TaskTicket((string?)json["TaskId"] is { Length: > 0 } id ? id : null, (string?)json["EventId"], (string?)json["RequestId"] ?? answer.RequestId);
        }
        catch (FlowException e)
        {
            // It was accepted and what it said is lost.
            throw new OutcomeUnknownException(e.Error, e);
        }
    }

    private static OssCall Post(string action, string parameter, OssPlace place, string key, string process, bool safe)
    {
        var body = Encoding.UTF8.GetBytes(parameter + "=" + process);
        return new OssCall(action, HttpMethod.Post, place, key)
        {
            Query = [new(parameter, null)],
            Content = () => new ByteArrayContent(body),
            ContentType = "application/octet-stream",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-MD5"] = Convert.ToBase64String(MD5.HashData(body)) },
            SafeToRepeat = safe,
        };
    }

    private static async Task<JsonNode> JsonAsync(string action, OssAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            if (answer.Content.Headers.ContentLength > MaxJson) throw new JsonException();
            return await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            throw new FlowException(
                new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{action}: the answer is not the JSON that is documented.")
                {
                    Provider = OssNames.Provider, ProviderRequestId = answer.RequestId, Retryable = e is not JsonException, Hint = "Report the request id if it stays.",
                },
                e);
        }
    }
}
