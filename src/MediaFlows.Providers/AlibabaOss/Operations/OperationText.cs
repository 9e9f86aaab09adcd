using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Prints an operation in the users' form; <see cref="OperationParser"/> reads it back to the same operation.</summary>
public static class OperationText
{
    /// <summary>The text. A value that holds both kinds of quotes has no faithful form; such values are refused by the checks.</summary>
    public static string Format(MediaOperation operation)
    {
        var text = new StringBuilder(operation.Name);
        if (operation.Parameters.Count > 0 || operation.Segments.Count > 0) text.Append(':');
        text.AppendJoin(',', operation.Parameters.Select(p => p.Key + "=" + QuotedText.Quote(p.Value)));
        foreach (var segment in operation.Segments)
        {
            text.Append('/').Append(segment.Word).Append(",o_").Append(Base64Url.Encode(segment.Key));
            foreach (var (name, value) in segment.Items) text.Append(',').Append(name).Append('_').Append(value);
        }

        return text.ToString();
    }
}
