using System.Net;
using System.Net.Sockets;
using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Urls;

/// <summary>
/// The one way to fetch URLs that came from outside: http and https only, public addresses only (checked at connect time, on every redirect),
/// bounded headers, bodies and waiting. It sends no cookies, no credentials and no trace headers and uses no proxy, since a proxy would
/// resolve names past the check.
/// </summary>
public sealed class GuardedHttpClient : IDisposable
{
    private readonly GuardedHttpOptions _options;
    private readonly HttpClient _http;

    /// <summary>Fetches under the limits of <paramref name="options"/>.</summary>
    public GuardedHttpClient(GuardedHttpOptions options)
    {
        _options = options;
        var guard = new AddressGuard(options.Resolver, options.Allowed, options.Connect);
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            ConnectTimeout = options.ConnectTimeout,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = options.MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>
    /// Checks a URL as far as that is possible without fetching it: form, and whether its host has a permitted address now.
    /// </summary>
    /// <exception cref="FlowException"><c>MF5002</c>.</exception>
    public async Task CheckAsync(string url, CancellationToken cancellationToken)
    {
        var parsed = UrlRules.Parse(url);
        try
        {
            await new AddressGuard(_options.Resolver, _options.Allowed).PermittedAsync(parsed.IdnHost, cancellationToken);
        }
        catch (SocketException)
        {
            throw UrlRefusals.Malformed($"the host name {parsed.IdnHost} cannot be resolved");
        }
    }

    /// <summary>Sends <paramref name="request"/> and returns when the headers of the last answer are there, whatever its status.</summary>
    /// <exception cref="FlowException">
    /// <c>MF5002</c> the URL or a redirect leads where MediaFlows does not go; <c>MF3005</c> (retryable) the server could not be reached or did not answer in time.
    /// </exception>
    public async Task<GuardedResponse> SendAsync(GuardedRequest request, CancellationToken cancellationToken)
    {
        var first = UrlRules.Parse(request.Url);
        var url = first;
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request, url, sameOrigin: SameOrigin(first, url));
            var answer = await SendOnceAsync(message, url, cancellationToken);
            if (!request.FollowRedirects || Target(answer, url) is not { } next) return new GuardedResponse(answer, url, request.MaxBytes, _options);
            answer.Dispose();
            if (redirects == _options.MaxRedirects) throw UrlRefusals.TooManyRedirects(first, _options.MaxRedirects);
            url = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage message, Uri url, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.ConnectTimeout + _options.HeaderTimeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            throw new FlowException(refusal.Error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw UrlRefusals.Unreachable(url, "no answer in time");
        }
        catch (HttpRequestException e)
        {
            throw UrlRefusals.Unreachable(url, e.HttpRequestError.ToString());
        }
    }

    private static HttpRequestMessage Message(GuardedRequest request, Uri url, bool sameOrigin)
    {
        var message = new HttpRequestMessage(request.Method, url) { Content = request.Content?.Invoke() };
        message.Headers.Range = request.Range;
        message.Headers.TryAddWithoutValidation("User-Agent", "MediaFlows");
        if (!sameOrigin) return message;
        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static Uri? Target(HttpResponseMessage answer, Uri url) => answer switch
    {
        { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, Headers.Location: { } location }
            => UrlRules.Follow(url, location),
        _ => null,
    };

    private static bool SameOrigin(Uri a, Uri b) => Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    // The handler wraps what its connect callback throws.
    private static FlowException? Refusal(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is FlowException refusal) return refusal;
        }

        return null;
    }
}
