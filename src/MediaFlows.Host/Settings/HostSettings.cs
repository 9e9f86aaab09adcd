using System.Net;
using MediaFlows.Api;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Settings;

/// <summary>The host's settings, read once and checked before anything is started.</summary>
public sealed record HostSettings
{
    /// <summary>Addresses to listen on (<c>MEDIAFLOWS_URLS</c>, separated by <c>;</c>); default <c>http://127.0.0.1:7071</c>.</summary>
    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>Hub name (<c>MEDIAFLOWS_HUB</c>); default <c>mediaflows</c>.</summary>
    public required string Hub { get; init; }

    /// <summary>Settings of the HTTP surface.</summary>
    public required ApiOptions Api { get; init; }

    /// <summary>Settings of the engine.</summary>
    public required EngineOptions Engine { get; init; }

    /// <summary>Proxies whose <c>X-Forwarded-*</c> headers count (<c>MEDIAFLOWS_TRUSTED_PROXIES</c>); none by default.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Least level of log lines (<c>MEDIAFLOWS_LOG_LEVEL</c>); default <c>Information</c>.</summary>
    public required LogLevel LogLevel { get; init; }

    /// <summary>True when every address is a loopback address.</summary>
    public bool IsLoopback => Urls.All(u => u.IsLoopback);

    /// <summary>Reads and checks <paramref name="configuration"/>.</summary>
    /// <exception cref="InvalidInputException">Settings that cannot be used, by name, all at once.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var urls = reader.Urls("MEDIAFLOWS_URLS", "http://127.0.0.1:7071");
        var publicUrl = reader.Url("MEDIAFLOWS_PUBLIC_URL");
        var engine = new EngineOptions();
        var hub = reader.Name("MEDIAFLOWS_HUB") ?? engine.HubName;
        var settings = new HostSettings
        {
            Urls = urls,
            Hub = hub,
            Api = new ApiOptions
            {
                PublicUrl = publicUrl?.ToString(),
                AllowedHosts = AllowedHosts(reader.List("MEDIAFLOWS_ALLOWED_HOSTS"), urls, publicUrl),
                IdempotencyExpiry = TimeSpan.FromHours(reader.Number("MEDIAFLOWS_IDEMPOTENCY_HOURS", 24, 1, 24 * 30)),
            },
            Engine = engine with
            {
                HubName = hub,
                MaxConcurrentActivities = (int)reader.Number("MEDIAFLOWS_MAX_ACTIVITIES", engine.MaxConcurrentActivities, 1, 10_000),
                StoragePatience = TimeSpan.FromSeconds(reader.Number("MEDIAFLOWS_STORAGE_PATIENCE_SECONDS", engine.StoragePatience.TotalSeconds, 1, 86_400)),
                Retention = TimeSpan.FromDays(reader.Number("MEDIAFLOWS_RETENTION_DAYS", 30, 0.01, 36_500)),
            },
            TrustedProxies = reader.Networks("MEDIAFLOWS_TRUSTED_PROXIES"),
            LogLevel = reader.Level("MEDIAFLOWS_LOG_LEVEL", LogLevel.Information),
        };
        reader.ThrowIfWrong();
        return settings;
    }

    // On loopback only loopback names are served: a page elsewhere whose own name is pointed at 127.0.0.1 gets nothing.
    private static IReadOnlyList<string> AllowedHosts(IReadOnlyList<string> named, IReadOnlyList<Uri> urls, Uri? publicUrl)
    {
        if (named.Contains("*", StringComparer.Ordinal)) return [];
        if (named.Count == 0 && !urls.All(u => u.IsLoopback)) return [];
        var hosts = named.Concat(["localhost", "127.0.0.1", "::1"]).Concat(urls.Select(u => u.Host.Trim('[', ']')));
        if (publicUrl is not null) hosts = hosts.Append(publicUrl.Host);
        return [.. hosts.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
