using System.Text.Json.Nodes;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary><c>UpdateMediaPublishStatus</c> and <c>GetPlayInfo</c> (2023-01-01).</summary>
internal sealed class MediaActions(BytePlusAccount account)
{
    public JsonNode? Publish(VolcengineRequest request)
    {
        var media = Find(request);
        media.Published = request.Required("Status") switch
        {
            "Published" => true,
            "Unpublished" => false,
            _ => throw ActionFailure.Invalid("Status", "Status is Published or Unpublished."),
        };
        return new JsonObject();
    }

    public JsonNode? PlayInfo(VolcengineRequest request)
    {
        var media = Find(request);
        var list = new JsonArray();
        if (media.Published)
        {
            list.Add(new JsonObject
            {
                ["FileId"] = "",
                ["MainPlayUrl"] = $"{account.Cloud.BaseUri.Scheme}://{account.Cloud.BaseUri.Authority}/{media.FileName}",
                ["BackupPlayUrl"] = "",
                ["Format"] = Path.GetExtension(media.FileName).TrimStart('.'),
                ["Size"] = (double)media.Size,
            });
        }

        return new JsonObject
        {
            ["Vid"] = media.Vid,
            ["Status"] = media.Published ? "Published" : "Unpublished",
            ["PosterUrl"] = "",
            ["FileType"] = "video",
            ["TotalCount"] = list.Count,
            ["PlayInfoList"] = list,
        };
    }

    private StoredMedia Find(VolcengineRequest request)
    {
        var vid = request.Required("Vid");
        return account.Media.TryGetValue(vid, out var media) ? media : throw ActionFailure.NotFound($"The media {vid} does not exist.");
    }
}
