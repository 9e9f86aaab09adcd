using System.Net.Http.Headers;

namespace MediaFlows.Storage.Urls;

/// <summary>One request to a URL that a user or a provider named.</summary>
/// <param name="Url">The URL as it was given; checked before anything else happens.</param>
public sealed record GuardedRequest(string Url)
{
    /// <summary>Default GET.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Part of the body to ask for, or null for all of it.</summary>
    public RangeHeaderValue? Range { get; init; }

    /// <summary>Headers to send. They are not sent on after a redirect to another origin.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the body, once per request that is sent, or null for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Default true; false hands a redirect to the caller.</summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>Bytes of body that are read at most, or null for no limit. A body that says it is longer is refused at once.</summary>
    public long? MaxBytes { get; init; }
}
