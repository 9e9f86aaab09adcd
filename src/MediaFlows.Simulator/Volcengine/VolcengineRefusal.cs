namespace MediaFlows.Simulator.Volcengine;

/// <summary>A gateway's refusal, by the published table.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code word.</param>
/// <param name="CodeN">Number, absent on product errors.</param>
/// <param name="Message">The sentence.</param>
public sealed record VolcengineRefusal(int Status, string Code, int? CodeN, string Message)
{
    /// <summary>No <c>Action</c> or <c>Version</c> in the query.</summary>
    public static VolcengineRefusal MissingParameter(string name) =>
        new(400, "MissingParameter", 100002, $"The required parameter {name} is missing.");

    /// <summary>No <c>Authorization</c> header.</summary>
    public static readonly VolcengineRefusal MissingToken = new(401, "MissingAuthenticationToken", 100003, "The request carries no authentication.");

    /// <summary>A header that a signature needs is missing.</summary>
    public static VolcengineRefusal MissingInfo(string name) =>
        new(400, "MissingRequestInfo", 100004, $"The request information {name} is missing.");

    /// <summary>An <c>Authorization</c> without a signature.</summary>
    public static readonly VolcengineRefusal MissingSignature = new(401, "MissingSignature", 100005, "The signature is missing.");

    /// <summary>The date is unreadable or too far from the server's.</summary>
    public static readonly VolcengineRefusal InvalidTimestamp = new(400, "InvalidTimestamp", 100006, "The request date is expired or not valid.");

    /// <summary>Nothing answers to that action and version.</summary>
    public static VolcengineRefusal InvalidAction(string action, string version) =>
        new(404, "InvalidActionOrVersion", 100008, $"Could not find operation {action} for version {version}.");

    /// <summary>The access key is unknown.</summary>
    public static readonly VolcengineRefusal InvalidAccessKey = new(401, "InvalidAccessKey", 100009, "The access key does not exist.");

    /// <summary>The signature differs from the computed one.</summary>
    public static readonly VolcengineRefusal SignatureDoesNotMatch = new(401, "SignatureDoesNotMatch", 100010, "The calculated signature does not match the one provided.");

    /// <summary>The caller may not do this.</summary>
    public static VolcengineRefusal AccessDenied(string message) => new(403, "AccessDenied", 100013, message);

    /// <summary>The <c>Authorization</c> header is malformed.</summary>
    public static readonly VolcengineRefusal InvalidAuthorization = new(400, "InvalidAuthorization", 100024, "The authorization header is malformed.");

    /// <summary>The credential scope names another day, region or service.</summary>
    public static readonly VolcengineRefusal InvalidCredential = new(401, "InvalidCredential", 100025, "The credential scope is not valid for this service.");

    /// <summary>The session token is missing or wrong.</summary>
    public static readonly VolcengineRefusal InvalidSecretToken = new(401, "InvalidSecretToken", 100026, "The security token is not valid.");
}
