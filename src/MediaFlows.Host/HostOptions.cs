using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host;

/// <summary>How an embedded host is put together. Everything else comes from settings by their documented names (<c>docs/host.md</c>).</summary>
public sealed record HostOptions
{
    /// <summary>Settings that go before environment, user secrets and <c>.env</c> (<c>MEDIAFLOWS_URLS</c>, <c>AzureWebJobsStorage</c>, …).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True to read the environment, user secrets and <c>.env</c> of the working directory; false for tests, which see only <see cref="Settings"/>.</summary>
    public bool ReadEnvironment { get; init; } = true;

    /// <summary>True to stop on SIGTERM and Ctrl-C; false when the process that embeds the host decides.</summary>
    public bool HandleSignals { get; init; } = true;

    /// <summary>Where log lines go, redacted; null takes standard error, which leaves standard output to results.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>Registers services before the host's own, which give way to them: clocks, storage and clients of tests.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
