using System.Net;
using System.Xml;
using System.Xml.Linq;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>Reads COS answers: XML errors come with a status, and from complete-multipart also with a 200.</summary>
public static class CosFailures
{
    /// <summary>The temporary certificate is no longer valid; a new one comes with a new ApplyUpload only.</summary>
    public const string ExpiredToken = "ExpiredToken";

    /// <summary>The signature's time window does not cover the server's time.</summary>
    public const string TimeSkewed = "RequestTimeTooSkewed";

    /// <summary>The multipart upload is completed, aborted or unknown.</summary>
    public const string NoSuchUpload = "NoSuchUpload";

    /// <summary>The root element, or null when the body is no XML. Document types are refused.</summary>
    public static XElement? Parse(string body)
    {
        if (string.IsNullOrWhiteSpace(body)) return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Value of a direct child element whatever its namespace, or null.</summary>
    public static string? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    /// <summary>The exception for an error body.</summary>
    public static FlowException Refused(string step, HttpStatusCode status, XElement? error)
    {
        var code = error.Child("Code") ?? $"HTTP {(int)status}";
        var (own, retryable, hint) = Classify(code, status);
        return new FlowException(new FlowError(own, $"{step} was refused by COS: {SignedUrls.RedactAll(error.Child("Message") ?? "no message")} ({code})")
        {
            Provider = TencentSettings.Provider,
            ProviderCode = code,
            ProviderRequestId = error.Child("RequestId"),
            HttpStatus = (int)status,
            Retryable = retryable,
            Hint = hint,
        });
    }

    private static (string Code, bool Retryable, string Hint) Classify(string code, HttpStatusCode status) => code switch
    {
        ExpiredToken => (ErrorCodes.CredentialsRefused, false, "The temporary certificate ran out; the upload starts again with a new one."),
        TimeSkewed => (ErrorCodes.CredentialsRefused, false, "Correct the clock of this machine."),
        "AccessDenied" or "InvalidAccessKeyId" or "SignatureDoesNotMatch" => (ErrorCodes.CredentialsRefused, false, "Start the upload again; if it fails again, check the API key's rights."),
        "BadDigest" or "InvalidPart" or "EntityTooSmall" => (ErrorCodes.ContentMismatch, code == "BadDigest", "The bytes that arrived are not the bytes that were sent."),
        "SlowDown" or "ServiceUnavailable" => (ErrorCodes.ProviderThrottled, true, "The storage limits the rate; it is tried again."),
        _ when HttpFailures.IsTransient(status) => (ErrorCodes.ProviderUnavailable, true, "An error inside the storage; it is tried again."),
        _ => (ErrorCodes.ProviderRefused, false, "Start the upload again."),
    };
}
