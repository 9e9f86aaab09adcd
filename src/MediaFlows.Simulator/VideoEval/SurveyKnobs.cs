using System.Text.Json;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>The settings of <c>PUT /_sim/knobs</c> that this cloud reads.</summary>
internal sealed class SurveyKnobs(CloudContext cloud)
{
    /// <summary>Seconds from a task's creation to <c>RUNNING</c>.</summary>
    public TimeSpan QueueTime => TimeSpan.FromSeconds(cloud.Knob("queueSeconds", 1));

    /// <summary>Seconds from a task's creation to its end.</summary>
    public TimeSpan JobTime => TimeSpan.FromSeconds(cloud.Knob("jobSeconds", 4));

    /// <summary>True for an account that paid: no rolling quota.</summary>
    public bool Enabled => cloud.Knobs.TryGetValue("enabled", out var node) && node.GetValueKind() == JsonValueKind.True;

    /// <summary>HTTP status of a quota refusal: 200 or 403, since the real one is not public.</summary>
    public int QuotaStatus => (int)cloud.Knob("quotaStatus", 200);

    /// <summary>Videos of the account submitted elsewhere (the console) in the last 24 hours.</summary>
    public int UsedElsewhere => (int)cloud.Knob("usedElsewhere", 0);

    /// <summary>Form of a task's detail: <c>string</c> (as the service does it), <c>array</c>, <c>null</c>, <c>empty</c>, <c>broken</c>.</summary>
    public string DetailForm => cloud.Knob("detailForm") ?? "string";

    /// <summary>Form of ids in answers: <c>number</c> or <c>string</c>.</summary>
    public bool TextIds => cloud.Knob("ids") == "string";

    /// <summary>Another word for a status (<c>status.RUNNING</c>).</summary>
    public string StatusWord(string status) => cloud.Knob("status." + status) ?? status;

    /// <summary>True when <c>failNext</c> tasks are left that end <c>FAILED</c>; takes one.</summary>
    public bool TakeFailure()
    {
        var left = cloud.Knob("failNext", 0);
        if (left < 1) return false;
        cloud.Knobs["failNext"] = left - 1;
        return true;
    }
}
