using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Which operations and output modes go together in <c>oss.process</c>.</summary>
internal static class ProcessRules
{
    public static ImmNeed Imm(OperationChain chain) =>
        !chain.NeedsImm ? ImmNeed.None
        // By the document a binding is needed for frames too; the service cuts basic frames without one, so its absence warns.
        : chain.First.Name == "video/snapshot" ? ImmNeed.Wanted
        : ImmNeed.Required;

    public static void Check(OssProcessInput input, OperationChain chain, InputErrors errors)
    {
        switch (chain.Role)
        {
            case OperationRole.File:
                errors.Add("operations", $"'{chain.First.Name}' is a flow of its own: oss.{chain.First.Name}.");
                return;
            case OperationRole.Extract:
                errors.Add("operations", "'blindwatermark-extract' is asynchronous: use oss.blindwatermark-extract.");
                return;
            case OperationRole.MediaAsync:
                errors.Add("operations", $"'{chain.First.Name}' is asynchronous only: use oss.process-async.");
                return;
        }

        var mode = input.OutputMode ?? OssOutputMode.Url;
        if (chain.AnswersJson)
        {
            if (input.Verify == true) errors.Add("verify", "An operation that reads properties has no saved result to verify.");
            return;
        }

        if (chain.First.Name == "hls/m3u8" && mode != OssOutputMode.Url) errors.Add("outputMode", "hls/m3u8 supports output mode url only.");
        if (mode == OssOutputMode.Download && input.OutputPath is null) errors.Add("outputPath", "Output mode download requires outputPath.");
        if (mode == OssOutputMode.Save && input.TargetKey is null) errors.Add("targetKey", "Output mode save requires targetKey.");
        if (mode == OssOutputMode.Url && input.Uri is not null && chain.Role != OperationRole.Embed)
            errors.Add("outputMode", "Output mode url needs a source in the bucket: a temporary upload is removed when the flow ends, and the link would be dead. Use download or save.");
        if (input.Verify == true && mode != OssOutputMode.Save) errors.Add("verify", "Only a saved object can be verified: use output mode save.");
    }
}
