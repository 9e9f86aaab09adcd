using System.Text;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>A process string taken apart, with the target of <c>sys/saveas</c>. Written apart from the client's grammar on purpose.</summary>
/// <param name="Category"><c>image</c>, <c>video</c>, <c>audio</c>, <c>hls</c>.</param>
/// <param name="Actions">The actions in order.</param>
/// <param name="TargetKey">Key to save to, or null.</param>
/// <param name="TargetBucket">Bucket to save to, or null for the source's.</param>
internal sealed record ProcessText(string Category, IReadOnlyList<ProcessAction> Actions, string? TargetKey, string? TargetBucket)
{
    public ProcessAction First => Actions[0];

    public static ProcessText Parse(string text)
    {
        var pieces = text.Split('|');
        var names = pieces[0].Split('/').ToList();
        // The companion scripts write video/hls/m3u8; the service's own form is hls/m3u8.
        if (names.Count > 2 && names[0] == "video" && names[1] == "hls") names.RemoveAt(0);
        if (names.Count < 2 || names.Exists(n => n.Length == 0)) throw Bad(text);
        var actions = names.Skip(1).Select(a => a.Split(',')).Select(a => new ProcessAction(a[0], a[1..])).ToList();
        var save = pieces.Skip(1).SelectMany(p => p.Split('/')).Select(a => a.Split(',')).FirstOrDefault(a => a[0] == "saveas");
        var target = save is null ? null : new ProcessAction(save[0], save[1..]);
        return new ProcessText(names[0], actions, target?["o"] is { } o ? Decode(o) : null, target?["b"] is { } b ? Decode(b) : null);
    }

    /// <summary>Decodes base64url; padding and the standard alphabet are tolerated.</summary>
    public static string Decode(string text)
    {
        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(plain + new string('=', (4 - (plain.Length % 4)) % 4)));
        }
        catch (FormatException)
        {
            throw Bad(text);
        }
    }

    private static OssErrorException Bad(string text) => new(OssError.InvalidArgument("The process string is not valid.", "x-oss-process", text));
}
