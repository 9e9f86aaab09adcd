namespace MediaFlows.Api.Routing;

/// <summary>What a request to a route must show.</summary>
public enum ApiAuth
{
    /// <summary>The API key in a header (a function key on Azure).</summary>
    Key,

    /// <summary>The API key in a header or as the query parameter <c>code</c>.</summary>
    KeyOrCode,

    /// <summary>The API key in a header or as <c>code</c>, or the code of the one instance that the route names.</summary>
    KeyOrInstanceCode,

    /// <summary>Nothing: health, dashboard files, and callbacks, which prove themselves by the provider's signature.</summary>
    Anonymous,
}
