using System.Text.Json;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.BytePlus;

/// <summary>The settings of <c>PUT /_sim/knobs</c> that this cloud reads.</summary>
internal sealed class BytePlusKnobs(CloudContext cloud)
{
    /// <summary>Seconds from a submit to its end.</summary>
    public TimeSpan JobTime => TimeSpan.FromSeconds(cloud.Knob("jobSeconds", 4));

    /// <summary>Seconds that an upload authorization is good for.</summary>
    public TimeSpan UploadAuthTime => TimeSpan.FromSeconds(cloud.Knob("uploadAuthSeconds", 3600));

    /// <summary>False refuses Pro with 403, as for an account that is not on the allowlist.</summary>
    public bool ProAllowed => Flag("proAllowed");

    /// <summary><c>start</c> or <c>poll</c>: which call refuses Pro.</summary>
    public string ProDeniedAt => cloud.Knob("proDeniedAt") ?? "start";

    /// <summary>Error code of jobs that <c>failNext</c> makes fail.</summary>
    public string FailCode => cloud.Knob("failCode") ?? "InvalidParameter.InvalidMediaStream";

    /// <summary>Word for the state <paramref name="state"/>, to try other spellings (<c>state.Running</c>).</summary>
    public string StateWord(string state) => cloud.Knob("state." + state) ?? state;

    /// <summary>True for upload hosts that cannot be reached: the main address is given a dead host.</summary>
    public bool DeadMainHost => Flag("deadMainHost");

    /// <summary>Offers no candidate addresses, only the plain one.</summary>
    public bool NoCandidates => Flag("noCandidates");

    /// <summary>Forgets an upload id once it is merged, so that a repeated merge is answered with 404.</summary>
    public bool ForgetMerged => Flag("forgetMerged");

    /// <summary>Domains without service listed before the real one.</summary>
    public int ExtraDomains => (int)cloud.Knob("extraDomains", 0);

    /// <summary><c>enable</c> or another word.</summary>
    public string CdnStatus => cloud.Knob("cdnStatus") ?? "enable";

    /// <summary><c>typea</c>, <c>none</c>, or a kind that a client must skip.</summary>
    public string PlayAuth => cloud.Knob("playAuth") ?? "typea";

    /// <summary>True when the storage host checks Type A signatures.</summary>
    public bool StorageAuth => Flag("storageAuth");

    /// <summary>Seconds that a play URL lives after the time in it.</summary>
    public TimeSpan PlayValidity => TimeSpan.FromSeconds(cloud.Knob("playValiditySeconds", 1800));

    /// <summary>True to re-encode through ffmpeg where it is installed; false copies the source.</summary>
    public bool Reencode => !cloud.Knobs.ContainsKey("reencode") || Flag("reencode");

    /// <summary>Takes one from a counter knob (<c>failNext</c>); false once it is used up.</summary>
    public bool TakeOne(string name)
    {
        var left = cloud.Knob(name, 0);
        if (left < 1) return false;
        cloud.Knobs[name] = left - 1;
        return true;
    }

    private bool Flag(string name) => cloud.Knobs.TryGetValue(name, out var node) && node.GetValueKind() == JsonValueKind.True;
}
