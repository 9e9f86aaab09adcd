using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Prints a chain of operations as the service's process string.</summary>
public static class ProcessString
{
    // Chinese text needs a font that has it; the reference always names this one.
    private const string DefaultFont = "wqy-microhei";

    /// <summary>The process string of a valid chain, without <c>sys/saveas</c>.</summary>
    public static string Format(IReadOnlyList<MediaOperation> operations)
    {
        var text = new StringBuilder(Prefix(operations[0].Rule.Category));
        foreach (var operation in operations) Append(text, operation);
        return text.ToString();
    }

    /// <summary>The part that persists a result.</summary>
    /// <param name="key">Target key.</param>
    /// <param name="bucket">Target bucket.</param>
    public static string SaveAs(string key, string bucket) => $"|sys/saveas,o_{Base64Url.Encode(key)},b_{Base64Url.Encode(bucket)}";

    internal static string Prefix(OperationCategory category) => category switch
    {
        OperationCategory.Image => "image",
        OperationCategory.Video => "video",
        OperationCategory.Audio => "audio",
        OperationCategory.Hls => "hls",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Files have no process string."),
    };

    private static void Append(StringBuilder text, MediaOperation operation)
    {
        text.Append('/').Append(operation.Rule.Wire);
        if (operation.Parameters.Count == 0 && operation.Rule.BareValue is { } bare) text.Append(',').Append(bare);
        foreach (var (name, value) in operation.Parameters)
        {
            var rule = operation.Rule.Find(name);
            if (rule is { Wire: null }) continue;
            text.Append(',');
            if (rule?.ValueOnly != true) text.Append(rule?.Wire ?? name).Append('_');
            text.Append(Value(operation, rule, name, value));
        }

        if (operation.Name == "watermark" && operation["text"] is not null && operation["type"] is null)
            text.Append(",type_").Append(Base64Url.Encode(DefaultFont));
        foreach (var segment in operation.Segments)
        {
            text.Append('/').Append(segment.Word).Append(",o_").Append(Base64Url.Encode(segment.Key));
            foreach (var (name, value) in segment.Items) text.Append(',').Append(name).Append('_').Append(value);
        }
    }

    private static string Value(MediaOperation operation, ParameterRule? rule, string name, string value)
    {
        if (rule is null) return value;
        if (operation.Name == "watermark" && name == "image" && operation["preprocess"] is { } preprocess)
            value = value + "?x-oss-process=image/" + preprocess.Replace('+', '/');
        if (operation.Name == "watermark" && name == "shadow" && !long.TryParse(value, out _)) return Base64Url.Encode(value);
        return rule.Encoded ? Base64Url.Encode(value) : rule.Shorthands.GetValueOrDefault(value, value);
    }
}
