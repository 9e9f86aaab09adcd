using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>What every call to the service carries along.</summary>
/// <param name="RequestId">UUID of the command, made by the client; it is in the documented envelope.</param>
public sealed record VideoEvalCall(string RequestId)
{
    /// <summary>An API key given with the command; null takes the configured one.</summary>
    [Sensitive]
    public string? ApiKey { get; init; }

    /// <summary>Time limit of the request, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = VideoEvalService.RequestSeconds;

    /// <summary>Shows no key, since records end up in messages.</summary>
    public override string ToString() => $"VideoEvalCall({RequestId})";
}
