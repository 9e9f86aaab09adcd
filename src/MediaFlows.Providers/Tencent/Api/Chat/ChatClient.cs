using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Secrets;

namespace MediaFlows.Providers.Tencent.Api.Chat;

/// <summary>
/// The chat gateway (<c>POST /v1/chat/completions</c>): bearer token, no request signature. An answered call is paid and cannot be deduplicated,
/// so only refusals are repeated: 429 with back-off, and once a 401, since a new token takes up to a minute to reach the gateway.
/// </summary>
public sealed class ChatClient(IHttpClientFactory clients, TencentSettings settings, ISecretSource secrets, TimeProvider time)
{
    /// <summary>Path of the one call.</summary>
    public const string Path = "/v1/chat/completions";

    private const int MostTries = 4;

    /// <summary>Asks and returns the whole answer.</summary>
    public async Task<JsonObject> CompleteAsync(JsonObject body, string? token, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(body, token, timeout, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return VodJson.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken)) ?? throw ChatFailures.Unreadable();
    }

    /// <summary>Asks and returns the chunks as they come; the end mark is not among them. <paramref name="timeout"/> is the longest silence.</summary>
    /// <exception cref="OutcomeUnknownException">The stream broke off, fell silent, or the gateway gave up in the middle: what came before may be charged.</exception>
    public async IAsyncEnumerable<JsonObject> StreamAsync(
        JsonObject body,
        string? token,
        TimeSpan timeout,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(body, token, timeout, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var silence = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        await using var events = ServerSentEvents.ReadAsync(reader, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(events, cancellationToken) is { } data)
        {
            if (data == "[DONE]") yield break;
            if (VodJson.Parse(System.Text.Encoding.UTF8.GetBytes(data)) is not { } chunk) continue;
            if (chunk["error"] is JsonObject error) throw ChatFailures.GivenUp(error);
            yield return chunk;
            silence.CancelAfter(timeout);
        }

        // Without its end mark the answer may be cut off.
        throw ChatFailures.CutOff();
    }

    private static async Task<string?> NextAsync(IAsyncEnumerator<string> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw ChatFailures.CutOff(e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        JsonObject body,
        string? token,
        TimeSpan timeout,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        var bearer = token ?? await secrets.RequireAsync(TencentSettings.Provider, cancellationToken, TencentSettings.ChatTokenName);
        var bytes = VodJson.Bytes(body);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await SendOnceAsync(bytes, bearer, timeout, completion, cancellationToken);
            if (answer.IsSuccessStatusCode) return answer;
            using (answer)
            {
                var error = await ChatFailures.ReadAsync(answer, cancellationToken);
                if (Pause(answer, attempt) is not { } pause) throw new FlowException(error);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private TimeSpan? Pause(HttpResponseMessage answer, int attempt) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized when attempt == 1 => settings.ChatTokenSync,
        HttpStatusCode.TooManyRequests when attempt < MostTries => answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(6 * attempt),
        _ => null,
    };

    private async Task<HttpResponseMessage> SendOnceAsync(
        byte[] body,
        string bearer,
        TimeSpan timeout,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ChatEndpoint, Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await clients.CreateClient(VodClient.ClientName).SendAsync(request, completion, both.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw ChatFailures.NoAnswer(HttpFailures.NoAnswer(e, TencentSettings.Provider, "The chat call", safeToRepeat: false));
        }
    }
}
