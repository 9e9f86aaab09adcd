using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>Settings of the provider by the document's names; never secrets.</summary>
public sealed class TencentSettings(IConfiguration settings)
{
    /// <summary>Provider name in the catalog.</summary>
    public const string Provider = "tencent";

    /// <summary>Setting that names the sub-application when a request names none.</summary>
    public const string SubAppIdName = "TENCENTCLOUD_VOD_SUB_APP_ID";

    /// <summary>Setting with the region that upload calls name.</summary>
    public const string RegionName = "TENCENTCLOUD_REGION";

    /// <summary>Secret with the public half of the API key.</summary>
    public const string SecretIdName = "TENCENTCLOUD_SECRET_ID";

    /// <summary>Secret with the secret half of the API key.</summary>
    public const string SecretKeyName = "TENCENTCLOUD_SECRET_KEY";

    /// <summary>Secret with the token of a temporary API key; most keys have none.</summary>
    public const string SessionTokenName = "TENCENTCLOUD_TOKEN";

    /// <summary>Secret with the bearer token of the chat gateway.</summary>
    public const string ChatTokenName = "TENCENTCLOUD_VOD_AIGC_TOKEN";

    /// <summary>The region when nothing else is said, as documented.</summary>
    public const string DefaultRegion = "ap-guangzhou";

    /// <summary>Address of the VOD API (<c>TENCENTCLOUD_VOD_ENDPOINT</c>); international accounts use <c>https://vod.intl.tencentcloudapi.com</c>.</summary>
    public Uri VodEndpoint => new(Text("TENCENTCLOUD_VOD_ENDPOINT") ?? "https://vod.tencentcloudapi.com");

    /// <summary>Address that replaces the bucket hosts of COS (<c>TENCENTCLOUD_COS_ENDPOINT</c>), or null for the real ones. The Host header stays the bucket's.</summary>
    public Uri? CosEndpoint => Text("TENCENTCLOUD_COS_ENDPOINT") is { } address ? new Uri(address) : null;

    /// <summary>Address of the chat gateway (<c>TENCENTCLOUD_VOD_AIGC_ENDPOINT</c>).</summary>
    public Uri ChatEndpoint => new(Text("TENCENTCLOUD_VOD_AIGC_ENDPOINT") ?? "https://text-aigc.vod-qcloud.com");

    /// <summary>Value of <c>X-TC-Region</c>.</summary>
    public string Region => Text(RegionName) ?? DefaultRegion;

    /// <summary>The configured sub-application, or null for the main one.</summary>
    public long? SubAppId => ParseSubAppId(Text(SubAppIdName));

    /// <summary>Seconds to wait before a chat call is repeated once after a 401: new tokens take up to a minute to reach the gateway.</summary>
    public TimeSpan ChatTokenSync => TimeSpan.FromSeconds(Number("TENCENTCLOUD_VOD_AIGC_SYNC_SECONDS") ?? 20);

    /// <summary>Calls per second that were configured for an action (<c>Tencent:RateLimits:{action}</c>), or null.</summary>
    public double? RateLimit(string action) => Number($"Tencent:RateLimits:{action}");

    /// <summary>Reads a sub-application id.</summary>
    /// <exception cref="Core.Errors.InvalidInputException">It is no positive whole number.</exception>
    public static long? ParseSubAppId(string? text) => text switch
    {
        null => null,
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 => id,
        _ => throw new Core.Errors.InvalidInputException("subAppId", $"{SubAppIdName} must be a whole number, not '{text}'."),
    };

    private string? Text(string name) => settings[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private double? Number(string name) => double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
