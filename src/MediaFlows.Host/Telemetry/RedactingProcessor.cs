using System.Diagnostics;
using MediaFlows.Core.Redaction;
using OpenTelemetry;

namespace MediaFlows.Host.Telemetry;

/// <summary>Redacts URLs and queries in span attributes before they are exported.</summary>
internal sealed class RedactingProcessor : BaseProcessor<Activity>
{
    private const string Anywhere = "http://x/";

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is not string text) continue;
            var shown = name == "url.query" ? SignedUrls.Redact(Anywhere + "?" + text.TrimStart('?'))[(Anywhere.Length + 1)..] : SignedUrls.RedactAll(text);
            if (!string.Equals(shown, text, StringComparison.Ordinal)) data.SetTag(name, shown);
        }
    }
}
