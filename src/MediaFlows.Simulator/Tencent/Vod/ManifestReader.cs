using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>The files that a playlist names, as ParseStreamingManifest lists them.</summary>
internal static partial class ManifestReader
{
    public static IEnumerable<string> Read(string type, string content) => type switch
    {
        "" or "m3u8" => Hls(content),
        "mpd" => Dash(content),
        _ => throw new VodException("InvalidParameterValue", "ManifestType is m3u8 or mpd."),
    };

    private static IEnumerable<string> Hls(string content)
    {
        if (!content.TrimStart('\uFEFF').StartsWith("#EXTM3U", StringComparison.Ordinal)) throw new VodException("InvalidParameterValue", "The content is no HLS playlist.");
        foreach (var line in content.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line[0] != '#') yield return line;
            else if (Uri().Match(line) is { Success: true } named) yield return named.Groups["uri"].Value;
        }
    }

    private static IEnumerable<string> Dash(string content)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new VodException("InvalidParameterValue", "The content is no DASH manifest.");
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            var named = element.Name.LocalName switch
            {
                "SegmentURL" => element.Attribute("media")?.Value,
                "Initialization" => element.Attribute("sourceURL")?.Value,
                "BaseURL" => element.Value.Trim(),
                _ => null,
            };
            if (!string.IsNullOrEmpty(named)) yield return named;
        }
    }

    [GeneratedRegex("URI=\"(?<uri>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Uri();
}
