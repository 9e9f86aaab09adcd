using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Protection;

/// <summary>
/// The keys at hand: the first one writes, all of them read. As text, one <c>id:base64</c> per line or separated by semicolons, newest first;
/// a line that starts with <c>#</c> is a comment.
/// </summary>
public sealed class KeyRing
{
    private readonly Dictionary<string, ProtectionKey> _keys;

    /// <summary>A ring of at least one key.</summary>
    public KeyRing(IReadOnlyList<ProtectionKey> keys)
    {
        if (keys.Count == 0) throw Unreadable("it holds no key");
        _keys = keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Writing = keys[0];
    }

    /// <summary>The key that new fields are written with.</summary>
    public ProtectionKey Writing { get; }

    /// <summary>The key of that id, or null.</summary>
    public ProtectionKey? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FlowException"><c>MF5004</c>; the message holds no part of the text.</exception>
    public static KeyRing Parse(string text)
    {
        var keys = new List<ProtectionKey>();
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] != '#') keys.Add(ParseKey(line));
        }

        if (keys.Select(k => k.Id).Distinct(StringComparer.Ordinal).Count() != keys.Count) throw Unreadable("two keys have one id");
        return new KeyRing(keys);
    }

    /// <summary>The text form of <paramref name="keys"/>.</summary>
    public static string Format(IEnumerable<ProtectionKey> keys) => string.Concat(keys.Select(k => $"{k.Id}:{Convert.ToBase64String(k.Key.Span)}\n"));

    private static ProtectionKey ParseKey(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? "" : line[..colon];
        if (id.Length is 0 or > 32 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) throw Unreadable("a line is not of the form id:key");
        var key = new byte[ProtectionKey.Bytes];
        if (!Convert.TryFromBase64String(line[(colon + 1)..], key, out var bytes) || bytes != key.Length) throw Unreadable($"the key {id} is not the base64 of 32 bytes");
        return new ProtectionKey(id, key);
    }

    private static FlowException Unreadable(string why) =>
        new(ErrorCodes.FieldUnreadable, $"The field keys cannot be used: {why}.", "Each line is id:base64 of 32 bytes, newest first; see docs/storage.md.");
}
