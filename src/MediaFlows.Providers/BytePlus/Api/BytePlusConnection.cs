using System.Globalization;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Volcengine;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Where BytePlus VOD is and who calls it. Settings are read when they are used, keys when a call is signed.</summary>
public sealed class BytePlusConnection(IConfiguration settings, ISecretSource secrets)
{
    private const string DefaultHost = "vod.byteplusapi.com";
    private const string DefaultRegion = "ap-southeast-1";

    /// <summary>Minutes that play URLs are signed for when none are set; the document's.</summary>
    public const int DefaultExpireMinutes = 60;

    /// <summary>Time limit of one OpenAPI call when none is set; the document's.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(20);

    /// <summary><c>https</c>, or what <c>VOD_SCHEME</c> says. Upload and storage hosts come without a scheme and take this one.</summary>
    public string Scheme => Setting(BytePlusNames.Scheme) ?? Uri.UriSchemeHttps;

    /// <summary>The OpenAPI.</summary>
    public VolcengineEndpoint Endpoint =>
        new(Scheme, Setting(BytePlusNames.Host) ?? DefaultHost, new VolcengineScope(Setting(BytePlusNames.Region) ?? DefaultRegion, "vod"));

    /// <summary>Time limit of one OpenAPI call.</summary>
    public TimeSpan Timeout =>
        double.TryParse(Setting(BytePlusNames.HttpTimeout), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : DefaultTimeout;

    /// <summary>Space of the settings, or null.</summary>
    public string? Space => Setting(BytePlusNames.Space);

    /// <summary>A request for the play URL of a file, by the settings.</summary>
    public PlayUrlRequest PlayUrlOf(string space, string fileName) => new(
        space, fileName, Setting(BytePlusNames.PlayDomain), int.TryParse(Setting(BytePlusNames.UrlExpireMinutes), out var minutes) && minutes > 0
            ? minutes
            : DefaultExpireMinutes);

    /// <summary>The key pair.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF3001</c> naming the variable to set.</exception>
    public async Task<VolcengineCredential> CredentialAsync(CancellationToken cancellationToken) => new(
        await secrets.RequireAsync(BytePlusNames.Provider, cancellationToken, BytePlusNames.AccessKey, BytePlusNames.LegacyAccessKey),
        await secrets.RequireAsync(BytePlusNames.Provider, cancellationToken, BytePlusNames.SecretKey, BytePlusNames.LegacySecretKey),
        await secrets.GetAsync(BytePlusNames.SessionToken, cancellationToken));

    private string? Setting(string name) => settings[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
