using System.Text;

namespace MediaFlows.Engine.Replay;

/// <summary>What the event of a started child holds beside name, id and input.</summary>
/// <param name="Version">Version of the child's flow; null for the current one.</param>
/// <param name="NotifyId">The companion that is told of the child, or null.</param>
internal readonly record struct ChildStart(string? Version, string? NotifyId)
{
    // Neither a version nor an id has a line end.
    private const char Separator = '\n';

    public ReadOnlyMemory<byte> ToBytes() => (Version, NotifyId) switch
    {
        (null, null) => default,
        (_, null) => Encoding.UTF8.GetBytes(Version),
        _ => Encoding.UTF8.GetBytes($"{Version}{Separator}{NotifyId}"),
    };

    public static ChildStart Read(ReadOnlyMemory<byte> bytes)
    {
        var parts = Encoding.UTF8.GetString(bytes.Span).Split(Separator, 2);
        return new ChildStart(parts[0].Length == 0 ? null : parts[0], parts.Length == 2 ? parts[1] : null);
    }
}
