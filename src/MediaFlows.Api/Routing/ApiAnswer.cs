namespace MediaFlows.Api.Routing;

/// <summary>A successful answer of a route, for the OpenAPI document.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Description">When it comes.</param>
/// <param name="Body">Type of the JSON body, or null.</param>
/// <param name="ContentType">Content type when it is not JSON.</param>
public sealed record ApiAnswer(int Status, string Description, Type? Body = null, string? ContentType = null);
