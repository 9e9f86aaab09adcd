using MediaFlows.Core.Storage;
using MediaFlows.Testing.Storage;

namespace MediaFlows.Core.Tests.Submissions;

/// <summary>Blobs in memory that fail for as long as a test says, or carry a write out and lose its answer.</summary>
internal sealed class FailingBlobs(TimeProvider time) : MemoryBlobStore(time)
{
    /// <summary>What every call fails with; null when all is well.</summary>
    public BlobFailure? Fails { get; set; }

    /// <summary>Answers of writes that are yet to be lost.</summary>
    public int LosesAnswers { get; set; }

    public override Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) =>
        Fails is { } failure ? Task.FromException<BlobContent?>(Failed(failure)) : base.GetAsync(name, cancellationToken);

    public override async Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        if (Fails is { } failure) throw Failed(failure);
        var etag = await base.PutAsync(name, content, condition, cancellationToken);
        return LosesAnswers-- > 0 ? throw Failed(BlobFailure.Unavailable) : etag;
    }

    private static BlobStoreException Failed(BlobFailure failure) => new(failure, $"storage says {failure}");
}
