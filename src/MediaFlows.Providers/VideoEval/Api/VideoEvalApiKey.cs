using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The API key, in the document's order: given with the command, then configured. Blank counts as missing.</summary>
public static class VideoEvalApiKey
{
    /// <summary>The key to call with.</summary>
    /// <exception cref="FlowException"><c>MF3001</c> with the page where a key can be had; nothing was called.</exception>
    public static async ValueTask<string> RequireAsync(ISecretSource secrets, string? given, string requestId, CancellationToken cancellationToken) =>
        await FindAsync(secrets, given, cancellationToken) ?? throw Missing(requestId);

    /// <summary>The key to call with, or null.</summary>
    public static async ValueTask<string?> FindAsync(ISecretSource secrets, string? given, CancellationToken cancellationToken) =>
        !string.IsNullOrWhiteSpace(given) ? given.Trim() : (await secrets.GetAsync(VideoEvalService.ApiKeyVariable, cancellationToken))?.Trim();

    private static FlowException Missing(string requestId)
    {
        const string message = $"The API key for video evaluation is missing. Get one at {VideoEvalService.KeyPage}";
        return new FlowException(new FlowError(ErrorCodes.CredentialsMissing, message)
        {
            Provider = VideoEvalService.Provider,
            Hint = $"Give it with --api-key \"<api-key>\", or set {VideoEvalService.ApiKeyVariable}. Nothing was called.",
            Document = ErrorEnvelope.Create(requestId, message, ErrorEnvelope.ValueError, details: null),
        });
    }
}
