using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.AlibabaOss.Imm;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Tasks;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss;

/// <summary>Everything that the simulated service remembers.</summary>
internal sealed class OssState
{
    private long _ids;

    public OssState(CloudContext cloud)
    {
        Cloud = cloud;
        Objects = new ObjectStore(cloud);
        Tasks = new TaskRunner(this);
        foreach (var bucket in (string[])[OssAccount.Bucket, OssAccount.PlainBucket])
            Buckets[bucket] = new SimulatedBucket(bucket, cloud.Time.GetUtcNow());
        Projects[OssAccount.Project] = new ImmProject(OssAccount.Project, "", cloud.Time.GetUtcNow());
        Attachments[OssAccount.Bucket] = OssAccount.Project;
    }

    public CloudContext Cloud { get; }

    public ObjectStore Objects { get; }

    public TaskRunner Tasks { get; }

    public ConcurrentDictionary<string, SimulatedBucket> Buckets { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, MultipartUpload> Uploads { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, ImmProject> Projects { get; } = new(StringComparer.Ordinal);

    /// <summary>Project by bucket.</summary>
    public ConcurrentDictionary<string, string> Attachments { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the knob <c>deny</c> (operation names, separated by commas or blanks) takes this operation's permission away.</summary>
    public bool Denies(string operation) =>
        Cloud.Knob("deny")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Contains(operation, StringComparer.OrdinalIgnoreCase) == true;

    public DateTimeOffset Now => Cloud.Time.GetUtcNow();

    /// <summary>A new id of 32 hex digits, unique in the process.</summary>
    public string NewId(string kind) =>
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes($"{kind}/{Interlocked.Increment(ref _ids)}/{Cloud.BaseUri.Port}")));

    /// <summary>A new id in the form of a UUID.</summary>
    public string NewUuid(string kind) => new Guid(Convert.FromHexString(NewId(kind))).ToString();
}
