using System.Reflection;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Testing.Flows;

/// <summary>How a <see cref="FlowTestHost"/> is made.</summary>
public sealed record FlowTestOptions
{
    /// <summary>An engine that does little by itself, so that virtual time can pass in long strides.</summary>
    public static EngineOptions CalmEngine { get; } = new()
    {
        OwnerBeat = TimeSpan.FromDays(365),
        RetentionCheck = TimeSpan.FromDays(1),
        ClockCheck = TimeSpan.FromDays(365),
        StopGrace = TimeSpan.Zero,
    };

    /// <summary>Assemblies whose provider modules are registered.</summary>
    public IReadOnlyList<Assembly> Modules { get; init; } = [];

    /// <summary>Settings and secrets by the documents' names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds or replaces services of every process that the host starts.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>The clock, to share it with a simulator.</summary>
    public VirtualTime Time { get; init; } = new();

    /// <summary>The storage; null takes blobs in memory.</summary>
    public IBlobStore? Blobs { get; init; }

    public EngineOptions Engine { get; init; } = CalmEngine;
}
