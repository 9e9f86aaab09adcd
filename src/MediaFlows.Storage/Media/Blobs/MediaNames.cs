using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>Names in media storage: paths of plain segments that mean the same in a URL, in a listing and on a disk.</summary>
internal static class MediaNames
{
    private const int MaxLength = 512;

    /// <summary>The name, if it is one.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    public static string Check(string name)
    {
        if (name.Length is 0 or > MaxLength) throw Wrong($"A media name has 1 to {MaxLength} characters.");
        if (name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\\' or '?' or '#' or '%' or ':' or '*' or '"' or '<' or '>' or '|'))
            throw Wrong("A media name holds no control characters and none of \\ ? # % : * \" < > |.");
        foreach (var segment in name.Split('/'))
        {
            if (segment.Length == 0 || segment.Trim() != segment || segment.EndsWith('.')) throw Wrong("The parts of a media name between slashes are not empty, do not begin or end with a blank and do not end with a dot.");
        }

        return name;
    }

    private static InvalidInputException Wrong(string message) => new("blob", message);
}
