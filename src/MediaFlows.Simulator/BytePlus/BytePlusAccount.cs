using System.Collections.Concurrent;
using MediaFlows.Simulator.BytePlus.Jobs;
using MediaFlows.Simulator.BytePlus.Objects;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.BytePlus;

/// <summary>Everything that the simulated account holds.</summary>
internal sealed class BytePlusAccount(CloudContext cloud)
{
    public CloudContext Cloud { get; } = cloud;

    public BytePlusKnobs Knobs { get; } = new(cloud);

    public OpaqueIds Ids { get; } = new(cloud);

    public ObjectStore Objects { get; } = new(cloud.Files);

    /// <summary>Upload sessions by session key.</summary>
    public ConcurrentDictionary<string, UploadSession> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Media by Vid.</summary>
    public ConcurrentDictionary<string, StoredMedia> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>URL pulls by job id.</summary>
    public ConcurrentDictionary<string, PullJob> Pulls { get; } = new(StringComparer.Ordinal);

    /// <summary>Processing runs by run id.</summary>
    public ConcurrentDictionary<string, Execution> Executions { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => Cloud.Time.GetUtcNow();

    /// <summary>Makes a stored object a media asset with a Vid.</summary>
    public StoredMedia Publish(string space, string fileName, string storeUri)
    {
        var media = new StoredMedia("v0" + Ids.Next("vid")[..30], space, fileName, storeUri, Objects.Length(storeUri) ?? 0, Now);
        Media[media.Vid] = media;
        return media;
    }
}
