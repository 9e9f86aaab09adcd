using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>What an MP4 file says of itself in its <c>moov</c> box; used where ffprobe is not installed.</summary>
internal static class Mp4Header
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl"];

    /// <summary>The metadata in the service's shape, or null when the file is no MP4.</summary>
    public static JsonObject? Read(string path)
    {
        using var file = File.OpenRead(path);
        var tracks = new List<Track>();
        double duration = 0;
        if (!Walk(file, 0, file.Length, tracks, ref duration) || tracks.Count == 0) return null;
        var video = tracks.Where(t => t.Handler == "vide").ToList();
        var audio = tracks.Where(t => t.Handler == "soun").ToList();
        return new JsonObject
        {
            ["Size"] = file.Length,
            ["Duration"] = duration,
            ["Bitrate"] = duration > 0 ? (long)(file.Length * 8 / duration) : 0,
            ["FormatName"] = "mov,mp4,m4a,3gp,3g2,mj2",
            ["StreamCount"] = tracks.Count,
            ["VideoWidth"] = video.Count > 0 ? video[0].Width : 0,
            ["VideoHeight"] = video.Count > 0 ? video[0].Height : 0,
            ["VideoStreams"] = new JsonArray([.. video.Select((t, i) => (JsonNode)new JsonObject
            {
                ["Index"] = i, ["CodecName"] = t.Codec, ["Width"] = t.Width, ["Height"] = t.Height, ["Duration"] = t.Duration,
            })]),
            ["AudioStreams"] = new JsonArray([.. audio.Select((t, i) => (JsonNode)new JsonObject
            {
                ["Index"] = video.Count + i, ["CodecName"] = t.Codec, ["SampleRate"] = t.SampleRate, ["Channels"] = t.Channels, ["Duration"] = t.Duration,
            })]),
        };
    }

    private static bool Walk(FileStream file, long from, long to, List<Track> tracks, ref double duration)
    {
        var header = new byte[16];
        while (from + 8 <= to)
        {
            file.Position = from;
            if (file.ReadAtLeast(header.AsSpan(0, 8), 8, throwOnEndOfStream: false) < 8) return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var name = Encoding.ASCII.GetString(header, 4, 4);
            var start = from + 8;
            if (size == 1)
            {
                if (file.ReadAtLeast(header.AsSpan(8, 8), 8, throwOnEndOfStream: false) < 8) return false;
                size = BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8));
                start += 8;
            }

            if (size == 0) size = to - from;
            if (size < 8 || from + size > to || (from == 0 && name != "ftyp")) return false;
            if (name == "trak") tracks.Add(new Track());
            if (Containers.Contains(name))
            {
                if (!Walk(file, start, from + size, tracks, ref duration)) return false;
            }
            else if (name is "mvhd" or "tkhd" or "mdhd" or "hdlr" or "stsd")
            {
                var body = new byte[Math.Min(from + size - start, 256)];
                file.Position = start;
                file.ReadExactly(body);
                if (name == "mvhd") duration = Seconds(body);
                else if (tracks.Count > 0) tracks[^1].Take(name, body, name == "mdhd" ? Seconds(body) : 0);
            }

            from += size;
        }

        return true;
    }

    private static double Seconds(byte[] body)
    {
        var large = body[0] == 1;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(large ? 20 : 12));
        var length = large ? BinaryPrimitives.ReadUInt64BigEndian(body.AsSpan(24)) : BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16));
        return scale == 0 ? 0 : Math.Round((double)length / scale, 6);
    }

    private sealed class Track
    {
        public string Handler { get; private set; } = "";

        public string Codec { get; private set; } = "";

        public int Width { get; private set; }

        public int Height { get; private set; }

        public int SampleRate { get; private set; }

        public int Channels { get; private set; }

        public double Duration { get; private set; }

        public void Take(string box, byte[] body, double seconds)
        {
            switch (box)
            {
                case "mdhd":
                    Duration = seconds;
                    break;
                case "hdlr":
                    Handler = Encoding.ASCII.GetString(body, 8, 4);
                    break;
                case "tkhd":
                    Width = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(body[0] == 1 ? 88 : 76));
                    Height = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(body[0] == 1 ? 92 : 80));
                    break;
                case "stsd":
                    Codec = Encoding.ASCII.GetString(body, 12, 4) switch { "avc1" => "h264", "hev1" or "hvc1" => "hevc", "mp4a" => "aac", "vp09" => "vp9", var other => other.Trim() };
                    Channels = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(32));
                    SampleRate = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(40));
                    break;
            }
        }
    }
}
