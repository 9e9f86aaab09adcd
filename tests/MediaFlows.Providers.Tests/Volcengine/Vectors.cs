using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Tests.Volcengine;

/// <summary>The fixed inputs of the reference's vectors, which were made by running the official SDKs' signers.</summary>
internal static class Vectors
{
    public const string StartExecutionBody =
        """{"Input": {"Type": "Vid", "Vid": "v0310abc"}, "Operation": {"Type": "Task", "Task": {"Type": "Enhance", "Enhance": {"Type": "Moe", "MoeEnhance": {"Config": "common", "VideoStrategy": {"RepairStyle": 1, "RepairStrength": 0}}}}}}""";

    public static readonly VolcengineCredential Credential = new("AKLTEXAMPLEACCESSKEY0001", "TESTSECRETKEY-not-real-0123456789abcdef==");

    public static readonly VolcengineScope Vod = new("ap-southeast-1", "vod");

    public static readonly VolcengineScope Visual = new("cn-north-1", "cv");

    public static readonly DateTimeOffset At = new(2026, 1, 15, 12, 34, 56, TimeSpan.Zero);

    public static readonly IReadOnlyList<KeyValuePair<string, string>> ApplyUploadInfo =
    [
        new("Action", "ApplyUploadInfo"), new("Version", "2023-01-01"), new("SpaceName", "my_space"), new("FileSize", "1048576"), new("FileType", ""),
        new("FileName", "dir a/测试 clip~1.mp4"), new("FileExtension", ".mp4"), new("StorageClass", "1"), new("NeedFallback", "True"),
    ];

    public static IReadOnlyList<KeyValuePair<string, string>> Action(string action, string version, params (string Key, string Value)[] more) =>
        [new("Action", action), new("Version", version), .. more.Select(m => new KeyValuePair<string, string>(m.Key, m.Value))];
}
