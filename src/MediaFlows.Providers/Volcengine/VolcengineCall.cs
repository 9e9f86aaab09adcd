namespace MediaFlows.Providers.Volcengine;

/// <summary>One OpenAPI call. <c>Action</c> and <c>Version</c> always travel in the query.</summary>
/// <param name="Action">Action, for example <c>StartExecution</c>.</param>
/// <param name="Version">API version, for example <c>2025-07-01</c>.</param>
public sealed record VolcengineCall(string Action, string Version)
{
    /// <summary>Further query parameters, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>JSON body; null makes it a <c>GET</c>, anything else a <c>POST</c>.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Value of <c>Content-Type</c>; signed, so it is sent exactly like this.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>
    /// False for a call that must not be carried out twice: without an answer, or with a server error, its outcome is then unknown instead
    /// of retryable.
    /// </summary>
    public bool SafeToRepeat { get; init; } = true;

    /// <summary>The whole query in the order it was given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FullQuery => [new("Action", Action), new("Version", Version), .. Query];
}
