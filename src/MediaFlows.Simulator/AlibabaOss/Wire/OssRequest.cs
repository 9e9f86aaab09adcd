using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>A request as OSS sees it: bucket and key from path or host, query in the order sent and decoded.</summary>
internal sealed record OssRequest(HttpContext Http, string? Bucket, string Key, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    public string Method => Http.Request.Method;

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Query)
                if (key == name) return value;
            return null;
        }
    }

    public static OssRequest Of(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString((question < 0 ? target : target[..question]).TrimStart('/'));
        var query = question < 0 ? [] : target[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair).ToList();
        var host = http.Request.Host.Host;
        var labels = host.Split('.');
        if (labels.Length > 1 && !IPAddress.TryParse(host, out _)) return new OssRequest(http, labels[0], path, query);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new OssRequest(http, path.Length == 0 ? null : path, "", query)
            : new OssRequest(http, path[..slash], path[(slash + 1)..], query);
    }

    public bool Has(string name) => this[name] is not null;

    public string Header(string name) => Http.Request.Headers[name].ToString();

    private static KeyValuePair<string, string> Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new(Uri.UnescapeDataString(text), "")
            : new(Uri.UnescapeDataString(text[..equals]), Uri.UnescapeDataString(text[(equals + 1)..]));
    }
}
