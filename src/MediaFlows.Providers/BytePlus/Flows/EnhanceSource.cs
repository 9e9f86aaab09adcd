using MediaFlows.Core.Errors;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>What is enhanced: its kind and its bare id or path.</summary>
internal sealed record EnhanceSource(string? Type, string? Video)
{
    private const string VidPrefix = "vid://";
    private const string DirectPrefix = "directurl://";

    /// <summary>Takes the prefix off, derives a missing kind from it, and reports what does not fit.</summary>
    public static EnhanceSource Read(string? type, string? video, InputErrors errors)
    {
        var text = video?.Trim() ?? "";
        var implied = text.StartsWith(VidPrefix, StringComparison.OrdinalIgnoreCase) ? EnhanceRequest.Vid
            : text.StartsWith(DirectPrefix, StringComparison.OrdinalIgnoreCase) ? EnhanceRequest.DirectUrl
            : null;
        if (implied is not null) text = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var kind = Kind(type?.Trim()) ?? (string.IsNullOrWhiteSpace(type) ? implied : null);

        if (text.Length == 0) errors.Add("video", "Name the video: its asset id, or its path in the space.");
        if (kind is null) errors.Add("type", "The type is Vid for an asset id, or DirectUrl for a path in the space.");
        else if (implied is not null && implied != kind) errors.Add("type", $"The type {kind} does not fit {video}.");
        return new EnhanceSource(kind, text);
    }

    private static string? Kind(string? type) =>
        string.Equals(type, EnhanceRequest.Vid, StringComparison.OrdinalIgnoreCase) ? EnhanceRequest.Vid
        : string.Equals(type, EnhanceRequest.DirectUrl, StringComparison.OrdinalIgnoreCase) ? EnhanceRequest.DirectUrl
        : null;
}
