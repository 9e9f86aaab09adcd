using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MediaFlows.Storage.Tests.Urls;

/// <summary>Serves one file, with ranges or without, and breaks connections off where a test says so.</summary>
public sealed class FileServer(byte[] content)
{
    public bool Ranges { get; set; } = true;

    public string? ETag { get; set; } = "\"v1\"";

    public string ExtraHeaders { get; set; } = "";

    /// <summary>Bytes after which each coming connection breaks off; empty: none does.</summary>
    public Queue<int> BreakAfter { get; } = new();

    public RawServer Start() => new(AnswerAsync);

    private async Task AnswerAsync(string head, Stream stream, CancellationToken token)
    {
        var range = Regex.Match(head, @"Range: bytes=(\d+)-(\d*)");
        var from = 0L;
        var to = content.Length - 1L;
        var partial = Ranges && range.Success;
        if (partial)
        {
            from = long.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture);
            if (range.Groups[2].Value.Length > 0) to = Math.Min(to, long.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture));
            if (from >= content.Length)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 416 Range\r\nContent-Range: bytes */{content.Length}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), token);
                return;
            }
        }

        var answer = new StringBuilder(partial ? $"HTTP/1.1 206 Part\r\nContent-Range: bytes {from}-{to}/{content.Length}\r\n" : "HTTP/1.1 200 OK\r\n");
        answer.Append(CultureInfo.InvariantCulture, $"Content-Length: {to - from + 1}\r\nContent-Type: video/mp4\r\nConnection: close\r\n");
        if (ETag is not null) answer.Append(CultureInfo.InvariantCulture, $"ETag: {ETag}\r\n");
        answer.Append(ExtraHeaders).Append("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.ToString()), token);
        var length = (int)(to - from + 1);
        if (BreakAfter.TryDequeue(out var limit)) length = Math.Min(length, limit);
        await stream.WriteAsync(content.AsMemory((int)from, length), token);
    }
}
