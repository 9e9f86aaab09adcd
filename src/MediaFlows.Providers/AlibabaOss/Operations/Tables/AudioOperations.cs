using static MediaFlows.Providers.AlibabaOss.Operations.ParameterRule;

namespace MediaFlows.Providers.AlibabaOss.Operations.Tables;

/// <summary>Audio operations.</summary>
internal static class AudioOperations
{
    public static IReadOnlyList<OperationRule> All { get; } =
    [
        Audio("convert", OperationRole.MediaAsync, "audio/convert:f=mp3,ab=128000") with
        {
            Parameters = [Word("f", MediaParameters.AudioFormats), .. MediaParameters.Span, .. MediaParameters.Audio],
            Required = ["f"],
            Exclusive = [("ab", "aq")],
        },
        Audio("concat", OperationRole.MediaAsync, "audio/concat:f=mp3/sur,key=audio/b.mp3") with
        {
            TakesSegments = true,
            Parameters = [Word("f", MediaParameters.AudioFormats), .. MediaParameters.Span, .. MediaParameters.Audio, Whole("align", 0, 10)],
            Required = ["f"],
            Exclusive = [("ab", "aq")],
        },
        Audio("info", OperationRole.MediaInfo, "audio/info"),
    ];

    private static OperationRule Audio(string action, OperationRole role, string example) => new()
    {
        Name = "audio/" + action, Wire = action, Category = OperationCategory.Audio, Role = role, NeedsImm = true, Example = example,
    };
}
