namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Another input of a <c>concat</c>.</summary>
/// <param name="Before">True for <c>/pre</c> (plays before the source), false for <c>/sur</c> (after it).</param>
/// <param name="Key">Object key in the same bucket.</param>
/// <param name="Items">Further items in order (<c>ss</c>, <c>t</c> in milliseconds).</param>
public sealed record ConcatSegment(bool Before, string Key, IReadOnlyList<KeyValuePair<string, string>> Items)
{
    /// <summary><c>pre</c> or <c>sur</c>.</summary>
    public string Word => Before ? "pre" : "sur";
}
