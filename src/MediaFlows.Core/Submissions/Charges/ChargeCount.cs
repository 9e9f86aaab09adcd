using System.Text.Json.Serialization;

namespace MediaFlows.Core.Submissions.Charges;

/// <summary>What a counter holds.</summary>
/// <param name="Count">Charges reserved or settled.</param>
/// <param name="Most">The limit, or null.</param>
internal sealed record ChargeCount(long Count, long? Most)
{
    // Far more than the charges that all hosts of a hub have under way at one time.
    private const int MostOpen = 512;

    /// <summary>Charges that are counted and perhaps not yet noted as reserved, oldest first: asked again after a crash, they are not counted again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Open { get; init; }

    /// <summary>This count with one more charge; itself when it is counted; null when the limit is reached.</summary>
    public ChargeCount? With(string key)
    {
        if (Open?.Contains(key, StringComparer.Ordinal) == true) return this;
        if (Count >= (Most ?? long.MaxValue)) return null;
        return this with { Count = Count + 1, Open = [.. (Open ?? []).TakeLast(MostOpen - 1), key] };
    }

    /// <summary>This count with one charge less.</summary>
    public ChargeCount Without(string key) => this with { Count = Math.Max(0, Count - 1), Open = Open?.Where(k => k != key).ToList() };

    /// <summary>This count without <paramref name="noted"/> among the open ones.</summary>
    public ChargeCount Closed(IReadOnlySet<string> noted) => Open is null || noted.Count == 0 ? this : this with { Open = Open.Where(k => !noted.Contains(k)).ToList() };
}
