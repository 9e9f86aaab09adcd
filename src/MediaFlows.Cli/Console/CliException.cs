using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Console;

/// <summary>Ends a command with an exit code and one JSON line on standard output.</summary>
internal sealed class CliException(int exitCode, JsonObject document) : Exception(document["error"]?.ToString() ?? "failed")
{
    public CliException(int exitCode, string code, string message, string? hint = null)
        : this(exitCode, Describe(code, message, hint))
    {
    }

    public int ExitCode { get; } = exitCode;

    public JsonObject Document { get; } = document;

    public static JsonObject Describe(string? code, string message, string? hint)
    {
        var o = new JsonObject { ["error"] = message };
        if (code is not null) o["code"] = code;
        if (hint is not null) o["hint"] = hint;
        return o;
    }
}
