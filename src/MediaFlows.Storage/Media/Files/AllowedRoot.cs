using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Media.Files;

/// <summary>The folder that flows may touch. Links are resolved step by step, so that none leads out of it.</summary>
internal sealed class AllowedRoot
{
    // As many as Linux follows before it gives up.
    private const int MaxLinks = 40;

    private readonly string? _root;

    public AllowedRoot(string? root) => _root = root is null ? null : Path.TrimEndingDirectorySeparator(RealPath(Path.GetFullPath(root)));

    /// <summary>The path without links, inside the root. It need not exist.</summary>
    /// <exception cref="FlowException"><c>MF1007</c>, also where the file does not exist: what lies outside is not told.</exception>
    public string Resolve(string file)
    {
        if (_root is null)
            throw new FlowException(ErrorCodes.FileOutsideRoot, "This host takes no files from its disk.", "Set MEDIAFLOWS_FILE_ROOT to the folder that holds them, or upload the file with PUT /api/media/{name}.");
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal)) throw Outside(file);
        string real;
        try
        {
            real = RealPath(Path.GetFullPath(file, _root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Outside(file);
        }

        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var inside = Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar;
        return real.StartsWith(inside, comparison) ? real : throw Outside(file);
    }

    private static FlowException Outside(string file) =>
        new(ErrorCodes.FileOutsideRoot, $"The file {file.Replace("\0", "", StringComparison.Ordinal)} lies outside the folder that this host takes files from.", "Move the file there, or set MEDIAFLOWS_FILE_ROOT to its folder.");

    private static string RealPath(string full)
    {
        var links = 0;
        var start = Path.GetPathRoot(full)!;
        var current = start;
        var rest = new Stack<string>(Segments(full, start).Reverse());
        while (rest.TryPop(out var segment))
        {
            var next = Path.Combine(current, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks) throw new IOException("Too many links.");
            var resolved = Path.GetFullPath(target, current);
            start = Path.GetPathRoot(resolved)!;
            current = start;
            foreach (var part in Segments(resolved, start).Reverse()) rest.Push(part);
        }

        return current;
    }

    private static IEnumerable<string> Segments(string path, string root) =>
        path[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
