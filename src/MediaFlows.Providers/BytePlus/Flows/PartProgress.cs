using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>What has been sent of an upload in parts.</summary>
internal sealed class PartProgress(UploadTarget target, string uploadId, IReadOnlyList<IReadOnlyList<PartRange>> steps)
{
    private readonly SentParts?[] _sent = new SentParts?[steps.Count];

    /// <summary>The object that the parts belong to.</summary>
    public UploadTarget Target => target;

    public string UploadId => uploadId;

    public IReadOnlyList<IReadOnlyList<PartRange>> Steps => steps;

    /// <summary>Steps that are not finished.</summary>
    public IReadOnlyList<int> Missing => [.. Enumerable.Range(0, steps.Count).Where(i => _sent[i] is null)];

    /// <summary>Bytes of the finished steps.</summary>
    public long Sent => steps.Where((_, i) => _sent[i] is not null).Sum(s => s.Sum(p => p.Length));

    /// <summary>Checksums of all parts in order, once every step is finished.</summary>
    public IReadOnlyList<string> Crcs => [.. _sent.SelectMany(s => s!.Crcs)];

    /// <summary>What the gateway recognized in part 1.</summary>
    public string? ContentType => _sent[0]?.ContentType;

    public void Finish(int step, SentParts sent) => _sent[step] = sent;
}
