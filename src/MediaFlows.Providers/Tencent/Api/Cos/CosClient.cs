using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;

namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>Writes objects to COS with a temporary certificate: whole, or in parts. Holds one small buffer per call, whatever the size.</summary>
public sealed class CosClient(IHttpClientFactory clients, CosRequestFactory requests)
{
    /// <summary>Puts a whole object of <paramref name="length"/> bytes and returns its ETag after comparing it with what was sent.</summary>
    public Task<string> PutAsync(CosTarget target, Stream content, long length, string? contentType, Action<long>? sent, CancellationToken cancellationToken) =>
        SendBytesAsync("PUT object", target, [], content, length, contentType, sent, cancellationToken);

    /// <summary>Puts part <paramref name="number"/> (from 1) of a multipart upload.</summary>
    public async Task<CosPart> PutPartAsync(
        CosTarget target, string uploadId, int number, Stream content, long length, Action<long>? sent, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["partNumber"] = number.ToString(), ["uploadId"] = uploadId };
        return new CosPart(number, await SendBytesAsync($"PUT part {number}", target, query, content, length, null, sent, cancellationToken));
    }

    /// <summary>Starts a multipart upload and returns its id.</summary>
    public async Task<string> StartAsync(CosTarget target, string? contentType, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["uploads"] = "" };
        using var answer = await SendAsync("POST uploads", HttpMethod.Post, target, query, () => Empty(contentType), cancellationToken);
        return (await XmlAsync("POST uploads", answer, cancellationToken)).Child("UploadId") ?? throw Unreadable("POST uploads");
    }

    /// <summary>Puts the parts together. An answer of 200 may still hold an error, which is thrown.</summary>
    public async Task<string> CompleteAsync(CosTarget target, string uploadId, IReadOnlyList<CosPart> parts, CancellationToken cancellationToken)
    {
        var xml = new XElement(
            "CompleteMultipartUpload",
            parts.OrderBy(p => p.Number).Select(p => new XElement("Part", new XElement("PartNumber", p.Number), new XElement("ETag", p.ETag))));
        var body = Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting));
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["uploadId"] = uploadId };
        using var answer = await SendAsync("POST complete", HttpMethod.Post, target, query, () => Xml(body), cancellationToken);
        return (await XmlAsync("POST complete", answer, cancellationToken)).Child("ETag") ?? throw Unreadable("POST complete");
    }

    /// <summary>Length of the object in bytes, or null when it does not exist.</summary>
    public async Task<long?> LengthAsync(CosTarget target, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync("HEAD object", HttpMethod.Head, target, [], null, cancellationToken, HttpStatusCode.NotFound);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : answer.Content.Headers.ContentLength;
    }

    /// <summary>Gives up a multipart upload so that its parts are not stored for ever; an unknown one is no error.</summary>
    public async Task AbortAsync(CosTarget target, string uploadId, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["uploadId"] = uploadId };
        using var answer = await SendAsync("DELETE upload", HttpMethod.Delete, target, query, null, cancellationToken, HttpStatusCode.NotFound);
    }

    private async Task<string> SendBytesAsync(
        string step, CosTarget target, Dictionary<string, string> query, Stream content, long length, string? contentType, Action<long>? sent, CancellationToken cancellationToken)
    {
        HashingContent? body = null;
        using var answer = await SendAsync(step, HttpMethod.Put, target, query, Body, cancellationToken);
        var etag = answer.Headers.ETag?.Tag ?? throw Unreadable(step);
        if (!string.Equals(etag.Trim('"'), body?.Md5, StringComparison.OrdinalIgnoreCase))
            throw new FlowException(new FlowError(ErrorCodes.ContentMismatch, $"{step}: the storage received other bytes than were sent.")
            {
                Provider = TencentSettings.Provider,
                Retryable = true,
                Hint = "It is sent again; if it keeps failing, check the source file.",
            });
        return etag;

        HttpContent Body()
        {
            body = new HashingContent(content, length, sent);
            if (contentType is not null) body.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            return body;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        string step, HttpMethod method, CosTarget target, Dictionary<string, string> query, Func<HttpContent>? content, CancellationToken cancellationToken, HttpStatusCode? allowed = null)
    {
        for (var again = false; ; again = true)
        {
            using var request = requests.Create(method, target, query, content?.Invoke());
            HttpResponseMessage answer;
            try
            {
                answer = await clients.CreateClient(VodClient.ClientName).SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                throw HttpFailures.NoAnswer(e, TencentSettings.Provider, step, safeToRepeat: true);
            }

            if (answer.IsSuccessStatusCode || answer.StatusCode == allowed) return answer;
            using (answer)
            {
                var error = CosFailures.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
                // A body that was streamed cannot be sent again here: the activity is tried again, with the learned time.
                var learned = error.Child("Code") == CosFailures.TimeSkewed && requests.Learn(answer.Headers.Date);
                if (learned && !again && method != HttpMethod.Put) continue;
                var refused = CosFailures.Refused(step, answer.StatusCode, error);
                throw learned ? new FlowException(refused.Error with { Retryable = true }) : refused;
            }
        }
    }

    private static async Task<XElement> XmlAsync(string step, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var xml = CosFailures.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) ?? throw Unreadable(step);
        return xml.Name.LocalName == "Error" ? throw CosFailures.Refused(step, HttpStatusCode.InternalServerError, xml) : xml;
    }

    private static FlowException Unreadable(string step) => new(new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{step}: COS answered without the expected fields.")
    {
        Provider = TencentSettings.Provider,
        Retryable = true,
        Hint = "Check TENCENTCLOUD_COS_ENDPOINT and proxies on the way.",
    });

    private static ByteArrayContent Empty(string? contentType)
    {
        var content = new ByteArrayContent([]);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    private static ByteArrayContent Xml(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
// The service's protocol prescribes this digest; no secret rests on its strength here.
#pragma warning disable CA5351
        content.Headers.ContentMD5 = System.Security.Cryptography.MD5.HashData(body);
#pragma warning restore CA5351
        return content;
    }
}
