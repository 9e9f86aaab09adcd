using System.Collections.Concurrent;
using System.Security.Cryptography;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Objects of all buckets: bytes on disk, the rest in memory.</summary>
internal sealed class ObjectStore(CloudContext cloud)
{
    private readonly ConcurrentDictionary<(string Bucket, string Key), StoredObject> _objects = new();

    public StoredObject? Find(string bucket, string key) => _objects.GetValueOrDefault((bucket, key));

    public IReadOnlyList<StoredObject> List(string bucket, string prefix) =>
        [.. _objects.Values.Where(o => o.Bucket == bucket && o.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(o => o.Key, StringComparer.Ordinal)];

    public bool Delete(string bucket, string key) => _objects.TryRemove((bucket, key), out _) && cloud.Files.Delete($"object/{bucket}/{key}");

    public async Task<StoredObject> PutAsync(
        string bucket, string key, Stream content, string contentType, IReadOnlyDictionary<string, string>? meta, CancellationToken cancellationToken)
    {
        var stored = await WriteAsync(bucket, key, $"object/{bucket}/{key}", content, contentType, cancellationToken);
        stored = stored with { Meta = meta ?? stored.Meta };
        _objects[(bucket, key)] = stored;
        return stored;
    }

    public Task<StoredObject> PutPartAsync(MultipartUpload upload, int number, Stream content, CancellationToken cancellationToken) =>
        WriteAsync(upload.Bucket, upload.Key, PartName(upload, number), content, upload.ContentType, cancellationToken);

    public async Task<StoredObject> CompleteAsync(MultipartUpload upload, IReadOnlyList<StoredObject> parts, CancellationToken cancellationToken)
    {
        await using var whole = new ConcatenatedFiles([.. parts.Select(p => p.Path)]);
        var etag = Convert.ToHexString(MD5.HashData([.. parts.SelectMany(p => Convert.FromHexString(p.ETag))])) + "-" + parts.Count;
        var stored = await PutAsync(upload.Bucket, upload.Key, whole, upload.ContentType, null, cancellationToken);
        stored = stored with { ETag = etag, Type = "Multipart" };
        _objects[(upload.Bucket, upload.Key)] = stored;
        Forget(upload);
        return stored;
    }

    public void Forget(MultipartUpload upload)
    {
        foreach (var number in upload.Parts.Keys) cloud.Files.Delete(PartName(upload, number));
    }

    private static string PartName(MultipartUpload upload, int number) => $"part/{upload.Id}/{number}";

    private async Task<StoredObject> WriteAsync(string bucket, string key, string name, Stream content, string contentType, CancellationToken cancellationToken)
    {
        await using var summed = new SummingStream(content);
        var length = await cloud.Files.WriteAsync(name, summed, cancellationToken);
        return new StoredObject(bucket, key, cloud.Files.Find(name)!, length, summed.Md5(), summed.Crc64, contentType, "Normal", cloud.Time.GetUtcNow());
    }
}
