using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Api.ErrorPages;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Api.Problems;

/// <summary>Writes an error as <c>application/problem+json</c>.</summary>
public sealed class ProblemResult : IResult, IStatusCodeHttpResult
{
    private readonly int? _retryAfter;

    private ProblemResult(ProblemDocument document, int? retryAfter)
    {
        Document = document;
        _retryAfter = retryAfter;
    }

    /// <summary>What is written.</summary>
    public ProblemDocument Document { get; }

    /// <inheritdoc/>
    public int? StatusCode => Document.Status;

    /// <summary>The answer to <paramref name="failure"/>; logs it when it is a fault of ours.</summary>
    public static ProblemResult From(Exception failure, HttpContext context)
    {
        var error = Failures.ErrorOf(failure);
        if (Failures.IsUnexpected(failure))
        {
            context.RequestServices?.GetService<ILoggerFactory>()?.CreateLogger("MediaFlows.Api")
                .LogError(failure, "Unexpected failure of {Method} {Path}", context.Request.Method, context.Request.Path);
        }

        return Create(error, context, (failure as InvalidInputException)?.Fields, (failure as QuestionsException)?.Questions);
    }

    /// <summary>The answer for <paramref name="error"/>, with another status than its code's where a route prescribes one.</summary>
    public static ProblemResult From(FlowError error, HttpContext context, int? status = null) => Create(error, context, null, null, status);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (_retryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (Document.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer realm=\"MediaFlows\"";
        response.Headers.CacheControl = "no-store";
        response.StatusCode = Document.Status;
        await response.WriteAsJsonAsync(Document, ApiJson.Options, "application/problem+json", httpContext.RequestAborted);
    }

    private static ProblemResult Create(
        FlowError error, HttpContext context, IReadOnlyDictionary<string, string[]>? fields, IReadOnlyList<Question>? questions, int? status = null)
    {
        var wait = error.RetryAfter is { } after ? (int)Math.Clamp(Math.Ceiling(after.TotalSeconds), 0, 86400) : ProblemStatus.RetryAfter(error.Code);
        var document = new ProblemDocument
        {
            Type = ApiLinks.For(context).Error(error.Code),
            Title = ErrorCatalog.Find(error.Code)?.Title ?? error.Code,
            Status = status ?? ProblemStatus.Of(error.Code),
            Detail = SignedUrls.RedactAll(error.Message),
            Instance = context.Request.PathBase + context.Request.Path,
            Code = error.Code,
            TraceId = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
            Hint = error.Hint is null ? null : SignedUrls.RedactAll(error.Hint),
            Retryable = error.Retryable || wait is not null,
            Errors = fields?.ToDictionary(f => f.Key, f => Array.ConvertAll(f.Value, SignedUrls.RedactAll), StringComparer.Ordinal),
            Questions = questions,
            Provider = error.Provider,
            ProviderCode = error.ProviderCode,
            ProviderRequestId = error.ProviderRequestId,
            HttpStatus = error.HttpStatus,
            Document = Redacted(error.Document),
        };
        return new ProblemResult(document, wait);
    }

    private static JsonNode? Redacted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Redacted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Redacted)]),
        JsonValue v when v.TryGetValue<string>(out var s) => JsonValue.Create(SignedUrls.RedactAll(s)),
        _ => node?.DeepClone(),
    };
}
