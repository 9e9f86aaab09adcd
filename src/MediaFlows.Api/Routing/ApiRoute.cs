using MediaFlows.Api.Problems;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Security;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Routing;

/// <summary>One route of the HTTP surface. Both hosts serve the same table; a host adds nothing but the binding.</summary>
/// <param name="Name">Stable name: the OpenAPI operation id and the function's name on Azure.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Pattern">Route pattern with a leading slash, in the syntax that ASP.NET Core and Azure Functions share.</param>
/// <param name="Auth">What a request must show.</param>
/// <param name="Summary">One line.</param>
public sealed record ApiRoute(string Name, string Method, string Pattern, ApiAuth Auth, string Summary)
{
    /// <summary>Calls the handler's method with the route's values. Use <see cref="HandleAsync"/>, which turns failures into problem documents.</summary>
    public required Func<HttpContext, Task<IResult>> Handler { get; init; }

    /// <summary>Query parameters and headers. Other query parameters are refused, unless <see cref="DurableExtension"/> is true.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Type of the JSON body; <see cref="object"/> for any JSON; null for none.</summary>
    public Type? Body { get; init; }

    /// <summary>Content types that the body may have instead of JSON.</summary>
    public IReadOnlyList<string> OtherBodies { get; init; } = [];

    /// <summary>Content type of the body when it is not JSON.</summary>
    public string? BodyContentType { get; init; }

    /// <summary>Successful answers.</summary>
    public IReadOnlyList<ApiAnswer> Answers { get; init; } = [];

    /// <summary>True for the Durable Functions instance routes: on Azure the Durable Task extension serves them itself.</summary>
    public bool DurableExtension { get; init; }

    /// <summary>
    /// Handles a request whose key was checked: applies the security headers, refuses unknown query parameters, calls the handler,
    /// and turns every failure into a problem document. Never throws but for a caller that went away.
    /// </summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        try
        {
            SecurityHeaders.Apply(context.Response.Headers);
            if (!DurableExtension && Auth != ApiAuth.Anonymous) QueryRules.Check(this, context.Request.Query);
            return await Handler(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return ProblemResult.From(e, context);
        }
    }
}
