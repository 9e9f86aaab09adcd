namespace MediaFlows.Simulator.Media;

/// <summary>A real video of two seconds (320×180, H.264 and AAC in MP4, 34 KB) for demos and tests: any player and ffprobe read it.</summary>
public static class SampleVideo
{
    /// <summary>File name to give it.</summary>
    public const string FileName = "sample.mp4";

    /// <summary>Opens it for reading.</summary>
    public static Stream Open() => typeof(SampleVideo).Assembly.GetManifestResourceStream(FileName)!;

    /// <summary>All of its bytes.</summary>
    public static byte[] ReadAllBytes()
    {
        using var content = Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
