using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Core.Http;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// Sends bytes to the upload gateway that an <see cref="UploadTarget"/> names. Every request may be repeated: the same object or part is
/// replaced.
/// </summary>
public sealed class UploadGatewayClient(HttpClient http, BytePlusConnection connection)
{
    /// <summary>How long a request may go on without a byte being taken. A time limit for the whole would end slow lines.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromMinutes(2);

    /// <summary>Sends a whole object in one request.</summary>
    public async Task PutObjectAsync(UploadTarget target, SendableRange range, CancellationToken cancellationToken) => await SendAsync(
        target,
        new GatewayRequest(HttpMethod.Put, "") { Name = "The upload", Crc = range.Crc, Content = range.ToContent },
        cancellationToken);

    /// <summary>Begins an upload in parts and returns its id.</summary>
    public async Task<string> BeginAsync(UploadTarget target, CancellationToken cancellationToken)
    {
        var payload = await SendAsync(target, new GatewayRequest(HttpMethod.Put, "?uploads") { Name = "Beginning the upload", InParts = true }, cancellationToken);
        return payload["uploadID"]?.ToString() is { Length: > 0 } id
            ? id
            : throw UploadGatewayFailures.Unreadable("Beginning the upload", "uploadID");
    }

    /// <summary>Sends one part; returns the content type that the gateway recognized, or null.</summary>
    public async Task<string?> PutPartAsync(UploadTarget target, string uploadId, int number, SendableRange range, CancellationToken cancellationToken)
    {
        var name = $"Part {number}";
        var query = string.Create(CultureInfo.InvariantCulture, $"?partNumber={number}&uploadID={CanonicalQuery.Encode(uploadId)}");
        var request = new GatewayRequest(HttpMethod.Put, query) { Name = name, InParts = true, Crc = range.Crc, Content = range.ToContent };
        var payload = await SendAsync(target, request, cancellationToken);
        if (payload["crc32"]?.ToString() is { Length: > 0 } stored && !string.Equals(stored, range.Crc, StringComparison.OrdinalIgnoreCase))
            throw UploadGatewayFailures.Altered(name);
        return payload["meta"]?["ObjectContentType"]?.ToString();
    }

    /// <summary>CRC-32 by number of the parts that the gateway has of an upload; empty when it does not say.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ListPartsAsync(UploadTarget target, string uploadId, CancellationToken cancellationToken)
    {
        var request = new GatewayRequest(HttpMethod.Get, $"?uploadID={CanonicalQuery.Encode(uploadId)}") { Name = "Listing the parts" };
        var payload = await SendAsync(target, request, cancellationToken);
        var parts = new Dictionary<int, string>();
        foreach (var part in payload["partList"] as JsonArray ?? [])
            if (int.TryParse(part?["partNumber"]?.ToString(), CultureInfo.InvariantCulture, out var number) && part!["crc32"]?.ToString() is { } crc)
                parts[number] = crc;
        return parts;
    }

    /// <summary>
    /// Puts the parts together. <paramref name="crcs"/> are in part order; the list is numbered from 0, as the document's client does.
    /// </summary>
    public async Task MergeAsync(UploadTarget target, string uploadId, IReadOnlyList<string> crcs, string? contentType, CancellationToken cancellationToken)
    {
        var query = $"?uploadID={CanonicalQuery.Encode(uploadId)}" + (contentType is null ? "" : $"&ObjectContentType={CanonicalQuery.Encode(contentType)}");
        var list = MergeList(crcs);
        var request = new GatewayRequest(HttpMethod.Put, query) { Name = "Putting the parts together", InParts = true, Content = _ => new StringContent(list, Encoding.ASCII) };
        await SendAsync(target, request, cancellationToken);
    }

    /// <summary>The body of a merge: <c>0:crc,1:crc,…</c>.</summary>
    public static string MergeList(IReadOnlyList<string> crcs) => string.Join(',', crcs.Select((c, i) => $"{i}:{c}"));

    /// <summary>The address of an object. Segments are percent-encoded; the names that MediaFlows chooses need none.</summary>
    public static string Url(string scheme, UploadTarget target) =>
        $"{scheme}://{target.Host}/{string.Join('/', target.StoreUri.Split('/').Select(CanonicalQuery.Encode))}";

    private async Task<JsonObject> SendAsync(UploadTarget target, GatewayRequest request, CancellationToken cancellationToken)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(Stall);
        using var message = new HttpRequestMessage(request.Method, Url(connection.Scheme, target) + request.Query);
        message.Headers.TryAddWithoutValidation("Authorization", target.Auth);
        foreach (var header in target.Headers) message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (request.Crc is not null) message.Headers.TryAddWithoutValidation("Content-CRC32", request.Crc);
        if (request.InParts) message.Headers.TryAddWithoutValidation("X-Storage-Mode", "gateway");
        message.Content = request.Content?.Invoke(() => stall.CancelAfter(Stall));
        try
        {
            using var response = await http.SendAsync(message, stall.Token);
            var body = await response.Content.ReadAsByteArrayAsync(stall.Token);
            return response.StatusCode == HttpStatusCode.OK && VolcengineError.Parse(body) is { } answer && UploadGatewayFailures.Succeeded(answer)
                ? answer["payload"] as JsonObject ?? []
                : throw UploadGatewayFailures.Refused(request.Name, response, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A source that cannot be read surfaces inside the sending; its own error says more.
            if (e.InnerException is Core.Errors.FlowException source) throw source;
            throw HttpFailures.NoAnswer(e, BytePlusNames.Provider, request.Name, safeToRepeat: true);
        }
    }
}
