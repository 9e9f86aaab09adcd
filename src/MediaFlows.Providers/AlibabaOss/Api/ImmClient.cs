using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>IMM, version 2020-09-30: RPC calls with everything in the query, signed with ACS3.</summary>
public sealed class ImmClient
{
    private readonly HttpClient _http;
    private readonly CredentialChain _credentials;
    private readonly TimeProvider _time;
    private long _calls;

    /// <summary>Takes its parts.</summary>
    public ImmClient(HttpClient http, CredentialChain credentials, TimeProvider time)
    {
        _http = http;
        _credentials = credentials;
        _time = time;
    }

    /// <summary>GetOSSBucketAttachment: the project that the bucket is bound to, or null.</summary>
    public async Task<string?> FindProjectAsync(OssPlace place, CancellationToken cancellationToken)
    {
        try
        {
            return (string?)(await CallAsync(place, "GetOSSBucketAttachment", [new("OSSBucket", place.Bucket)], safe: true, cancellationToken))["ProjectName"];
        }
        catch (FlowException e) when (IsAbsent(e.Error))
        {
            return null;
        }
    }

    /// <summary>CreateProject; false when the name is taken by another than <paramref name="owner"/>.</summary>
    /// <remarks>The action has no client token. The owner is written into the project's description, so that a try whose answer was lost is recognised.</remarks>
    public async Task<bool> CreateProjectAsync(OssPlace place, string project, string owner, CancellationToken cancellationToken)
    {
        var description = "Created by MediaFlows, " + owner;
        try
        {
            await CallAsync(place, "CreateProject", [new("ProjectName", project), new("Description", description)], safe: true, cancellationToken);
            return true;
        }
        catch (FlowException e) when (Mentions(e.Error, "AlreadyExists"))
        {
            return await DescriptionAsync(place, project, cancellationToken) == description;
        }
    }

    private async Task<string?> DescriptionAsync(OssPlace place, string project, CancellationToken cancellationToken)
    {
        try
        {
            return (string?)(await CallAsync(place, "GetProject", [new("ProjectName", project)], safe: true, cancellationToken))["Project"]?["Description"];
        }
        catch (FlowException e) when (!e.Error.Retryable)
        {
            // A project that may not even be looked at is nobody's here.
            return null;
        }
    }

