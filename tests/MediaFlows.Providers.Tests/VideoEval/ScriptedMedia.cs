using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tests.VideoEval;

/// <summary>Media whose properties a test makes up: a length need not be held in memory.</summary>
internal sealed class ScriptedMedia : IMediaReader
{
    private readonly Dictionary<string, (byte[] Bytes, string? Type, long? Length)> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowException> _failures = new(StringComparer.Ordinal);

    public int Inspected { get; private set; }

    public void Add(string name, byte[] bytes, string? type, long? length = null) => _items[name] = (bytes, type, length is -1 ? null : length ?? bytes.Length);

    public void Fail(string name, FlowException failure) => _failures[name] = failure;

    public Task<MediaInfo> InspectAsync(MediaSource source, CancellationToken cancellationToken)
    {
        Inspected++;
        if (_failures.TryGetValue(source.Blob!, out var failure)) return Task.FromException<MediaInfo>(failure);
        return _items.TryGetValue(source.Blob!, out var item)
            ? Task.FromResult(new MediaInfo(source.Blob!, item.Length, item.Type, "v1"))
            : Task.FromException<MediaInfo>(new FlowException(ErrorCodes.BlobNotFound, $"There is no media named '{source.Blob}'."));
    }

    public Task<Stream> OpenAsync(MediaSource source, long offset, long? length, string? version, CancellationToken cancellationToken)
    {
        var bytes = _items[source.Blob!].Bytes.Skip((int)offset).Take((int)Math.Min(length ?? int.MaxValue, int.MaxValue)).ToArray();
        return Task.FromResult<Stream>(new MemoryStream(bytes));
    }
}
