namespace MediaFlows.Functions.Naming;

/// <summary>
/// Names of functions. Function names take letters, digits, <c>-</c> and <c>_</c> only, so the dot of a catalog name becomes <c>_</c>, which no
/// catalog name holds: the mapping can be read back. Flows have no prefix, because theirs are the names that monitors list.
/// </summary>
public static class FunctionNames
{
    /// <summary>Activity that keeps a part of an ended run.</summary>
    public const string KeepRun = "activity_mediaflows_keep-run";

    /// <summary>Activity that reads a part of an ended run.</summary>
    public const string ReadRun = "activity_mediaflows_read-run";

    private const string ActivityPrefix = "activity_";

    /// <summary>The orchestrator function of a flow: <c>byteplus.upload-url</c> is <c>byteplus_upload-url</c>.</summary>
    public static string Flow(string flow) => flow.Replace('.', '_');

    /// <summary>The flow of an orchestrator function; the reverse of <see cref="Flow"/>.</summary>
    public static string FlowOf(string function) => function.Replace('_', '.');

    /// <summary>The activity function of an activity: <c>byteplus.apply-upload</c> is <c>activity_byteplus_apply-upload</c>.</summary>
    public static string Activity(string activity) => ActivityPrefix + activity.Replace('.', '_');
}
