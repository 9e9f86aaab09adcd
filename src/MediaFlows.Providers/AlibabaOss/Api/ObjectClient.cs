using System.Globalization;
using System.Xml.Linq;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Single objects: PutObject, GetObject, HeadObject, DeleteObject, ListObjectsV2.</summary>
public sealed class ObjectClient(OssTransport transport)
{
    /// <summary>PutObject: streams <paramref name="open"/> and compares the service's CRC-64 with what was sent. Returns the request id.</summary>
    /// <exception cref="FlowException"><c>MF3010</c>, retryable, when the checksums differ.</exception>
    public async Task<string?> PutAsync(
        OssPlace place, string key, Func<CancellationToken, Task<Stream>> open, long length, string contentType, CancellationToken cancellationToken)
    {
        var body = new SummedContent(open, length);
        var call = new OssCall("PutObject", HttpMethod.Put, place, key) { Content = () => body.Renew(), ContentType = contentType };
        using var answer = await transport.SendAsync(call, cancellationToken);
        body.Check("PutObject", answer.Crc64);
        return answer.RequestId;
    }

    /// <summary>GetObject, of the object itself or of its processed form; <paramref name="write"/> gets the stream. Returns the request id.</summary>
    /// <remarks>A processed answer carries its source's checksum, so only whole unprocessed objects are checked; the stream then fails at its end.</remarks>
    public async Task<string?> GetAsync(OssPlace place, string key, string? process, Func<Stream, string?, Task> write, CancellationToken cancellationToken)
    {
        var call = new OssCall("GetObject", HttpMethod.Get, place, key) { Query = process is null ? [] : [new("x-oss-process", process)] };
        using var answer = await transport.SendAsync(call, cancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await using var summed = new Crc64Stream(body, process is null && !answer.IsPartial ? answer.Crc64 : null);
        await write(summed, answer.Content.Headers.ContentType?.MediaType);
        return answer.RequestId;
    }

    /// <summary>HeadObject of an object that must be there.</summary>
    /// <exception cref="FlowException">It is not there (<c>NoSuchKey</c>) or may not be read.</exception>
    public async Task<ObjectFacts> RequireAsync(OssPlace place, string key, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(new OssCall("HeadObject", HttpMethod.Head, place, key), cancellationToken);
        return new ObjectFacts(answer.Content.Headers.ContentLength ?? 0, answer.Crc64, answer.LastModified);
    }

    /// <summary>HeadObject; null when the object does not exist.</summary>
    public async Task<ObjectFacts?> FindAsync(OssPlace place, string key, CancellationToken cancellationToken)
    {
        try
        {
            return await RequireAsync(place, key, cancellationToken);
        }
        catch (FlowException e) when (e.Error.ProviderCode == "NoSuchKey")
        {
            return null;
        }
    }

    /// <summary>DeleteObject; deleting an absent object is no error.</summary>
    public async Task DeleteAsync(OssPlace place, string key, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(new OssCall("DeleteObject", HttpMethod.Delete, place, key), cancellationToken);
    }

    /// <summary>ListObjectsV2: every object whose key starts with <paramref name="prefix"/>, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<ListedObject>> ListAsync(OssPlace place, string prefix, int limit, CancellationToken cancellationToken)
    {
        var found = new List<ListedObject>();
        string? token = null;
        do
        {
            List<KeyValuePair<string, string?>> query = [new("list-type", "2"), new("prefix", prefix), new("max-keys", "1000"), new("encoding-type", "url")];
            if (token is not null) query.Add(new("continuation-token", token));
            using var answer = await transport.SendAsync(new OssCall("ListObjectsV2", HttpMethod.Get, place, null) { Query = query }, cancellationToken);
            var root = await OssXml.ReadAsync("ListObjectsV2", answer, cancellationToken);
            found.AddRange(root.Elements("Contents").Select(Row));
            token = (string?)root.Element("NextContinuationToken") is { Length: > 0 } next ? Uri.UnescapeDataString(next) : null;
        }
        while (token is not null && found.Count < limit);
        return found.Count <= limit ? found : found[..limit];
    }

    private static ListedObject Row(XElement contents) => new(
        Uri.UnescapeDataString((string)contents.Element("Key")!),
        (long)contents.Element("Size")!,
        DateTimeOffset.Parse((string)contents.Element("LastModified")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
