namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>A result in a temporary folder, which goes with it.</summary>
internal sealed class ProcessedFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-oss-").FullName;

    /// <summary>Files made, in order.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>What was done otherwise than the service does, for the answer's header.</summary>
    public List<string> Notes { get; } = [];

    public string ContentType { get; set; } = "application/octet-stream";

    public string First => Paths[0];

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(_folder, name);

    /// <summary>Names the file to make.</summary>
    public string Add(string name, string contentType)
    {
        ContentType = contentType;
        Paths.Add(At(name));
        return Paths[^1];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
