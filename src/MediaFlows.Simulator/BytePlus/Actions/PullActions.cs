using System.Text.Json.Nodes;
using MediaFlows.Simulator.BytePlus.Jobs;
using MediaFlows.Simulator.Volcengine;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary><c>UploadMediaByUrl</c> and <c>QueryUploadTaskInfo</c> (2023-01-01).</summary>
internal sealed class PullActions(BytePlusAccount account)
{
    private const int MostUrls = 20;
    private readonly UrlFetcher _fetcher = new(account);

    /// <summary>
    /// Accepts JSON and, as one SDK sends it, a form with the list as JSON text. Each call makes new jobs: there is no deduplication.
    /// </summary>
    public JsonNode? Submit(VolcengineRequest request)
    {
        var (space, sets) = Read(request);
        RequestFields.Space(space);
        if (sets.Count is 0 or > MostUrls) throw ActionFailure.Invalid("URLSets", $"URLSets holds 1 to {MostUrls} URLs.");
        var jobs = new JsonArray();
        foreach (var set in sets)
        {
            var url = set?["SourceUrl"]?.ToString() ?? throw RequestFields.Missing("SourceUrl");
            var extension = set["FileExtension"]?.ToString() ?? "";
            var name = set["FileName"]?.ToString() is { Length: > 0 } given ? given : account.Ids.Next("name")[..32] + extension;
            RequestFields.FileName(name, extension);
            var job = new PullJob("job-" + account.Ids.Next("pull")[..24], space, url, name, account.Now + account.Knobs.JobTime, account.Knobs.TakeOne("failNext"), _fetcher.FetchAsync(space, url, name))
            {
                StartedAt = account.Now,
            };
            account.Pulls[job.JobId] = job;
            account.Cloud.Charges.Add("UploadMediaByUrl", job.JobId, url.Split('?')[0], null, account.Now);
            jobs.Add(new JsonObject { ["JobId"] = job.JobId, ["SourceUrl"] = url });
        }

        return new JsonObject { ["Data"] = jobs };
    }

    public async Task<JsonNode?> QueryAsync(VolcengineRequest request)
    {
        var ids = request.Required("JobIds").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length > MostUrls) throw ActionFailure.Invalid("JobIds", $"JobIds holds at most {MostUrls} ids.");
        var known = new JsonArray();
        var missing = new JsonArray();
        foreach (var id in ids)
        {
            if (!account.Pulls.TryGetValue(id, out var job))
            {
                missing.Add(id);
                continue;
            }

            var (state, media) = await job.StateAsync(account.Now, job.StartedAt);
            known.Add(new JsonObject
            {
                ["RequestId"] = "",
                ["JobId"] = id,
                ["SourceUrl"] = job.SourceUrl,
                ["State"] = account.Knobs.StateWord(state),
                ["Vid"] = media?.Vid ?? "",
                ["SpaceName"] = job.Space,
                ["AccountId"] = "2100000001",
                ["SourceInfo"] = media is null ? new JsonObject() : SourceInfo.Of(media),
                ["CallbackArgs"] = "",
            });
        }

        return new JsonObject { ["Data"] = new JsonObject { ["MediaInfoList"] = known, ["NotExistJobIds"] = missing } };
    }

    private static (string Space, JsonArray Sets) Read(VolcengineRequest request)
    {
        if (request.Json() is { } json)
            return (json["SpaceName"]?.ToString() ?? "", json["URLSets"] as JsonArray ?? []);
        var form = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(request.Body.Span));
        var source = request.Body.Length > 0 ? form.GetValueOrDefault("URLSets").ToString() : request.Query("URLSets");
        var space = request.Body.Length > 0 ? form.GetValueOrDefault("SpaceName").ToString() : request.Query("SpaceName");
        try
        {
            return (space, JsonNode.Parse(source) as JsonArray ?? []);
        }
        catch (System.Text.Json.JsonException)
        {
            throw ActionFailure.Invalid("URLSets", "URLSets is no JSON array.");
        }
    }
}
