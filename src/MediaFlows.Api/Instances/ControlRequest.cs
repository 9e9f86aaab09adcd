using System.ComponentModel;
using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary>Body of the control verbs; every member is optional.</summary>
public sealed record ControlRequest
{
    /// <summary>Free text for the history.</summary>
    [Description("Free text for the history, at most 1000 characters.")]
    public string? Reason { get; init; }

    /// <summary>Resume and retry: the provider job to adopt for a paid submit whose outcome is unknown.</summary>
    [Description("Resume and retry: the provider job to adopt for a paid submit whose outcome is unknown.")]
    public string? JobId { get; init; }

    /// <summary>Resume and retry: submit again although the first submit may have been charged.</summary>
    [Description("Resume and retry: submit again although it may be paid twice.")]
    public bool Resubmit { get; init; }

    internal ResumeDecision ToDecision() => new() { JobId = JobId, Resubmit = Resubmit, Reason = Reason };

    internal static async Task<ControlRequest> ReadAsync(HttpContext context, bool decides)
    {
        var body = await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted);
        ControlRequest request;
        try
        {
            request = body.Deserialize<ControlRequest>(ApiJson.Strict)!;
        }
        catch (JsonException e)
        {
            var field = (e.Path ?? "").TrimStart('$').TrimStart('.');
            throw new InvalidInputException(field.Length == 0 ? "body" : field, "The body takes 'reason' and, for resume and retry, 'jobId' and 'resubmit'.");
        }

        var errors = new InputErrors();
        if (request.Reason?.Length > 1000) errors.Add("reason", "The reason holds at most 1000 characters.");
        if (request.JobId is { Length: 0 or > 500 }) errors.Add("jobId", "A job id has 1 to 500 characters.");
        if (!decides && request.JobId is not null) errors.Add("jobId", "Only resume and retry take a job id.");
        if (!decides && request.Resubmit) errors.Add("resubmit", "Only resume and retry can submit again.");
        if (request is { Resubmit: true, JobId: not null }) errors.Add("resubmit", "Either adopt a job or submit again, not both.");
        errors.ThrowIfAny();
        return request;
    }
}
