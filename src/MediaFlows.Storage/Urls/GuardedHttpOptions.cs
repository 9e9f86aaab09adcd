using System.Net;

namespace MediaFlows.Storage.Urls;

/// <summary>Limits of <see cref="GuardedHttpClient"/>.</summary>
public sealed record GuardedHttpOptions
{
    /// <summary>Hosts and ranges beyond the public internet. Default none.</summary>
    public UrlAllowList Allowed { get; init; } = UrlAllowList.None;

    /// <summary>Resolves host names. Default: the operating system.</summary>
    public IHostResolver Resolver { get; init; } = new SystemHostResolver();

    /// <summary>Redirects that are followed, each checked like the first URL. Default 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How long name resolution and connecting may take. Default 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the headers of one answer may take after the request was sent. Default 30 seconds.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a body may stay silent. Default 30 seconds.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Least speed of a body in bytes per second of waiting for it, once it was waited for 60 seconds. Default 1024.</summary>
    public int LeastBytesPerSecond { get; init; } = 1024;

    /// <summary>Size of all headers of one answer together, in KiB. Default 32.</summary>
    public int MaxHeaderKilobytes { get; init; } = 32;

    /// <summary>Clock of the timeouts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Opens the connection to an address that was permitted. Default: TCP. Tests count what gets here.</summary>
    internal Func<IPEndPoint, CancellationToken, Task<Stream>>? Connect { get; init; }
}
