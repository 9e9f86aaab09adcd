using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Buckets: create, info, lifecycle, listing of objects.</summary>
internal sealed class BucketApi(OssState state)
{
    public Task CreateAsync(OssRequest request)
    {
        state.Buckets.TryAdd(request.Bucket!, new SimulatedBucket(request.Bucket!, state.Now));
        return Task.CompletedTask;
    }

    public Task InfoAsync(OssRequest request)
    {
        var bucket = state.Buckets[request.Bucket!];
        return OssAnswer.XmlAsync(request.Http, 200, new XElement(
            "BucketInfo",
            new XElement(
                "Bucket",
                new XElement("Name", bucket.Name),
                new XElement("CreationDate", Time(bucket.CreatedAt)),
                new XElement("Location", "oss-" + OssAccount.Region),
                new XElement("ExtranetEndpoint", $"oss-{OssAccount.Region}.aliyuncs.com"),
                new XElement("IntranetEndpoint", $"oss-{OssAccount.Region}-internal.aliyuncs.com"),
                new XElement("StorageClass", "Standard"),
                new XElement("Owner", new XElement("ID", "1000000000000001"), new XElement("DisplayName", "1000000000000001")),
                new XElement("AccessControlList", new XElement("Grant", "private")))));
    }

    public Task GetLifecycleAsync(OssRequest request) =>
        OssAnswer.XmlAsync(request.Http, 200, state.Buckets[request.Bucket!].Lifecycle ?? throw new OssErrorException(OssError.NoLifecycle));

    public async Task PutLifecycleAsync(OssRequest request)
    {
        try
        {
            var root = await XElement.LoadAsync(request.Http.Request.Body, LoadOptions.None, request.Http.RequestAborted);
            if (root.Name.LocalName != "LifecycleConfiguration" || root.Elements("Rule").Any(r => r.Element("Status") is null)) throw new OssErrorException(OssError.MalformedXml);
            state.Buckets[request.Bucket!].Lifecycle = root;
        }
        catch (XmlException)
        {
            throw new OssErrorException(OssError.MalformedXml);
        }
    }

    public Task ListAsync(OssRequest request)
    {
        var second = request["list-type"] == "2";
        var prefix = request["prefix"] ?? "";
        var marker = (second ? request["continuation-token"] ?? request["start-after"] : request["marker"]) ?? "";
        var max = int.TryParse(request["max-keys"], out var m) ? Math.Clamp(m, 1, 1000) : 100;
        var all = state.Objects.List(request.Bucket!, prefix).Where(o => string.CompareOrdinal(o.Key, marker) > 0).ToList();
        var page = all.Take(max).ToList();
        var more = all.Count > page.Count;
        string Encode(string key) => request["encoding-type"] == "url" ? Uri.EscapeDataString(key) : key;
        var root = new XElement(
            "ListBucketResult",
            new XElement("Name", request.Bucket), new XElement("Prefix", Encode(prefix)), new XElement("MaxKeys", max),
            new XElement("IsTruncated", more ? "true" : "false"));
        if (request["encoding-type"] is { } encoding) root.Add(new XElement("EncodingType", encoding));
        root.Add(second ? new XElement("KeyCount", page.Count) : new XElement("Marker", Encode(marker)));
        if (more) root.Add(new XElement(second ? "NextContinuationToken" : "NextMarker", Encode(page[^1].Key)));
        root.Add(page.Select(o => new XElement(
            "Contents",
            new XElement("Key", Encode(o.Key)), new XElement("LastModified", Time(o.LastModified)), new XElement("ETag", $"\"{o.ETag}\""),
            new XElement("Type", o.Type), new XElement("Size", o.Length), new XElement("StorageClass", "Standard"),
            second && request["fetch-owner"] != "true" ? null : new XElement("Owner", new XElement("ID", "1000000000000001"), new XElement("DisplayName", "1000000000000001")))));
        return OssAnswer.XmlAsync(request.Http, 200, root);
    }

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
