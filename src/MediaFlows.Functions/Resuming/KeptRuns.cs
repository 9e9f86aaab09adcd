using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Functions.Resuming;

/// <summary>
/// Ended runs in blob storage: <c>functions/runs/{instance}/{run}/{part}</c>. Used by two activities, since orchestrators do no I/O.
/// </summary>
public sealed class KeptRuns
{
    private readonly IBlobStore _blobs;
    private readonly FlowSerializer _serializer;

    /// <summary>Keeps runs in <paramref name="blobs"/>.</summary>
    public KeptRuns(IBlobStore blobs, FlowSerializer serializer)
    {
        _blobs = blobs;
        _serializer = serializer;
    }

    /// <summary>Keeps a part. After the last one, older runs of the instance are removed. Repeatable.</summary>
    /// <exception cref="BlobStoreException">Storage failed; nothing is lost by trying again.</exception>
    public async Task KeepAsync(RunPart part, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(part, _serializer.Options);
        await _blobs.PutAsync(Name(part.InstanceId, part.Run, part.Part), json, BlobCondition.None, cancellationToken);
        if (part.Part + 1 == part.Parts) await RemoveAsync(part.InstanceId, part.Run, cancellationToken);
    }

    /// <summary>A part, or null when no such run was kept.</summary>
    public async Task<RunPart?> ReadAsync(RunPartRequest request, CancellationToken cancellationToken)
    {
        var run = request.Run ?? await LatestAsync(request.InstanceId, cancellationToken);
        if (run is null) return null;
        var blob = await _blobs.GetAsync(Name(request.InstanceId, run.Value, request.Part), cancellationToken);
        return blob is null ? null : JsonSerializer.Deserialize<RunPart>(blob.Bytes.Span, _serializer.Options);
    }

    /// <summary>Removes everything kept of an instance.</summary>
    public Task PurgeAsync(string instanceId, CancellationToken cancellationToken) => RemoveAsync(instanceId, int.MaxValue, cancellationToken);

    private async Task<int?> LatestAsync(string instanceId, CancellationToken cancellationToken)
    {
        int? latest = null;
        await foreach (var blob in _blobs.ListAsync(Folder(instanceId), cancellationToken)) latest = Math.Max(latest ?? 0, RunOf(blob.Name));
        return latest;
    }

    private async Task RemoveAsync(string instanceId, int before, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        await foreach (var blob in _blobs.ListAsync(Folder(instanceId), cancellationToken))
            if (RunOf(blob.Name) < before) old.Add(blob.Name);
        foreach (var name in old) await _blobs.DeleteAsync(name, ifMatch: null, cancellationToken);
    }

    private static string Folder(string instanceId) => $"functions/runs/{Uri.EscapeDataString(instanceId)}/";

    private static string Name(string instanceId, int run, int part) => $"{Folder(instanceId)}{run:D6}/{part:D6}";

    private static int RunOf(string name) => int.Parse(name.Split('/')[^2]);
}
