using MediaFlows.Providers.BytePlus.Api.Contracts;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>The addresses of one <c>ApplyUploadInfo</c>, in the order to try them; at least one.</summary>
/// <param name="Targets">Candidates main, backup, fallback; then the plain address.</param>
public sealed record UploadOffer(IReadOnlyList<UploadTarget> Targets)
{
    /// <summary>Reads an answer; null when it holds no usable address.</summary>
    internal static UploadOffer? Read(ApplyUploadResult result)
    {
        if (result.Data is not { } data) return null;
        IReadOnlyList<UploadAddress> addresses =
        [
            .. data.CandidateUploadAddresses?.MainUploadAddresses ?? [],
            .. data.CandidateUploadAddresses?.BackupUploadAddresses ?? [],
            .. data.CandidateUploadAddresses?.FallbackUploadAddresses ?? [],
            .. data.UploadAddress is null ? (UploadAddress[])[] : [data.UploadAddress],
        ];
        var targets = new List<UploadTarget>();
        foreach (var target in addresses.SelectMany(TargetsOf))
            if (!targets.Exists(t => t.IsSameObject(target))) targets.Add(target);
        return targets.Count == 0 ? null : new UploadOffer(targets);
    }

    private static IEnumerable<UploadTarget> TargetsOf(UploadAddress address)
    {
        if (address.StoreInfos is not [{ StoreUri: { Length: > 0 } uri, Auth: { } auth }, ..] || address.SessionKey is not { Length: > 0 } key)
            return [];
        return (address.UploadHosts ?? []).Where(h => h.Length > 0).Select(h => new UploadTarget(h, uri, auth, key) { Headers = address.UploadHeader ?? [] });
    }
}
