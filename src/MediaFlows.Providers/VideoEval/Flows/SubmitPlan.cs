using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.VideoEval.Activities;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>The requests of a submit, as a dry run shows them.</summary>
internal static class SubmitPlan
{
    public static IReadOnlyList<PlannedRequest> Of(string baseUrl, IReadOnlyList<EvaluationVideo> videos, Func<IReadOnlyList<string>, CreateTaskRequest> request)
    {
        var uploads = videos.Select((v, i) => new PlannedRequest(VideoEvalSubmitFlow.UploadStage, "POST", baseUrl + VideoEvalService.AttachmentPath)
        {
            Headers = Headers("multipart/form-data; boundary={boundary}"),
            Body = JsonValue.Create($"part file, filename \"{v.Name}\", {VideoEvalService.VideoType}: <{v.Length} bytes>"),
            Note = $"answers with {{attachment id {i + 1}}}",
        });
        return
        [
            .. uploads,
            new PlannedRequest(VideoEvalSubmitFlow.CreateStage, "GET", baseUrl + VideoEvalService.TaskPath + VideoEvalService.ListQuery)
            {
                Headers = Headers(null),
                Note = "notes the tasks there are, so that a lost answer to the next request can be settled",
            },
            new PlannedRequest(VideoEvalSubmitFlow.CreateStage, "POST", baseUrl + VideoEvalService.TaskPath)
            {
                Headers = Headers("application/json"),
                Body = CreateTaskBody.Build(request([.. videos.Select((_, i) => $"{{attachment id {i + 1}}}")])),
                Charged = true,
                Note = "once",
            },
        ];
    }

    private static Dictionary<string, string> Headers(string? contentType)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = "application/json",
            ["x-product-version"] = VideoEvalService.ProductVersion,
            ["Authorization"] = "bearer ***",
        };
        if (contentType is not null) headers["Content-Type"] = contentType;
        return headers;
    }
}
