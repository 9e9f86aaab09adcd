using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Providers.Tencent.Elements;

/// <summary>Remembers created elements, one blob per task, so that their ids are at hand when a video needs them.</summary>
public sealed class ElementRegistry(IBlobStore blobs, FlowSerializer serializer)
{
    private const string Prefix = "tencent/elements/";

    /// <summary>Adds or replaces the record of a task; an ElementId that is known already is kept.</summary>
    public async Task PutAsync(ElementRecord record, CancellationToken cancellationToken)
    {
        var name = Name(record.TaskId);
        var known = await blobs.GetAsync(name, cancellationToken) is { } blob ? Read(blob) : null;
        var merged = known is null ? record : record with { ElementId = record.ElementId ?? known.ElementId, CreatedAt = known.CreatedAt };
        await blobs.PutAsync(name, JsonSerializer.SerializeToUtf8Bytes(merged, serializer.Options), BlobCondition.None, cancellationToken);
    }

    /// <summary>All records, in no particular order.</summary>
    public async IAsyncEnumerable<ElementRecord> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in blobs.ListAsync(Prefix, cancellationToken))
            if (await blobs.GetAsync(item.Name, cancellationToken) is { } blob) yield return Read(blob);
    }

    private ElementRecord Read(BlobContent blob) => JsonSerializer.Deserialize<ElementRecord>(blob.Bytes.Span, serializer.Options)!;

    private static string Name(string taskId) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(taskId)))[..32] + ".json";
}
