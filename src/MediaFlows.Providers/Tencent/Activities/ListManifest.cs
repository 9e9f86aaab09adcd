using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>
/// Lists the files of a local playlist: the service reads each playlist (ParseStreamingManifest), as its official upload SDK has it do, and every file
/// that it names must be there before anything is uploaded. Reads only.
/// </summary>
public sealed class ListManifest(VodClient client, IMediaReader media) : Activity<ManifestRequest, IReadOnlyList<ManifestFile>>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ManifestRequest, IReadOnlyList<ManifestFile>> Ref = new("tencent.list-manifest");

    /// <summary>Most bytes of one playlist; a request takes 10 MB.</summary>
    public const int LargestPlaylist = 4 * 1024 * 1024;

    // A day of six-second segments; every file is a step of its own in the history.
    private const int MostFiles = 15_000;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ManifestFile>> RunAsync(ActivityContext context, ManifestRequest input, CancellationToken cancellationToken)
    {
        var first = Path.GetFileName(input.Source.Blob ?? input.Source.File!);
        var files = new OrderedDictionary<string, ManifestFile>(StringComparer.Ordinal);
        var playlists = new Queue<(string Path, string Type, MediaSource Source, string? Version)>([(first, input.Type, input.Source, input.Version)]);
        while (playlists.TryDequeue(out var playlist))
        {
            foreach (var named in await ParseAsync(playlist.Source, playlist.Type, playlist.Version, input.Region, cancellationToken))
            {
                var path = ManifestPaths.Resolve(playlist.Path, named);
                if (path == first || files.ContainsKey(path)) continue;
                if (files.Count == MostFiles) throw new InvalidInputException("source", $"The playlist names more than {MostFiles} files.");
                var file = await FindAsync(input.Source, path, cancellationToken);
                files.Add(path, file);
                if (MediaTypes.IsManifest(MediaTypes.Of(path))) playlists.Enqueue((path, MediaTypes.Of(path), file.Source, file.Version));
            }
        }

        return [.. files.Values];
    }

    private async Task<IEnumerable<string>> ParseAsync(MediaSource source, string type, string? version, string? region, CancellationToken cancellationToken)
    {
        await using var content = await media.OpenAsync(source, 0, null, version, cancellationToken);
        using var text = new StreamReader(content, Encoding.UTF8);
        var body = new JsonObject { ["MediaManifestContent"] = await text.ReadToEndAsync(cancellationToken), ["ManifestType"] = type };
        var response = await client.CallAsync(new VodCall("ParseStreamingManifest", body) { Region = region }, cancellationToken);
        return response["MediaSegmentSet"] is JsonArray names ? names.Select(n => n?.ToString() ?? "") : [];
    }

    private async Task<ManifestFile> FindAsync(MediaSource playlist, string path, CancellationToken cancellationToken)
    {
        var source = ManifestPaths.Beside(playlist, path);
        try
        {
            var info = await media.InspectAsync(source, cancellationToken);
            if (info.Length is > 0 and var length && (!MediaTypes.IsManifest(MediaTypes.Of(path)) || length <= LargestPlaylist)) return new ManifestFile(path, source, length, info.Version);
        }
        catch (FlowException e) when (e.Error.Code is ErrorCodes.FileNotFound or ErrorCodes.BlobNotFound)
        {
            // Said below, with the name that the playlist gives it.
        }

        throw new InvalidInputException("source", $"The playlist names '{path}', which is missing beside it, empty or too large. Nothing was uploaded.");
    }
}
