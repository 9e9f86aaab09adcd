using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Accounts;

/// <summary>The service's rule for names of containers and queues, checked here because its own answer does not name the setting.</summary>
internal static class ContainerNames
{
    /// <summary>The name, if it is one.</summary>
    /// <exception cref="FlowException"><c>MF1001</c>.</exception>
    public static string Check(string name)
    {
        var plain = name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (plain && name.Length is >= 3 and <= 63 && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal)) return name;
        throw new FlowException(
            ErrorCodes.InvalidInput,
            $"'{name}' cannot be the name of a container: it has 3 to 63 lower-case letters, digits and single dashes between them.",
            "Change MEDIAFLOWS_HUB (its media container has -media behind it) or MEDIAFLOWS_MEDIA_CONTAINER.");
    }
}
