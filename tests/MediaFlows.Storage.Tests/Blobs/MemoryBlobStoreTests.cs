using MediaFlows.Core.Storage;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Blobs;

public sealed class MemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore NewStore() => new MemoryBlobStore(new VirtualTime());
}
