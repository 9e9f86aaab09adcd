using System.Text;

namespace MediaFlows.Core.Batches.Manifests;

/// <summary>Reads lines without ever holding more than one of them, and refuses what exceeds <see cref="ManifestLimits"/>.</summary>
internal sealed class BoundedLineReader(Stream stream) : IDisposable
{
    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true, 1 << 16);
    private readonly char[] _buffer = new char[1 << 15];
    private int _at;
    private int _length;
    private long _total;

    /// <summary>The next line without its end, or null at the end. A line over the limit comes back cut, marked as too long.</summary>
    public async ValueTask<(string? Line, bool TooLong)> NextAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var any = false;
        var tooLong = false;
        while (true)
        {
            if (_at == _length)
            {
                _length = await _reader.ReadAsync(_buffer, cancellationToken);
                _at = 0;
                _total += _length;
                if (_total > ManifestLimits.Bytes) throw new ManifestException($"The manifest holds more than {ManifestLimits.Bytes} bytes.");
                if (_length == 0) return any ? (Text(line), tooLong) : (null, false);
            }

            any = true;
            var end = Array.IndexOf(_buffer, '\n', _at, _length - _at);
            var take = (end < 0 ? _length : end) - _at;
            if (line.Length + take <= ManifestLimits.LineLength) line.Append(_buffer, _at, take);
            else tooLong = true;
            _at += take;
            if (end < 0) continue;
            _at++;
            return (Text(line), tooLong);
        }
    }

    public void Dispose() => _reader.Dispose();

    private static string Text(StringBuilder line) =>
        line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
}
