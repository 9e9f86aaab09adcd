namespace MediaFlows.Engine.Store;

/// <summary>An ended instance and its ended children as they were read from the archive, with the large payloads of all of them.</summary>
internal sealed class ArchivedFamily
{
    private readonly Dictionary<long, (FinishedRow Row, ReadOnlyMemory<byte> History)> _members = [];
    private readonly Dictionary<long, IReadOnlyDictionary<string, byte[]>> _payloads = [];

    public void Add(in FinishedRow row, ReadOnlyMemory<byte> history) => _members[row.Number] = (row, history);

    public void AddPayloads(long number, IReadOnlyDictionary<string, byte[]> payloads) => _payloads[number] = payloads;

    /// <summary>The document, if it still is what was read.</summary>
    public bool TryFind(in FinishedRow row, out ReadOnlyMemory<byte> history)
    {
        var found = _members.TryGetValue(row.Number, out var member) && member.Row == row;
        history = found ? member.History : default;
        return found;
    }

    public IReadOnlyDictionary<string, byte[]>? PayloadsOf(long number) => _payloads.GetValueOrDefault(number);
}
