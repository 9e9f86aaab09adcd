using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Buckets: GetBucketInfo, GetBucketLifecycle, PutBucketLifecycle.</summary>
public sealed class BucketClient(OssTransport transport)
{
    /// <summary>GetBucketInfo.</summary>
    public async Task<BucketFacts> InfoAsync(OssPlace place, CancellationToken cancellationToken)
    {
        using var answer = await transport.SendAsync(new OssCall("GetBucketInfo", HttpMethod.Get, place, null) { Query = [new("bucketInfo", null)] }, cancellationToken);
        var bucket = (await OssXml.ReadAsync("GetBucketInfo", answer, cancellationToken)).Element("Bucket");
        return new BucketFacts((string?)bucket?.Element("Name"), (string?)bucket?.Element("Location"), (string?)bucket?.Element("StorageClass"));
    }

    /// <summary>Ids of the lifecycle rules, with their prefixes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RulesAsync(OssPlace place, CancellationToken cancellationToken) =>
        (await LifecycleAsync(place, cancellationToken)).Elements("Rule")
        .ToDictionary(r => (string?)r.Element("ID") ?? "", r => (string?)r.Element("Prefix") ?? "", StringComparer.Ordinal);

    /// <summary>
    /// Adds a rule that deletes objects below <paramref name="prefix"/> after <paramref name="days"/> days, and keeps every other rule.
    /// A rule of that id with at least as many days stays as it is. Returns <c>created</c>, <c>updated</c> or <c>unchanged</c>.
    /// </summary>
    public async Task<string> AddExpiryAsync(OssPlace place, string id, string prefix, int days, CancellationToken cancellationToken)
    {
        var root = await LifecycleAsync(place, cancellationToken);
        var existing = root.Elements("Rule").FirstOrDefault(r => (string?)r.Element("ID") == id);
        if (existing is not null && (int?)existing.Element("Expiration")?.Element("Days") >= days && (string?)existing.Element("Prefix") == prefix) return "unchanged";
        existing?.Remove();
        root.Add(new XElement(
            "Rule",
            new XElement("ID", id), new XElement("Prefix", prefix), new XElement("Status", "Enabled"),
            new XElement("Expiration", new XElement("Days", days.ToString(CultureInfo.InvariantCulture)))));
        var body = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        var call = new OssCall("PutBucketLifecycle", HttpMethod.Put, place, null) { Query = [new("lifecycle", null)], Content = () => new ByteArrayContent(body), ContentType = "application/xml" };
        using var answer = await transport.SendAsync(call, cancellationToken);
        return existing is null ? "created" : "updated";
    }

    private async Task<XElement> LifecycleAsync(OssPlace place, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await transport.SendAsync(new OssCall("GetBucketLifecycle", HttpMethod.Get, place, null) { Query = [new("lifecycle", null)] }, cancellationToken);
            return await OssXml.ReadAsync("GetBucketLifecycle", answer, cancellationToken);
        }
        catch (FlowException e) when (e.Error.ProviderCode == "NoSuchLifecycle")
        {
            return new XElement("LifecycleConfiguration");
        }
    }
}
