using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary>Writes the text of an answer to a file that the user named.</summary>
internal static class TextFile
{
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The answer is paid: it must not be lost for a wrong path.
            var document = CliException.Describe(ErrorCodes.FileNotFound, $"The answer came, but '{path}' cannot be written.", "It is in this document; check the path.");
            document["received"] = text;
            throw new CliException(ExitCodes.Failed, document);
        }
    }
}
