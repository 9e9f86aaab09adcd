using System.Text.Json;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>The settings of <c>PUT /_sim/knobs</c> that this cloud reads.</summary>
internal sealed class JimengKnobs(CloudContext cloud)
{
    /// <summary>Seconds from a submit to <c>generating</c>.</summary>
    public TimeSpan QueueTime => TimeSpan.FromSeconds(cloud.Knob("queueSeconds", 1));

    /// <summary>Seconds from a submit to <c>done</c>.</summary>
    public TimeSpan JobTime => TimeSpan.FromSeconds(cloud.Knob("jobSeconds", 4));

    /// <summary>Hours that a task can be asked for.</summary>
    public TimeSpan TaskLife => TimeSpan.FromHours(cloud.Knob("taskHours", 12));

    /// <summary>Seconds that a result URL lives.</summary>
    public TimeSpan UrlLife => TimeSpan.FromSeconds(cloud.Knob("urlSeconds", 3600));

    /// <summary>True refuses undocumented lengths and enforces the limits below.</summary>
    public bool Strict => Flag("strict");

    /// <summary>Submits a second per <c>req_key</c>, when strict.</summary>
    public int Qps => (int)cloud.Knob("qps", 2);

    /// <summary>Unfinished tasks per <c>req_key</c>, when strict.</summary>
    public int Concurrency => (int)cloud.Knob("concurrency", 2);

    /// <summary>True answers <c>done</c> without a URL.</summary>
    public bool NoUrl => Flag("noUrl");

    /// <summary>True leaves the task id out of accepted submits.</summary>
    public bool NoTaskId => Flag("noTaskId");

    /// <summary>Code in <c>failCode</c> beside <c>status: done</c> instead of no data.</summary>
    public bool FailDone => Flag("failDone");

    /// <summary>True wraps failing queries in the gateway's envelope, as seen in captured answers.</summary>
    public bool WrapErrors => Flag("wrapErrors");

    /// <summary>True serves the embedded sample instead of rendering.</summary>
    public bool Sample => cloud.Knob("renderer") == "sample";

    /// <summary>Another word for a status (<c>status.generating</c>).</summary>
    public string StatusWord(string status) => cloud.Knob("status." + status) ?? status;

    /// <summary>Code of calls or tasks that <c>failNext</c> makes fail.</summary>
    public string FailCode => cloud.Knob("failCode") ?? "50412";

    /// <summary><c>submit</c> or <c>query</c>; null leaves it to the code.</summary>
    public string? FailAt => cloud.Knob("failAt");

    /// <summary>Takes one from a counter knob (<c>failNext</c>, <c>lateVideo</c>, <c>forgetNext</c>); false once it is used up.</summary>
    public bool TakeOne(string name)
    {
        var left = cloud.Knob(name, 0);
        if (left < 1) return false;
        cloud.Knobs[name] = left - 1;
        return true;
    }

    private bool Flag(string name) => cloud.Knobs.TryGetValue(name, out var node) && node.GetValueKind() == JsonValueKind.True;
}
