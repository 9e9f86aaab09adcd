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
            // Found out after the work, it would be paid and not delivered.
            if (api.Host.MediaRoot is not null && !IsRead(api.Host, path)) throw NotWritten(path, "Choose a folder below it, leave the output path out and fetch the result later, or start the host with --file-root.");
            parent[name] = Directory.Exists(path) && !Path.EndsInDirectorySeparator(path) ? path + Path.DirectorySeparatorChar : path;
        }

        var uploads = new LocalUploads(api, target);
        foreach (var pointer in target.LocalFiles)
        {
            var (parent, name) = Resolve(target.Input, pointer);
            if (parent is null || parent[name]?.GetValue<string>() is not { } given) continue;
            var path = Existing(given);
            if (IsRead(api.Host, path))
            {
                parent[name] = path;
                continue;
            }

            parent.Remove(name);
            parent["blob"] = await uploads.PutAsync(path, cancellationToken);
        }

        foreach (var text in target.LocalTexts)
        {
            var (parent, name) = At(target.Input, text.Pointer);
            var given = parent is JsonArray array ? array[int.Parse(name)] : parent?[name];
            if (given?.GetValue<string>() is not { } value) continue;
            var path = Existing(value[text.Prefix.Length..]);
            JsonNode placed = text.Prefix + (IsRead(api.Host, path) ? path : "blob:" + await uploads.PutAsync(path, cancellationToken));
            if (parent is JsonArray items) items[int.Parse(name)] = placed;
            else parent![name] = placed;
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
            if (!IsRead(host, path))
                throw NotWritten(path, "Save to media storage with blob:name and fetch it from there, or start the host with --file-root.");
            parent[name] = path;
        }
    }

    private static CliException NotWritten(string path, string hint) => new(ExitCodes.NotStarted, ErrorCodes.FileOutsideRoot, $"The host does not write to '{path}'.", hint);

    private static string Existing(string given)
    {
        var path = Path.GetFullPath(given);
        return File.Exists(path) ? path : throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"The file '{given}' does not exist.", "Check the path.");
    }

    private static bool IsRead(HostConnection host, string path) => host.MediaRoot is { } root && LocalUploads.IsBelow(path, root);

    private static (JsonObject? Parent, string Name) Resolve(JsonObject input, string pointer)
    {
        var (parent, name) = At(input, pointer);
        return (parent as JsonObject, name);
    }

    // A JSON pointer such as /source/file or /files/0/file.
    private static (JsonNode? Parent, string Name) At(JsonObject input, string pointer)
    {
        var parts = pointer.TrimStart('/').Split('/');
        JsonNode? at = input;
        foreach (var part in parts[..^1])
            at = at is JsonArray array ? array.ElementAtOrDefault(int.Parse(part)) : at?[part];
        return (at, parts[^1]);
    }
}
