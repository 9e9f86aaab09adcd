namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>One enhancement, with every choice made.</summary>
/// <param name="Type"><c>Vid</c> or <c>DirectUrl</c>.</param>
/// <param name="Video">Vid, or path in the space.</param>
/// <param name="Space">Space of a <c>DirectUrl</c>; for a Vid the provider knows it.</param>
/// <param name="Config">Kind of video: <c>common</c>, <c>ugc</c>, <c>short_series</c>, <c>aigc</c>, <c>old_film</c>.</param>
/// <param name="RepairStyle">1 Standard, 2 Pro.</param>
/// <param name="Resolution">Target such as <c>1080p</c>; null keeps the source's.</param>
public sealed record EnhanceRequest(string Type, string Video, string? Space, string Config, int RepairStyle, string? Resolution)
{
    /// <summary>The value of <see cref="Type"/> for an asset id.</summary>
    public const string Vid = "Vid";

    /// <summary>The value of <see cref="Type"/> for a path.</summary>
    public const string DirectUrl = "DirectUrl";

    /// <summary>The value of <see cref="RepairStyle"/> that needs allowlisting.</summary>
    public const int Pro = 2;
}
