using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Cos;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>ApplyUpload, CommitUpload and the reading of playlists.</summary>
internal static class UploadActions
{
    private static readonly HashSet<string> Covers = new(StringComparer.Ordinal) { "jpg", "jpeg", "png", "gif", "bmp", "tiff", "ai", "cdr", "eps", "tif", "heif", "webp" };

    public static JsonObject Apply(VodRequest request)
    {
        var state = request.State;
        if (request.Text("MediaType") is not { Length: > 0 } type || type.Contains('.', StringComparison.Ordinal)) throw new VodException("InvalidParameterValue.MediaType", "MediaType is invalid.");
        var cover = request.Text("CoverType");
        if (cover.Length > 0 && !Covers.Contains(cover.ToLowerInvariant())) throw new VodException("InvalidParameterValue.CoverType", "CoverType is invalid.");
        var fileId = state.Ids.FileId();
        var folder = $"/d1f2e3c4vodcq{request.SubAppId}/{fileId}";
        var hex = state.Ids.Hex();
        var upload = new SimUpload
        {
            SessionKey = state.Ids.Hex() + hex + "==",
            SubAppId = request.SubAppId,
            FileId = fileId,
            Request = (JsonObject)request.Body.DeepClone(),
            MediaPath = $"{folder}/f0.{type}",
            CoverPath = cover.Length > 0 ? $"{folder}/{state.Ids.FileId()}.{cover}" : null,
            SecretId = "AKID" + hex,
            SecretKey = state.Ids.Hex(),
            Token = state.Ids.Hex() + "/tmp==",
            ExpiresAt = state.Now + TimeSpan.FromSeconds(state.Cloud.Knob("certificateSeconds", 3000)),
        };
        state.Uploads[upload.SessionKey] = upload;
        return new JsonObject
        {
            ["StorageBucket"] = SimulatedAccount.Bucket,
            ["StorageRegion"] = request.Text("StorageRegion") is { Length: > 0 } region ? region : SimulatedAccount.Region,
            ["VodSessionKey"] = upload.SessionKey,
            ["MediaStoragePath"] = upload.MediaPath,
            ["CoverStoragePath"] = upload.CoverPath,
            ["TempCertificate"] = new JsonObject
            {
                ["SecretId"] = upload.SecretId,
                ["SecretKey"] = upload.SecretKey,
                ["Token"] = upload.Token,
                ["ExpiredTime"] = upload.ExpiresAt.ToUnixTimeSeconds(),
            },
        };
    }

    public static JsonObject Commit(VodRequest request)
    {
        var state = request.State;
        if (!state.Uploads.TryGetValue(request.Text("VodSessionKey"), out var upload)) throw new VodException(
            "InvalidParameterValue.VodSessionKey",
            "The session key is unknown or expired.");
        if (!upload.Committed)
        {
            var size = Size(state, upload.MediaPath) ?? throw new VodException("FailedOperation", "The media was not uploaded.");
            if (upload.CoverPath is not null && Size(state, upload.CoverPath) is null) throw new VodException("FailedOperation", "The cover was not uploaded.");
            state.Media[upload.FileId] = new SimMedia
            {
                FileId = upload.FileId,
                SubAppId = upload.SubAppId,
                Name = VodRequest.TextOf(upload.Request, "MediaName"),
                Type = VodRequest.TextOf(upload.Request, "MediaType"),
                StoragePath = upload.MediaPath,
                Url = state.UrlOf(upload.MediaPath),
                CoverUrl = upload.CoverPath is null ? "" : state.UrlOf(upload.CoverPath),
                ClassId = (long)(VodRequest.NumberOf(upload.Request, "ClassId") ?? 0),
                Size = size,
                CreatedAt = state.Now,
            };
            upload.Committed = true;
        }

        var media = state.Media[upload.FileId];
        return new JsonObject { ["FileId"] = media.FileId, ["MediaUrl"] = media.Url, ["CoverUrl"] = media.CoverUrl };
    }

    public static JsonObject ParseManifest(VodRequest request) => new()
    {
        ["MediaSegmentSet"] = new JsonArray([.. ManifestReader.Read(request.Text("ManifestType"), request.Text("MediaManifestContent")).Select(l => JsonValue.Create(l))]),
    };

    private static long? Size(TencentState state, string path) => state.Cloud.Files.Find(CosEndpoint.FileKey(path)) is { } file ? new FileInfo(file).Length : null;
}
