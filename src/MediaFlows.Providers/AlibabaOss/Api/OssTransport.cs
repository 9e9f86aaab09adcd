using System.Globalization;
using System.Net.Http.Headers;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Providers.AlibabaOss.Signing;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>
/// Signs and sends calls of the object API and turns what comes back into answers or errors. After a refusal for a wrong clock it signs with the
/// server's time and tries once more. Credentials are fetched per call and stay here.
/// </summary>
public sealed class OssTransport
{
    private readonly HttpClient _http;
    private readonly HttpClient _bodies;
    private readonly CredentialChain _credentials;
    private readonly ServerClock _clock;
    private readonly RefusalStreak _streak;

    /// <summary>Takes its parts: <paramref name="http"/> for calls that are answered soon, <paramref name="bodies"/> for those that carry an object's bytes.</summary>
    public OssTransport(HttpClient http, HttpClient bodies, CredentialChain credentials, TimeProvider time, RefusalStreak streak)
    {
        _http = http;
        _bodies = bodies;
        _credentials = credentials;
        _clock = new ServerClock(time);
        _streak = streak;
    }

    internal async Task<OssAnswer> SendAsync(OssCall call, CancellationToken cancellationToken)
    {
        var credentials = await _credentials.GetAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var message = await SendOnceAsync(call, credentials, cancellationToken);
            if (message.IsSuccessStatusCode)
            {
                _streak.Answered(call.Place.Bucket, call.Action);
                return new OssAnswer(message);
            }

            using (message)
            {
                var error = await OssFailures.ReadAsync(call, message, cancellationToken);
                if (error.ProviderCode == "RequestTimeTooSkewed" && attempt == 1 && message.Headers.Date is { } date)
                {
                    _clock.Learn(call.Place.Endpoint ?? call.Place.Region, date);
                    continue;
                }

                throw OssFailures.Thrown(call, call.Place.IsProbe ? error : _streak.Refused(call.Place.Bucket, call.Action, error));
            }
        }
    }

    internal async Task<Uri> SignUrlAsync(OssPlace place, string key, string? process, int expiresSeconds, CancellationToken cancellationToken)
    {
        var credentials = await _credentials.GetAsync(cancellationToken);
        IReadOnlyList<KeyValuePair<string, string?>> query = process is null ? [] : [new("x-oss-process", process)];
        var request = new OssSigningRequest("GET", place.Bucket, key, query, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        var now = _clock.Now(place.Endpoint ?? place.Region);
        var signed = place.Signature == OssSignatureVersion.V4
            ? OssV4Signer.Presign(request, now, expiresSeconds, place.PlainRegion, credentials.AccessKeyId, credentials.AccessKeySecret, credentials.SecurityToken)
            : OssV1Signer.Presign(request, now.AddSeconds(expiresSeconds), credentials.AccessKeyId, credentials.AccessKeySecret, credentials.SecurityToken);
        return OssAddress.Of(place, key, signed);
    }

    /// <summary>Reads an object by a signed URL, as whoever gets one does, and throws what the service says against it.</summary>
    internal async Task<bool> ReadSignedAsync(OssPlace place, string key, CancellationToken cancellationToken)
    {
        var url = await SignUrlAsync(place, key, null, 60, cancellationToken);
        var call = new OssCall("GetObject", HttpMethod.Get, place, key);
        try
        {
            using var message = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return message.IsSuccessStatusCode ? true : throw OssFailures.Thrown(call, await OssFailures.ReadAsync(call, message, cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw HttpFailures.NoAnswer(e, OssNames.Provider, call.Action, call.SafeToRepeat);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(OssCall call, OssCredentials credentials, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(call.Method, OssAddress.Of(call.Place, call.Key, call.Query)) { Content = call.Content?.Invoke() };
        var headers = new Dictionary<string, string>(call.Headers, StringComparer.OrdinalIgnoreCase);
        if (call.ContentType is not null) headers["Content-Type"] = call.ContentType;
        if (credentials.SecurityToken is not null) headers["x-oss-security-token"] = credentials.SecurityToken;
        Sign(call, credentials, headers);
        foreach (var (name, value) in headers)
        {
            if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase)) message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) message.Content!.Headers.TryAddWithoutValidation(name, value);
            else message.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            return await (call.CarriesObject ? _bodies : _http).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A failure while our own source was read is the source's, not the service's.
            throw e.InnerException is FlowException own ? own : HttpFailures.NoAnswer(e, OssNames.Provider, call.Action, call.SafeToRepeat);
        }
    }

    private void Sign(OssCall call, OssCredentials credentials, Dictionary<string, string> headers)
    {
        var now = _clock.Now(call.Place.Endpoint ?? call.Place.Region);
        var request = new OssSigningRequest(call.Method.Method, call.Place.Bucket, call.Key, call.Query, headers);
        if (call.Place.Signature == OssSignatureVersion.V1)
        {
            var date = headers["x-oss-date"] = now.ToString("R", CultureInfo.InvariantCulture);
            headers["Authorization"] = OssV1Signer.Authorization(request, date, credentials.AccessKeyId, credentials.AccessKeySecret);
            return;
        }

        var time = headers["x-oss-date"] = OssV4Signer.Date(now);
        headers["x-oss-content-sha256"] = OssV4Signer.UnsignedPayload;
        headers["Authorization"] = OssV4Signer.Authorization(request, time, call.Place.PlainRegion, credentials.AccessKeyId, credentials.AccessKeySecret);
    }
}
