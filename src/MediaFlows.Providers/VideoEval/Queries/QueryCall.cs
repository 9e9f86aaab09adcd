using MediaFlows.Core.Errors;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Queries;

/// <summary>Makes the call of a query from its input.</summary>
internal static class QueryCall
{
    private const int LongestTimeout = 3600;

    public static VideoEvalCall Create(ClientRequestIds ids, string? apiKey, int? timeoutSeconds)
    {
        var requestId = ids.Next();
        var errors = new InputErrors();
        if (timeoutSeconds is < 1 or > LongestTimeout) errors.Add("timeoutSeconds", $"timeoutSeconds must be 1 to {LongestTimeout}, not {timeoutSeconds}.");
        errors.ThrowIfAny(message => ErrorEnvelope.Create(requestId, message, ErrorEnvelope.ValueError, details: null));
        return new VideoEvalCall(requestId) { ApiKey = apiKey, TimeoutSeconds = timeoutSeconds ?? VideoEvalService.RequestSeconds };
    }
}
