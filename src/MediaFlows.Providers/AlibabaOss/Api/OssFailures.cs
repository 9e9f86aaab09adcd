using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Reads the service's error envelope and says what to do about it, by the document's recovery table.</summary>
internal static class OssFailures
{
    // Errors are small; whatever is longer is not the envelope.
    private const int MaxBody = 64 * 1024;

    public static async Task<FlowError> ReadAsync(OssCall call, HttpResponseMessage message, CancellationToken cancellationToken)
    {
        var (code, text) = Envelope(await BodyAsync(message, cancellationToken));
        code ??= message.StatusCode switch { HttpStatusCode.NotFound => "NoSuchKey", HttpStatusCode.PreconditionFailed => "PreconditionFailed", _ => "BadErrorResponse" };
        var (id, hint) = Classify(code, message.StatusCode);
        return new FlowError(id, $"{call.Action}: OSS refused with {code}{(text is null ? "" : ": " + text.TrimEnd('.'))}.")
        {
            Provider = OssNames.Provider,
            ProviderCode = code,
            ProviderRequestId = message.Headers.TryGetValues("x-oss-request-id", out var ids) ? ids.First() : null,
            HttpStatus = (int)message.StatusCode,
            Retryable = HttpFailures.IsTransient(message.StatusCode) || message.StatusCode == HttpStatusCode.Unauthorized || code is "RequestTimeTooSkewed",
            RetryAfter = Delay(message),
            Hint = hint,
        };
    }

    /// <summary>A server error after a call that must not be made twice leaves its outcome open, unless the service says that it took nothing in.</summary>
    public static FlowException Thrown(OssCall call, FlowError error) =>
        !call.SafeToRepeat && error is { HttpStatus: >= 500, ProviderCode: not "ServiceUnavailable" } ? new OutcomeUnknownException(error) : new FlowException(error);

    internal static (string Id, string Hint) Classify(string code, HttpStatusCode status) => code switch
    {
        "NoSuchKey" => (ErrorCodes.ProviderRefused, "The source object does not exist. Check the source key, or upload it first: mediaflows oss upload."),
        "NoSuchBucket" => (ErrorCodes.ProviderRefused, "Check bucket and region (ALIBABA_CLOUD_OSS_BUCKET, ALIBABA_CLOUD_OSS_REGION)."),
        "AccessDenied" => (ErrorCodes.FeatureNotAllowed, "The RAM policy lacks an action that this call needs. Run mediaflows doctor oss and compare the policy with the provider's page."),
        "InvalidArgument" => (ErrorCodes.ProviderRefused, "Check the operation's spelling, parameters and combination against the provider's page."),
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "SecurityTokenExpired" or "InvalidSecurityToken" or "AccessKeyIdAndSecurityTokenNotMatch" =>
            (ErrorCodes.CredentialsRefused, "Check the credentials: mediaflows doctor oss shows which source they come from."),
        "RequestTimeTooSkewed" => (ErrorCodes.CredentialsRefused, "Set this machine's clock right."),
        "Imm Client" => (ErrorCodes.FeatureNotAllowed, "The bucket is not bound to an IMM project. Run mediaflows oss imm-setup first."),
        "SecondLevelDomainForbidden" => (ErrorCodes.ProviderRefused, "Use the region's endpoint instead of a path-style one."),
        _ when status == HttpStatusCode.TooManyRequests || code == "ServiceUnavailable" => (ErrorCodes.ProviderThrottled, "The service limits the rate; it is tried again."),
        _ when (int)status >= 500 => (ErrorCodes.ProviderUnavailable, "The service has a problem; it is tried again."),
        _ => (ErrorCodes.ProviderRefused, "See the service's error code."),
    };

    private static TimeSpan? Delay(HttpResponseMessage message)
    {
        if (message.Headers.RetryAfter?.Delta is { } delta) return delta;
        return message.Headers.TryGetValues("x-oss-qos-delay-time", out var values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? TimeSpan.FromMilliseconds(ms)
            : null;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (message.Headers.TryGetValues("x-oss-err", out var header)) return Encoding.UTF8.GetString(Convert.FromBase64String(header.First()));
            await using var stream = await message.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[MaxBody];
            var length = await stream.ReadAtLeastAsync(buffer, MaxBody, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or FormatException)
        {
            return "";
        }
    }

    private static (string? Code, string? Message) Envelope(string body)
    {
        try
        {
            var root = XElement.Parse(body);
            return ((string?)root.Element("Code"), (string?)root.Element("Message"));
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }
}
