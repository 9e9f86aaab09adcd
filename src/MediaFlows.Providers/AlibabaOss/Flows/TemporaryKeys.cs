using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Names of temporary objects in the document's form, <c>&lt;prefix&gt;&lt;16 hex&gt;_&lt;name&gt;</c>.</summary>
internal static partial class TemporaryKeys
{
    /// <summary>
    /// The 16 digits come from the flow and not from the bytes: two flows over one file must not share an upload that the first of them removes,
    /// and the name is known before the first byte is sent, so that clean-up can always name it.
    /// </summary>
    public static string Upload(string instanceId, string name) =>
        OssNames.UploadPrefix + Digest(instanceId + "\n" + name) + "_" + Safe(name.Length == 0 ? "image" : name);

    public static string BlindWatermark(string instanceId, string source, string process) =>
        OssNames.BlindWatermarkPrefix + Digest($"{instanceId}\n{source}|{process}") + "_" + Safe(source[(source.LastIndexOf('/') + 1)..]);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string Safe(string name) => Unsafe().Replace(name.Length > 128 ? name[^128..] : name, "_");

    [GeneratedRegex(@"[^\w.-]", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}
