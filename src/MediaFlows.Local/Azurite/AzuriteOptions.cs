namespace MediaFlows.Local.Azurite;

/// <summary>How Azurite is started.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Folder for its data, or null to keep everything in memory and forget it at the end.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Port of the blob service; 0 takes a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service; 0 takes a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Where Azurite is installed, or null for the user's cache folder (<see cref="AzuriteInstall.DefaultFolder"/>).</summary>
    public string? InstallFolder { get; init; }

    /// <summary>How long it may take to answer after it was started. Default 60 seconds, for a busy machine.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told what is going on, for a person who waits.</summary>
    public Action<string>? OnProgress { get; init; }

    /// <summary>Where node and npm are looked for, or null for <c>PATH</c>.</summary>
    internal string? SearchPath { get; init; }

    /// <summary>Clock of the timeouts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
