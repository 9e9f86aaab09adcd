namespace MediaFlows.Providers.Volcengine;

/// <summary>Where an OpenAPI is called.</summary>
/// <param name="Scheme"><c>https</c>, or <c>http</c> for a simulator.</param>
/// <param name="Host">Host, with a port when it is not the scheme's own.</param>
/// <param name="Scope">Region and service that signatures name.</param>
public sealed record VolcengineEndpoint(string Scheme, string Host, VolcengineScope Scope);
