using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Connection;

/// <summary>The HTTP API as the commands use it. A problem document becomes a <see cref="CliException"/>.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(HostConnection host, HttpMessageHandler? handler = null)
    {
        Host = host;
        _http = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Add("x-functions-key", host.Key);
    }

    public HostConnection Host { get; }

    public void Dispose() => _http.Dispose();

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonNode?> PostAsync(
        string path, JsonNode? body, CancellationToken cancellationToken, string? idempotencyKey = null, IReadOnlyDictionary<string, string>? headers = null) =>
        SendAsync(HttpMethod.Post, path, body, cancellationToken, idempotencyKey, headers);

    public Task<JsonNode?> PutAsync(string path, JsonNode body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Put, path, body, cancellationToken);

    public Task<JsonNode?> DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>Streams a file into media storage and returns its source (<c>{"blob": …}</c>).</summary>
    public async Task<JsonNode> PutMediaAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/media/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)))
        {
            Content = new StreamContent(content),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await TransmitAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return (await ReadAsync(answer, cancellationToken))!["source"]!;
    }

    /// <summary>Posts a body of another type than JSON.</summary>
    public async Task<JsonNode> PostContentAsync(string path, Stream content, string contentType, string? idempotencyKey, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        Add(request, idempotencyKey, headers);
        using var answer = await TransmitAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return (await ReadAsync(answer, cancellationToken))!;
    }

    /// <summary>Reads a text answer line by line as it comes, in bounded memory.</summary>
    public async Task ReadLinesAsync(string path, Action<string> onLine, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await TransmitAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode) await ReadAsync(answer, cancellationToken);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line) onLine(line);
    }

    /// <summary>Streams media into <paramref name="target"/>.</summary>
    public async Task GetMediaAsync(string name, Stream target, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/media/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));
        using var answer = await TransmitAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode) await ReadAsync(answer, cancellationToken);
        await answer.Content.CopyToAsync(target, cancellationToken);
    }

    /// <summary>An open server-sent event stream; the caller reads its lines.</summary>
    public async Task<HttpResponseMessage> OpenEventsAsync(string id, string? lastEventId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/flows/{Uri.EscapeDataString(id)}/events");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode) await ReadAsync(answer, cancellationToken);
        return answer;
    }

    /// <summary>Asks for an answer as server-sent events; the caller reads its body. A refusal is thrown as everywhere.</summary>
    public async Task<HttpResponseMessage> PostForEventsAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var answer = await TransmitAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            using (answer) await ReadAsync(answer, cancellationToken);
        return answer;
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken, string? idempotencyKey = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        Add(request, idempotencyKey, headers);
        using var answer = await TransmitAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    private static void Add(HttpRequestMessage request, string? idempotencyKey, IReadOnlyDictionary<string, string>? headers)
    {
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal)) request.Headers.TryAddWithoutValidation(name, value);
    }

    private async Task<HttpResponseMessage> TransmitAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, completion, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.ProviderUnavailable, $"No host answers at {Host.Url} ({e.HttpRequestError}).", "Start one with 'mediaflows serve', or give --url.");
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        JsonNode? node = null;
        try
        {
            node = text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Not from our host: a proxy's page. The status says enough.
        }

        return answer.IsSuccessStatusCode ? node : throw Problem((int)answer.StatusCode, node as JsonObject);
    }

    private static CliException Problem(int status, JsonObject? problem)
    {
        var document = CliException.Describe(
            problem?["code"]?.GetValue<string>(),
            problem?["detail"]?.GetValue<string>() ?? problem?["title"]?.GetValue<string>() ?? $"The host answered {status}.",
            problem?["hint"]?.GetValue<string>());
        foreach (var name in new[] { "errors", "questions", "provider", "providerCode", "providerRequestId", "document" })
            if (problem?[name] is { } value) document[name] = value.DeepClone();
        return new CliException(status is >= 400 and < 500 ? ExitCodes.NotStarted : ExitCodes.Failed, document);
    }
}
