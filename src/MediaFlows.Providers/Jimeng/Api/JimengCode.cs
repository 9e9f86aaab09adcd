using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>One row of the service's table of codes.</summary>
/// <param name="Code">Number as text.</param>
/// <param name="Kind">What it means for the flow.</param>
/// <param name="ErrorCode">Our error id.</param>
/// <param name="Meaning">What happened, in plain words.</param>
/// <param name="Hint">What to do.</param>
public sealed record JimengCode(string Code, JimengCodeKind Kind, string ErrorCode, string Meaning, string Hint)
{
    private const string ChangeInput = "Change the input; the same one is refused again. A refused task is not made.";
    private const string MayPass = "What was made did not pass the check. Retrying the flow makes it anew, which is paid again; another prompt or image helps more.";
    private const string AskSupport = "Try another input; if it stays like this, ask the provider's support with the request id.";

    /// <summary>The table.</summary>
    public static IReadOnlyList<JimengCode> All { get; } =
    [
        new("50411", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The input image failed the content check", ChangeInput),
        new("50412", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The input text failed the content check", ChangeInput),
        new("50413", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The input text failed the content check (after rewriting)", ChangeInput),
        new("50511", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The output video failed the content check", MayPass),
        new("50512", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The output text failed the content check", ChangeInput),
        new("50516", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The output video failed the content check", MayPass),
        new("50517", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The output sound failed the content check", MayPass),
        new("50518", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The input image failed the copyright check", ChangeInput),
        new("50519", JimengCodeKind.ContentRisk, ErrorCodes.ContentRefused, "The output image failed the copyright check", MayPass),
        new("50520", JimengCodeKind.ContentRisk, ErrorCodes.ProviderRefused, "The content check itself failed", AskSupport),
        new("50521", JimengCodeKind.ContentRisk, ErrorCodes.ProviderRefused, "The check for unwanted content itself failed", AskSupport),
        new("50522", JimengCodeKind.ContentRisk, ErrorCodes.ProviderRefused, "The image copyright check itself failed", AskSupport),
        new("50215", JimengCodeKind.Refused, ErrorCodes.ProviderRefused, "The input is not valid for this service", "Check the fields; an image that the service cannot fetch, a wrong mode and an old task id end like this too."),
        new("50400", JimengCodeKind.Refused, ErrorCodes.FeatureNotAllowed, "The account may not use this mode", "Activate the mode for the account in the Volcengine console."),
        new("50429", JimengCodeKind.Throttled, ErrorCodes.ProviderThrottled, "The rate limit is exceeded", "Retry later; it is tried again more slowly by itself."),
        new("50430", JimengCodeKind.Throttled, ErrorCodes.ProviderThrottled, "Too many tasks run at the same time", "Retry later; it is tried again more slowly by itself."),
        new("50500", JimengCodeKind.ServerError, ErrorCodes.ProviderUnavailable, "The server failed", "The provider has a problem of its own."),
        new("50501", JimengCodeKind.ServerError, ErrorCodes.ProviderUnavailable, "The server failed inside", "The provider has a problem of its own."),
    ];

    /// <summary>The row of a code, or null.</summary>
    public static JimengCode? Find(string? code) => All.FirstOrDefault(c => c.Code == code);
}