    /// <summary>AttachOSSBucket; a bucket that is bound already is no error.</summary>
    public async Task AttachAsync(OssPlace place, string project, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(place, "AttachOSSBucket", [new("OSSBucket", place.Bucket), new("ProjectName", project)], safe: true, cancellationToken);
        }
        catch (FlowException e) when (Mentions(e.Error, "already") || Mentions(e.Error, "Attached") && !IsAbsent(e.Error))
        {
        }
    }

    /// <summary>GetTask.</summary>
    public Task<JsonNode> GetTaskAsync(OssPlace place, string project, string taskType, string taskId, CancellationToken cancellationToken) =>
        CallAsync(place, "GetTask", Task(project, taskType, taskId), safe: true, cancellationToken);

    /// <summary>CreateDecodeBlindWatermarkTask. There is no client token: an unanswered call is of unknown outcome.</summary>
    public async Task<TaskTicket> CreateExtractionAsync(
        OssPlace place, string project, string sourceUri, string? strength, string? model, string targetUri, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> query = [new("ProjectName", project), new("SourceURI", sourceUri), new("TargetURI", targetUri)];
        if (strength is not null) query.Add(new("StrengthLevel", strength));
        if (model is not null) query.Add(new("Model", model));
        var answer = await CallAsync(place, "CreateDecodeBlindWatermarkTask", query, safe: false, cancellationToken);
        return new TaskTicket((string?)answer["TaskId"] is { Length: > 0 } id ? id : null, (string?)answer["EventId"], (string?)answer["RequestId"]);
    }

    /// <summary>GetDecodeBlindWatermarkResult.</summary>
    public Task<JsonNode> GetExtractionAsync(OssPlace place, string project, string taskId, CancellationToken cancellationToken) =>
        CallAsync(place, "GetDecodeBlindWatermarkResult", Task(project, "DecodeBlindWatermark", taskId), safe: true, cancellationToken);

    internal static bool IsAbsent(FlowError error) => error.HttpStatus == 404 || Mentions(error, "NotAttached") || Mentions(error, "NotFound");

    private static bool Mentions(FlowError error, string word) =>
        (error.ProviderCode ?? "").Contains(word, StringComparison.Ordinal) || error.Message.Contains(word, StringComparison.Ordinal);

    private static List<KeyValuePair<string, string>> Task(string project, string type, string id) => [new("ProjectName", project), new("TaskType", type), new("TaskId", id)];

    private async Task<JsonNode> CallAsync(OssPlace place, string action, List<KeyValuePair<string, string>> query, bool safe, CancellationToken cancellationToken)
    {
        var credentials = await _credentials.GetAsync(cancellationToken);
        var endpoint = OssAddress.Imm(place);
        var headers = Headers(endpoint, action, query, credentials);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/?" + Acs3Signer.CanonicalQuery(query)));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", Acs3Signer.Authorization("POST", query, headers, credentials.AccessKeyId, credentials.AccessKeySecret));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var json = Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            if (answer.IsSuccessStatusCode && json is not null) return json;
            var error = Error(action, answer, json);
            throw !safe && (int)answer.StatusCode >= 500 && answer.StatusCode != HttpStatusCode.ServiceUnavailable ? new OutcomeUnknownException(error) : new FlowException(error);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw HttpFailures.NoAnswer(e, OssNames.Provider, action, safe);
        }
    }

    private Dictionary<string, string> Headers(Uri endpoint, string action, List<KeyValuePair<string, string>> query, OssCredentials credentials)
    {
        var now = _time.GetUtcNow();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Authority,
            ["x-acs-action"] = action,
            ["x-acs-version"] = "2020-09-30",
            ["x-acs-date"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            // Unique by key, time, process and call: that is all that a nonce is for.
            ["x-acs-signature-nonce"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
                $"{credentials.AccessKeyId}\n{now.Ticks}\n{Environment.ProcessId}\n{Environment.MachineName}\n{Interlocked.Increment(ref _calls)}\n{Acs3Signer.CanonicalQuery(query)}")))[..32],
            ["x-acs-content-sha256"] = Acs3Signer.EmptyBodyHash,
            ["accept"] = "application/json",
        };
        if (credentials.SecurityToken is null) return headers;
        headers["x-acs-accesskey-id"] = credentials.AccessKeyId;
        headers["x-acs-security-token"] = credentials.SecurityToken;
        return headers;
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FlowError Error(string action, HttpResponseMessage answer, JsonNode? json)
    {
        var code = (string?)json?["Code"] ?? (answer.IsSuccessStatusCode ? "unreadable answer" : "HTTP " + (int)answer.StatusCode);
        var transient = HttpFailures.IsTransient(answer.StatusCode) || code.StartsWith("Throttling", StringComparison.Ordinal);
        var (id, hint) = code switch
        {
            _ when code.StartsWith("Throttling", StringComparison.Ordinal) => (ErrorCodes.ProviderThrottled, "The service limits the rate; it is tried again."),
            _ when code.StartsWith("Forbidden", StringComparison.Ordinal) || code.Contains("AccessDenied", StringComparison.Ordinal) =>
                (ErrorCodes.FeatureNotAllowed, "The RAM policy lacks an imm: action. Compare it with the provider's page."),
            "SignatureDoesNotMatch" or "InvalidAccessKeyId.NotFound" or "InvalidTimeStamp.Expired" => (ErrorCodes.CredentialsRefused, "Check the credentials and the clock: mediaflows doctor oss."),
            _ when code.StartsWith("InvalidSecurityToken", StringComparison.Ordinal) => (ErrorCodes.CredentialsRefused, "Check the credentials: mediaflows doctor oss."),
            "ResourceNotFound" => (ErrorCodes.ProviderRefused, "The IMM project, binding or object does not exist. Run mediaflows oss imm-setup first."),
            _ when transient => (ErrorCodes.ProviderUnavailable, "The service has a problem; it is tried again."),
            _ => (ErrorCodes.ProviderRefused, "See the service's error code."),
        };
        return new FlowError(id, $"{action}: IMM refused with {code}: {(string?)json?["Message"]}")
        {
            Provider = OssNames.Provider, ProviderCode = code, ProviderRequestId = (string?)json?["RequestId"], HttpStatus = (int)answer.StatusCode,
            Retryable = transient, RetryAfter = answer.Headers.RetryAfter?.Delta, Hint = hint,
        };
    }
}
