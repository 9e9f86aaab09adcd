namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>The document's rule for names: an extension is mandatory.</summary>
internal static class MediaNames
{
    private const int LongestExtension = 8;

    /// <summary>What a person reads when the rule is broken.</summary>
    public const string Rule = "The name needs an extension such as .mp4, .mov or .mp3 (a dot and at most 7 letters or digits).";

    /// <summary>The extension with its dot in lower case, or null when there is none that BytePlus takes.</summary>
    public static string? Extension(string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension.Length is > 1 and <= LongestExtension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : null;
    }
}
