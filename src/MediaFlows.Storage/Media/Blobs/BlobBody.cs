using MediaFlows.Storage.Blobs;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>The body of a blob on its way here; what breaks it off is reported as a storage failure without the SDK's message.</summary>
internal sealed class BlobBody(Stream inner, string name) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (Azure.RequestFailedException e) when (e.Status == 412)
        {
            throw MediaFailures.Changed(name);
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            throw MediaFailures.Storage(StorageFailures.Describe($"read {name}", e));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
