using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Image operations that IMM carries out: blind watermarks and detection.</summary>
internal static class ImmImageOperations
{
    public static IReadOnlyList<OperationRule> All { get; } =
    [
        new()
        {
            Name = "blindwatermark-embed", Wire = "blindwatermark", Category = OperationCategory.Image, Role = OperationRole.Embed, NeedsImm = true,
            Parameters = [Text("content"), Word("s", "low", "medium", "high"), Whole("q", 70, 100)],
            Required = ["content"],
            Example = "blindwatermark-embed:content=copyright,s=low",
        },
        new()
        {
            Name = "blindwatermark-extract", Wire = "deblindwatermark", Category = OperationCategory.Image, Role = OperationRole.Extract, NeedsImm = true,
            Parameters = [Word("s", "low", "medium", "high"), Word("model", "FFT", "FFT_FULL", "DWT", "DWT_IBG")],
            Example = "blindwatermark-extract:s=low",
        },
        Detection("faces"), Detection("bodies"), Detection("cars"), Detection("codes"), Detection("labels"), Detection("score"),
    ];

    private static OperationRule Detection(string name) => new()
    {
        Name = name, Wire = name, Category = OperationCategory.Image, Role = OperationRole.Detect, NeedsImm = true, Example = name,
    };
}
