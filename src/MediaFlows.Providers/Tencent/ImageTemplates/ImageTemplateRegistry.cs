using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>Remembers templates that were made here, one blob each, and lets one flow at a time make one.</summary>
public sealed class ImageTemplateRegistry(IBlobStore blobs, FlowSerializer serializer)
{
    private const string Prefix = "tencent/image-templates/";

    /// <summary>What is remembered under <paramref name="key"/> with its version, or null.</summary>
    public async Task<(ImageTemplateEntry Entry, string ETag)?> FindAsync(string key, CancellationToken cancellationToken) =>
        await blobs.GetAsync(Name(key), cancellationToken) is { } blob
            ? (JsonSerializer.Deserialize<ImageTemplateEntry>(blob.Bytes.Span, serializer.Options)!, blob.ETag)
            : null;

    /// <summary>Writes <paramref name="entry"/> if the present one still is <paramref name="etag"/> (null: if there is none); returns its new version, or null when another was faster.</summary>
    public async Task<string?> TryPutAsync(string key, ImageTemplateEntry entry, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(entry, serializer.Options);
            return await blobs.PutAsync(Name(key), bytes, etag is null ? BlobCondition.Absent : BlobCondition.Match(etag), cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            return null;
        }
    }

    /// <summary>Forgets a claim that came to nothing.</summary>
    public async Task ReleaseAsync(string key, string etag)
    {
        try
        {
            await blobs.DeleteAsync(Name(key), etag, CancellationToken.None);
        }
        catch (BlobStoreException)
        {
            // The claim lapses by itself.
        }
    }

    private static string Name(string key) => Prefix + key[..32] + ".json";
}
