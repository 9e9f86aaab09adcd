using System.Net.Http.Headers;
using MediaFlows.Core.Http;

namespace MediaFlows.Providers.Volcengine;

/// <summary>
/// Signs and sends OpenAPI calls. When the server refuses the date (<c>InvalidTimestamp</c>) the call is signed once more with the server's
/// own date: a refused signature was never carried out, so this is safe for every call.
/// </summary>
public sealed class VolcengineTransport(HttpClient http, ServerClock clock, string provider)
{
    private const string SkewRefusal = "InvalidTimestamp";

    /// <summary>Sends <paramref name="call"/> and returns the answer, whatever its status.</summary>
    /// <exception cref="Core.Errors.FlowException">No answer came: retryable when the call is safe to repeat or was certainly not
    /// sent.</exception>
    /// <exception cref="Core.Errors.OutcomeUnknownException">No answer came to a call that is not safe to repeat.</exception>
    public async Task<VolcengineAnswer> SendAsync(
        VolcengineEndpoint endpoint, VolcengineCredential credential, VolcengineCall call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendOnceAsync(endpoint, credential, call, cancellationToken);
            if (answer.Date is null || VolcengineError.Read(answer)?.Code != SkewRefusal) return answer;
            clock.Learn(endpoint.Host, answer.Date.Value);
            return await SendOnceAsync(endpoint, credential, call, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw HttpFailures.NoAnswer(e, provider, call.Action, call.SafeToRepeat);
        }
    }

    /// <summary>The request as it goes out, signed as of now.</summary>
    public HttpRequestMessage Create(VolcengineEndpoint endpoint, VolcengineCredential credential, VolcengineCall call)
    {
        var body = call.Body ?? ReadOnlyMemory<byte>.Empty;
        var method = call.Body is null ? HttpMethod.Get : HttpMethod.Post;
        var uri = new Uri($"{endpoint.Scheme}://{endpoint.Host}/?{CanonicalQuery.Build(call.FullQuery)}");
        var hash = VolcengineSigner.HashBody(body.Span);
        var signature = VolcengineSigner.Sign(
            new SignableRequest
            {
                Method = method.Method,
                Query = call.FullQuery,
                BodyHash = hash,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["content-type"] = call.ContentType,
                    // Authority leaves the scheme's own port out, as the server's verification does.
                    ["host"] = uri.Authority,
                    ["x-content-sha256"] = hash,
                },
            },
            credential,
            endpoint.Scope,
            clock.Now(endpoint.Host));

        var request = new HttpRequestMessage(method, uri) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        request.Headers.Host = uri.Authority;
        request.Headers.TryAddWithoutValidation("X-Date", signature.Date);
        request.Headers.TryAddWithoutValidation("X-Content-Sha256", hash);
        if (credential.SessionToken is not null) request.Headers.TryAddWithoutValidation("X-Security-Token", credential.SessionToken);
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        return request;
    }

    private async Task<VolcengineAnswer> SendOnceAsync(
        VolcengineEndpoint endpoint, VolcengineCredential credential, VolcengineCall call, CancellationToken cancellationToken)
    {
        using var request = Create(endpoint, credential, call);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        response.Headers.TryGetValues("X-Tt-Logid", out var logIds);
        return new VolcengineAnswer(response.StatusCode, body, logIds?.FirstOrDefault(), RetryAfter(response.Headers)) { Date = response.Headers.Date };
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
