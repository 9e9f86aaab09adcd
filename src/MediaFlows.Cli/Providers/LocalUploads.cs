using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Providers;

/// <summary>Streams local files into the host's media storage, with the files that belong to them beside them.</summary>
internal sealed class LocalUploads(ApiClient api, CommandTarget target)
{
    /// <summary>True when <paramref name="path"/> lies in or below <paramref name="root"/>.</summary>
    public static bool IsBelow(string path, string root)
    {
        var folder = Path.GetFullPath(root);
        return path.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>Uploads the file at <paramref name="path"/> and returns its name in media storage.</summary>
    public async Task<string> PutAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        var place = $"cli/{File.GetLastWriteTimeUtc(path):yyyyMMddHHmmssfff}-{new FileInfo(path).Length}/";
        var first = Path.GetFileName(path);
        var seen = new HashSet<string>(StringComparer.Ordinal) { first };
        var pending = new Queue<string>([first]);
        string? name = null;
        while (pending.TryDequeue(out var file))
        {
            await using var content = File.OpenRead(Path.Combine(folder, file));
            var source = (JsonObject)await api.PutMediaAsync(place + file, content, cancellationToken);
            name ??= source["blob"]!.GetValue<string>();
            foreach (var beside in Companions(folder, file))
                if (seen.Add(beside)) pending.Enqueue(beside);
        }

        return name!;
    }

    private IReadOnlyList<string> Companions(string folder, string file)
    {
        if (target.Companions is null || !target.CompanionTypes.Contains(Path.GetExtension(file).TrimStart('.').ToLowerInvariant())) return [];
        var names = target.Companions(file, File.ReadAllText(Path.Combine(folder, file)))
            ?? throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileOutsideRoot, $"'{file}' names further files that cannot be told from here, and the host does not read this folder.", "Start the host with --file-root, so that it reads them itself.");
        foreach (var name in names)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            if (!IsBelow(path, folder) || !File.Exists(path))
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"'{file}' names '{name}', which does not exist beside it.", "Check the folder.");
        }

        return names;
    }
}
