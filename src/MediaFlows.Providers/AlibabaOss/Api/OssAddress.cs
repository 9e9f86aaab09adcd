using System.Net;
using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Builds request URLs: virtual-hosted style, and path style where the endpoint is an IP address or localhost.</summary>
internal static class OssAddress
{
    public static Uri Of(OssPlace place, string? key, IEnumerable<KeyValuePair<string, string?>> query)
    {
        var endpoint = Base(place.Endpoint ?? $"https://oss-{place.PlainRegion}.aliyuncs.com");
        var encoded = PercentEncoding.EncodePath(key ?? "");
        var pathStyle = endpoint.Host == "localhost" || IPAddress.TryParse(endpoint.Host, out _);
        var address = pathStyle
            ? $"{endpoint.Scheme}://{endpoint.Authority}/{place.Bucket}/{encoded}"
            : $"{endpoint.Scheme}://{place.Bucket}.{endpoint.Authority}/{encoded}";
        var text = PercentEncoding.Query(query);
        return new Uri(text.Length == 0 ? address : address + "?" + text);
    }

    public static Uri Imm(OssPlace place) => Base(place.ImmEndpoint ?? $"https://imm.{place.PlainRegion}.aliyuncs.com");

    /// <summary>An endpoint may be written without its scheme.</summary>
    public static Uri Base(string endpoint) => new(endpoint.Contains("://", StringComparison.Ordinal) ? endpoint : "https://" + endpoint);
}
