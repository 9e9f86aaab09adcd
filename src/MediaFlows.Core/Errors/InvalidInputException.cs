using System.Text.Json.Nodes;

namespace MediaFlows.Core.Errors;

/// <summary>The input breaks a rule of the flow. Nothing was started or paid.</summary>
public sealed class InvalidInputException : FlowException
{
    /// <summary>Findings per JSON field name, with the JSON that a provider's document prescribes for a refused input, where it does.</summary>
    public InvalidInputException(IReadOnlyDictionary<string, string[]> fields, JsonNode? document = null)
        : base(new FlowError(ErrorCodes.InvalidInput, string.Join(" ", fields.SelectMany(f => f.Value)))
        {
            Hint = "Correct the named fields and send it again; nothing was started.",
            Document = document,
        }) => Fields = fields;

    /// <summary>One field, one finding.</summary>
    public InvalidInputException(string field, string message)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] })
    {
    }

    /// <summary>What is wrong, per JSON field name (dotted for nested fields).</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; }
}
