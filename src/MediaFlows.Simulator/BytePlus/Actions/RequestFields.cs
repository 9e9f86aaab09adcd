using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary>Reading fields by the service's rules.</summary>
internal static class RequestFields
{
    private const string Forbidden = "?$\a\b\t\n\v\f\r";

    public static string Required(this VolcengineRequest request, string name) =>
        request.Query(name) is { Length: > 0 } value ? value : throw Missing(name);

    public static ActionFailure Missing(string name) => new(new VolcengineRefusal(400, "MissingParameter", null, $"{name} is required."));

    /// <summary>A space name as the account has them; names that start with <c>absent</c> stand for spaces that it does not have.</summary>
    public static string Space(string value)
    {
        if (value.Length == 0) throw Missing("SpaceName");
        if (value.StartsWith("absent", StringComparison.Ordinal) || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw ActionFailure.Invalid("InvalidSpaceName", $"The space {value} does not exist.");
        return value;
    }

    /// <summary>A file name by the documented rules, and its extension.</summary>
    public static string FileName(string name, string extension)
    {
        if (extension.Length > 0 && (extension[0] != '.' || extension.Length > 8))
            throw ActionFailure.Invalid("FileExtension", "FileExtension starts with a dot and has at most 8 characters.");
        if (name.Length > 1024 || name.StartsWith('/') || name.IndexOfAny(Forbidden.ToCharArray()) >= 0)
            throw ActionFailure.Invalid("FileName", "FileName is not valid.");
        if (extension.Length > 0 && !name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            throw ActionFailure.Invalid("FileName", "FileName must contain the extension.");
        return name;
    }
}
