using System.Text.Json.Nodes;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>The body of <c>POST …/survey/task</c>; optional members are left out as the document's scripts leave them out.</summary>
public static class CreateTaskBody
{
    /// <summary>Builds it.</summary>
    public static JsonObject Build(CreateTaskRequest request)
    {
        var body = new JsonObject
        {
            ["agent_id"] = VideoEvalService.AgentId,
            ["audience_id"] = VideoEvalService.AudienceId,
            ["form_id"] = VideoEvalService.FormId,
            ["attachment_ids"] = new JsonArray([.. request.AttachmentIds.Select(id => JsonValue.Create(id))]),
        };
        if (!string.IsNullOrEmpty(request.Prompt)) body["prompt"] = request.Prompt;
        if (request.Language is not null) body["language"] = request.Language;
        if (request.TypicalUsers) body["is_typical_user_enabled"] = true;
        if (request.TypicalUserCount is { } count) body["typical_user_count"] = count;
        if (request.TypicalUserSelectionMode is not null) body["typical_user_selection_mode"] = request.TypicalUserSelectionMode;
        if (request.Report) body["is_report_enabled"] = true;
        return body;
    }
}
