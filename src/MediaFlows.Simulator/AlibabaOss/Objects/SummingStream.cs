using System.Security.Cryptography;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>Passes a stream through and computes MD5 and CRC-64 on the way.</summary>
internal sealed class SummingStream(Stream inner) : ReadThrough
{
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly Crc64Ecma _crc = new();

    public ulong Crc64 => _crc.Result;

    public string Md5() => Convert.ToHexString(_md5.GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _md5.AppendData(buffer.Span[..read]);
        _crc.Add(buffer.Span[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _md5.Dispose();
        base.Dispose(disposing);
    }
}
