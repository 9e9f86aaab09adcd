using System.Text.Json.Nodes;
using MediaFlows.Simulator.BytePlus.Objects;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary><c>ApplyUploadInfo</c> and <c>CommitUploadInfo</c> (2023-01-01).</summary>
internal sealed class UploadActions(BytePlusAccount account)
{
    // Port 1 of loopback refuses connections: a host that is down.
    private const string DeadHost = "127.0.0.1:1";

    public JsonNode? Apply(VolcengineRequest request)
    {
        var space = RequestFields.Space(request.Query("SpaceName"));
        var extension = request.Query("FileExtension");
        if (request.Query("FileType") is not ("" or "media" or "image" or "object"))
            throw ActionFailure.Invalid("FileType", "FileType is not valid.");
        var name = request.Query("FileName") is { Length: > 0 } given ? given : account.Ids.Next("name")[..32] + extension;
        RequestFields.FileName(name, extension);

        var main = Address("main", space, name, account.Knobs.DeadMainHost ? DeadHost : account.Cloud.BaseUri.Authority);
        var data = new JsonObject { ["UploadAddress"] = main.DeepClone() };
        if (!account.Knobs.NoCandidates)
        {
            data["CandidateUploadAddresses"] = new JsonObject
            {
                ["MainUploadAddresses"] = new JsonArray(main),
                ["BackupUploadAddresses"] = new JsonArray(Address("backup", space, name, account.Cloud.BaseUri.Authority)),
                ["FallbackUploadAddresses"] = new JsonArray(),
            };
        }

        data["VpcTosUploadAddress"] = new JsonObject { ["UploadMode"] = "" };
        return new JsonObject { ["Data"] = data };
    }

    public JsonNode? Commit(VolcengineRequest request)
    {
        var space = RequestFields.Space(request.Query("SpaceName"));
        var key = request.Required("SessionKey");
        if (request.Query("CallbackArgs").Length > 512) throw ActionFailure.Invalid("CallbackArgs", "CallbackArgs has at most 512 bytes.");
        if (!account.Sessions.TryGetValue(key, out var session) || session.Space != space)
            throw ActionFailure.Invalid("SessionKey", "The session key is not valid.");
        if (account.Objects.Length(session.StoreUri) is null)
            throw ActionFailure.Invalid("SessionKey", "Nothing was uploaded in this session.");
        var media = session.Commit(account);
        return new JsonObject
        {
            ["Data"] = new JsonObject
            {
                ["Vid"] = media.Vid,
                ["PosterUri"] = "",
                ["Mid"] = "",
                ["CallbackArgs"] = request.Query("CallbackArgs"),
                ["SourceInfo"] = SourceInfo.Of(media),
            },
        };
    }

    private JsonObject Address(string route, string space, string name, string host)
    {
        var session = new UploadSession(account.Ids.Next("session"), space, name, $"tos-{route}-{space}/{name}");
        account.Sessions[session.SessionKey] = session;
        var auth = UploadAuth.Issue(session.StoreUri, account.Now + account.Knobs.UploadAuthTime);
        return new JsonObject
        {
            ["StoreInfos"] = new JsonArray(new JsonObject { ["StoreUri"] = session.StoreUri, ["Auth"] = auth }),
            ["UploadHosts"] = new JsonArray(host),
            ["UploadHeader"] = new JsonArray(),
            ["SessionKey"] = session.SessionKey,
        };
    }
}
