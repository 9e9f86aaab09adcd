using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;

namespace MediaFlows.Engine.Queries;

/// <summary>What a start must keep to, beside its input.</summary>
internal static class StartRules
{
    private const int LongestId = 100;
    private const int MostTags = 16;

    public static void Check(string id, FlowStart start)
    {
        var errors = new InputErrors();
        if (id.Length is 0 or > LongestId || id[0] == '@' || !id.All(IsAllowed))
            errors.Add("instanceId", "An instance id has 1 to 100 letters, digits or any of -_.: and does not start with @.");
        if (start.Tags is { Count: > MostTags }) errors.Add("tags", $"At most {MostTags} tags are kept.");
        errors.ThrowIfAny();
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':';
}
