namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>One action of a process string: <c>resize,w_100</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Items">Its items as written.</param>
internal sealed record ProcessAction(string Name, IReadOnlyList<string> Items)
{
    /// <summary>The value behind <c>key_</c>, or null; the last one wins.</summary>
    public string? this[string key] => Items.LastOrDefault(i => i.StartsWith(key + "_", StringComparison.Ordinal))?[(key.Length + 1)..];

    /// <summary>The value of an action that has only a value (<c>rotate,90</c>).</summary>
    public string? Value => Items.Count > 0 ? Items[0] : null;

    public int? Whole(string key) => int.TryParse(this[key], out var n) ? n : null;
}
