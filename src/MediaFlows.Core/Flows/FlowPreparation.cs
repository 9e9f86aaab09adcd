using MediaFlows.Core.Media;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Flows;

/// <summary>What a flow may look at while its input is prepared.</summary>
public sealed class FlowPreparation
{
    /// <summary>Puts the parts together.</summary>
    public FlowPreparation(IConfiguration settings, IMediaReader media, bool useDefaults = false, IServiceProvider? services = null)
    {
        Settings = settings;
        Media = media;
        UseDefaults = useDefaults;
        Services = services;
    }

    /// <summary>Settings by the documents' names (<c>VOD_SPACE_NAME</c>); never secrets.</summary>
    public IConfiguration Settings { get; }

    /// <summary>Looks at media sources: existence, size, type.</summary>
    public IMediaReader Media { get; }

    /// <summary>True when the caller asked for the recommended values of open choices (<c>defaults: true</c>).</summary>
    public bool UseDefaults { get; }

    /// <summary>True when nothing will be started: no provider may be asked, not even to look a name up.</summary>
    public bool DryRun { get; init; }

    /// <summary>The host's services, for look-ups that a provider needs while preparing; null in small tests.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>A setting or null when it is missing or blank.</summary>
    public string? Setting(string name) => Settings[name] is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;
}
