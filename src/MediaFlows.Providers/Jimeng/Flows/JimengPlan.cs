using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Flows;

/// <summary>The requests of a generation, as a dry run shows them.</summary>
internal static class JimengPlan
{
    public static IReadOnlyList<PlannedRequest> Of(Uri baseUrl, JimengGenerateInput input, JimengRequest request)
    {
        var images = request.Images.Select(i => request.Inline ? $"<base64 of {i.Length} bytes>" : SignedUrls.Redact(i.Source.Url!)).ToList();
        var query = new JsonObject { ["req_key"] = request.ReqKey, ["task_id"] = "{task_id}" };
        if (input.AigcMeta is not null) query["req_json"] = "{mark of generated content}";
        List<PlannedRequest> plan =
        [
            new(JimengGenerateVideoFlow.SubmitStage, "POST", Url(baseUrl, JimengService.SubmitAction))
            {
                Headers = Headers,
                Body = JimengBody.Build(request, images),
                Charged = true,
                Note = "once",
            },
            new(JimengGenerateVideoFlow.PollStage, "POST", Url(baseUrl, JimengService.QueryAction))
            {
                Headers = Headers,
                Body = query,
                Note = $"every {input.PollIntervalSeconds} s, at most {input.MaxPollAttempts} times",
            },
        ];
        if (input.SaveTo is not null) plan.Add(new(JimengGenerateVideoFlow.SaveStage, "GET", "{video_url}") { Note = $"saved to {input.SaveTo}" });
        return plan;
    }

    private static Dictionary<string, string> Headers => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json",
        ["Authorization"] = "HMAC-SHA256 Credential=***, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature=***",
    };

    private static string Url(Uri baseUrl, string action) => $"{baseUrl.Scheme}://{baseUrl.Authority}/?Action={action}&Version={JimengService.Version}";
}
