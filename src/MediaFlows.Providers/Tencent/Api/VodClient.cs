using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Tencent.Api.Pacing;
using MediaFlows.Providers.Tencent.Api.Signing;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>
/// Calls the VOD API: signs, paces, sends and reads the envelope. Makes each call once, but for one repetition after a refused timestamp,
/// which the service certainly did not carry out; everything else is left to the retry policy of the flow.
/// </summary>
public sealed class VodClient(IHttpClientFactory clients, TencentSettings settings, ISecretSource secrets, ActionPacer pacer, ServerClock clock)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "tencent";

    /// <summary>Name of the HTTP client of the VOD API alone, which keeps to the hub's rate.</summary>
    public const string ApiClientName = "tencent-api";

    /// <summary>API version of every action used here.</summary>
    public const string Version = "2018-07-17";

    private const string JsonType = "application/json";

    /// <summary>Makes the call and returns the members of <c>Response</c>.</summary>
    /// <exception cref="OutcomeUnknownException">A call that is not safe to repeat was sent and got no readable answer.</exception>
    /// <exception cref="FlowException">Refused, throttled, not reachable, or credentials missing.</exception>
    public async Task<JsonObject> CallAsync(VodCall call, CancellationToken cancellationToken)
    {
        var credential = new TencentCredential(
            await secrets.RequireAsync(TencentSettings.Provider, cancellationToken, TencentSettings.SecretIdName),
            await secrets.RequireAsync(TencentSettings.Provider, cancellationToken, TencentSettings.SecretKeyName),
            await secrets.GetAsync(TencentSettings.SessionTokenName, cancellationToken));
        var body = VodJson.Bytes(call.Body);
        for (var again = false; ; again = true)
        {
            await pacer.WaitAsync(call.Action, cancellationToken);
            using var answer = await SendAsync(call, credential, body, cancellationToken);
            var response = await ReadAsync(call, answer, cancellationToken);
            if (response["Error"] is not JsonObject error) return response;
            var code = error.Text("Code") ?? "";
            if (code == "AuthFailure.SignatureExpire" && !again && clock.Learn(answer.Headers.Date)) continue;
            if (code.StartsWith("RequestLimitExceeded", StringComparison.Ordinal)) pacer.Throttled(call.Action);
            throw VodFailures.Refused(call, code, error.Text("Message") ?? "no message", response.Text("RequestId"));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(VodCall call, TencentCredential credential, byte[] body, CancellationToken cancellationToken)
    {
        var endpoint = settings.VodEndpoint;
        var now = clock.UnixSeconds;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/")) { Content = new ByteArrayContent(body) };
        request.Headers.Host = endpoint.Authority;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(JsonType);
        var signature = Tc3Signer.Sign(credential, new Tc3Request(endpoint.Authority, JsonType, body, now));
        Add(request, "Authorization", signature.Authorization);
        Add(request, "X-TC-Action", call.Action);
        Add(request, "X-TC-Version", Version);
        Add(request, "X-TC-Timestamp", now.ToString());
        Add(request, "X-TC-Region", call.Region ?? settings.Region);
        Add(request, "X-TC-Language", "en-US");
        if (credential.Token is not null) Add(request, "X-TC-Token", credential.Token);
        try
        {
            return await clients.CreateClient(ApiClientName).SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw HttpFailures.NoAnswer(e, TencentSettings.Provider, call.Action, call.SafeToRepeat);
        }
    }

    private static async Task<JsonObject> ReadAsync(VodCall call, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (VodJson.Parse(bytes)?["Response"] is JsonObject response && answer.IsSuccessStatusCode) return response;
        throw VodFailures.Unreadable(call, answer.StatusCode);
    }

    private static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
}
