using System.Text.Json.Nodes;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Providers;

/// <summary>
/// Makes files that the user named reachable for the host: left where they are when the host reads that folder itself,
/// else streamed into its media storage.
/// </summary>
internal static class LocalFiles
{
    public static async Task OfferAsync(ApiClient api, CommandTarget target, CancellationToken cancellationToken)
    {
        foreach (var pointer in target.LocalOutputs)
        {
            var (parent, name) = Resolve(target.Input, pointer);
            if (parent?[name]?.GetValue<string>() is not { Length: > 0 } given) continue;
            var path = Path.GetFullPath(given);
            parent[name] = Directory.Exists(path) && !Path.EndsInDirectorySeparator(path) ? path + Path.DirectorySeparatorChar : path;
        }

        foreach (var pointer in target.LocalFiles)
        {
            var (parent, name) = Resolve(target.Input, pointer);
            if (parent is null || parent[name]?.GetValue<string>() is not { } given) continue;
            var path = Path.GetFullPath(given);
            if (!File.Exists(path)) throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"The file '{given}' does not exist.", "Check the path.");
            if (api.Host.MediaRoot is { } root && IsBelow(path, root))
            {
                parent[name] = path;
                continue;
            }

            await using var file = File.OpenRead(path);
            var source = (JsonObject)await api.PutMediaAsync($"cli/{File.GetLastWriteTimeUtc(path):yyyyMMddHHmmssfff}-{file.Length}/{Path.GetFileName(path)}", file, cancellationToken);
            parent.Remove(name);
            parent["blob"] = source["blob"]!.DeepClone();
        }
    }

    /// <summary>Names the files that the host is to write by their full path: a relative one is meant from here, not from the host's folder.</summary>
    public static void PlaceOutputs(HostConnection host, CommandTarget target)
    {
        foreach (var pointer in target.OutputFiles)
        {
            var (parent, name) = Resolve(target.Input, pointer);
            if (parent is null || parent[name]?.GetValue<string>() is not { } given) continue;
            var path = Path.GetFullPath(given);
            if (host.MediaRoot is not { } root || !IsBelow(path, root))
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileOutsideRoot, $"The host does not write to '{path}'.", "Save to media storage with blob:name and fetch it from there, or start the host with --file-root.");
            parent[name] = path;
        }
    }

    private static bool IsBelow(string path, string root)
    {
        var folder = Path.GetFullPath(root);
        return path.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    // A JSON pointer such as /source/file or /files/0/file.
    private static (JsonObject? Parent, string Name) Resolve(JsonObject input, string pointer)
    {
        var parts = pointer.TrimStart('/').Split('/');
        JsonNode? at = input;
        foreach (var part in parts[..^1])
            at = at is JsonArray array ? array.ElementAtOrDefault(int.Parse(part)) : at?[part];
        return (at as JsonObject, parts[^1]);
    }
}
