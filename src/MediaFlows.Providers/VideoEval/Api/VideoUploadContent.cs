using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>
/// A multipart form with exactly one part named <c>file</c>, in the form of the document's example: quoted names, an unquoted boundary, a length that is
/// known before the first byte, file names as UTF-8. The video is streamed and never held in memory.
/// </summary>
internal sealed class VideoUploadContent : HttpContent
{
    private const int BufferBytes = 1 << 16;

    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly Stream _video;
    private readonly long _length;
    private readonly Action<long>? _sent;

    public VideoUploadContent(string fileName, long length, Stream video, string boundary, Action<long>? sent)
    {
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{Escape(fileName)}\"\r\nContent-Type: {VideoEvalService.VideoType}\r\n\r\n");
        _tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
        _video = video;
        _length = length;
        _sent = sent;
        Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken);
        var buffer = new byte[BufferBytes];
        var sent = 0L;
        while (await _video.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent += read;
            _sent?.Invoke(sent);
        }

        if (sent != _length) throw new IOException($"The video has {sent} bytes, and {_length} were announced.");
        await stream.WriteAsync(_tail, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _length + _tail.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _video.Dispose();
        base.Dispose(disposing);
    }

    // As browsers escape names in forms; anything else would end the header early.
    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
