using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>What an asynchronous request must fulfil beside the rules of its operation.</summary>
internal static class AsyncRules
{
    public static void Check(OssProcessAsyncInput input, OperationChain chain, InputErrors errors)
    {
        if (chain.Role != OperationRole.MediaAsync)
        {
            errors.Add("operations", $"'{chain.First.Name}' is not an asynchronous media operation: use {(chain.Role == OperationRole.Extract ? "oss.blindwatermark-extract" : chain.Role == OperationRole.File ? "oss." + chain.First.Name : "oss.process")}.");
            return;
        }

        if (input.TargetKey is null) errors.Add("targetKey", $"{chain.First.Name} requires targetKey: asynchronous results are saved in OSS.");
        else if (chain.First.Name == "video/snapshots" && HasExtension(input.TargetKey))
            errors.Add("targetKey", $"video/snapshots requires a targetKey without an extension, not '{input.TargetKey}': with one every frame overwrites the same object. Example: frames/clip.");
        if (input.Alignment is not null && !chain.First.Rule.TakesSegments) errors.Add("alignment", "alignment is only for concat.");
        if (input.Verify == true && chain.First.Name == "video/snapshots") errors.Add("verify", "A set of frames cannot be verified as one object; process each frame with info.");
        if (input.Wait != false) return;
        if (input.Uri is not null) errors.Add("wait", "A temporary upload needs the flow to wait for the job: it is removed at the flow's end.");
        if (input.OutputPath is not null || input.Verify == true) errors.Add("wait", "Download and verification need the flow to wait for the job.");
    }

    private static bool HasExtension(string key) => key[(key.LastIndexOf('/') + 1)..].LastIndexOf('.') > 0;
}
