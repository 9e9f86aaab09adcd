using MediaFlows.Core.Errors;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Storage.Media;

/// <summary>Limits of media storage and of files on the host.</summary>
public sealed record MediaOptions
{
    /// <summary>Folder that flows may read files from and write files to (<c>MEDIAFLOWS_FILE_ROOT</c>), or null to refuse files.</summary>
    public string? FileRoot { get; init; }

    /// <summary>Largest single item in bytes (<c>MEDIAFLOWS_MEDIA_MAX_BYTES</c>), or null for the limit of storage, 50,000 blocks.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>All media blobs together in bytes (<c>MEDIAFLOWS_MEDIA_TOTAL_BYTES</c>), or null for no limit. Checked against a count that is up to a minute old.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Size of one block in bytes. Default 8 MiB.</summary>
    public int BlockBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Blocks of one write that are on their way at once. A write holds one block more than this in memory. Default 3: 32 MiB.</summary>
    public int ParallelBlocks { get; init; } = 3;

    /// <summary>Reads the settings named above.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> naming the setting that cannot be read.</exception>
    public static MediaOptions Read(IConfiguration configuration) => new()
    {
        FileRoot = configuration["MEDIAFLOWS_FILE_ROOT"] is { Length: > 0 } root ? root : null,
        MaxBytes = Bytes(configuration, "MEDIAFLOWS_MEDIA_MAX_BYTES"),
        TotalBytes = Bytes(configuration, "MEDIAFLOWS_MEDIA_TOTAL_BYTES"),
    };

    private static long? Bytes(IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } text) return null;
        return long.TryParse(text, out var bytes) && bytes > 0 ? bytes : throw new FlowException(ErrorCodes.InvalidInput, $"The setting {name} must be a number of bytes above 0.");
    }
}
