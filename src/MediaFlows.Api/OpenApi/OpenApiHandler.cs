using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.OpenApi;

/// <summary><c>GET /openapi/v1.json</c>.</summary>
public sealed class OpenApiHandler
{
    private readonly OpenApiDocument _document;

    /// <summary>Serves <paramref name="document"/>.</summary>
    public OpenApiHandler(OpenApiDocument document) => _document = document;

    /// <summary>The contract with this host as its server.</summary>
    public Task<IResult> ShowAsync(HttpContext context) => Task.FromResult(ApiJson.Result(_document.Create(ApiLinks.For(context).To("/"))));
}
