namespace MediaFlows.Api.Routing;

/// <summary>A query parameter or header of a route, for checking and for the OpenAPI document.</summary>
/// <param name="Name">Name as sent.</param>
/// <param name="Description">What it does.</param>
/// <param name="Kind">JSON Schema type: <c>string</c>, <c>integer</c>, <c>boolean</c>, or <c>date-time</c>.</param>
/// <param name="InHeader">True for a header.</param>
/// <param name="Repeated">True when it may be given several times.</param>
public sealed record ApiParameter(string Name, string Description, string Kind = "string", bool InHeader = false, bool Repeated = false);
