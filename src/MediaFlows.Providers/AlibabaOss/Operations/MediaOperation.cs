using System.Globalization;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>One parsed operation.</summary>
/// <param name="Rule">Its row in the tables.</param>
/// <param name="Parameters">Parameters by the users' names, in order, each once.</param>
/// <param name="Segments">Other inputs of a <c>concat</c>.</param>
public sealed record MediaOperation(OperationRule Rule, IReadOnlyList<KeyValuePair<string, string>> Parameters, IReadOnlyList<ConcatSegment> Segments)
{
    /// <summary>Its name.</summary>
    public string Name => Rule.Name;

    /// <summary>A parameter's value, or null when it was not given.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Parameters)
                if (key == name) return value;
            return null;
        }
    }

    /// <summary>A whole number, or null when it was not given or is none.</summary>
    public long? Whole(string name) => long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>True when the service can only run it in a bucket that is bound to an IMM project.</summary>
    public bool NeedsImm => Rule.NeedsImm || (Rule.Name is "crop" or "blur" && this["g"] is "auto" or "face" or "faces");

    /// <summary>A copy with <paramref name="name"/> set.</summary>
    public MediaOperation With(string name, string value) => this with { Parameters = [.. Parameters.Where(p => p.Key != name), new(name, value)] };
}
