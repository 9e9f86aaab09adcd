namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>One call of the object API.</summary>
internal sealed record OssCall(string Action, HttpMethod Method, OssPlace Place, string? Key)
{
    public IReadOnlyList<KeyValuePair<string, string?>> Query { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the body anew for each sending.</summary>
    public Func<HttpContent>? Content { get; init; }

    public string? ContentType { get; init; }

    /// <summary>True when the body is an object or a part of one, whose sending takes as long as it takes.</summary>
    public bool CarriesObject => Action is "PutObject" or "UploadPart";

    /// <summary>False for a call that must not be made twice: an unanswered one is then of unknown outcome.</summary>
    public bool SafeToRepeat { get; init; } = true;
}
