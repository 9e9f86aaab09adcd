using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Console;

/// <summary>Standard output carries JSON (or what <c>--output</c> asks for), standard error everything else; progress only on a terminal.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool interactive, bool colour)
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Pretty = new(Line) { WriteIndented = true };
    private int _progressWidth;

    public static Terminal Process { get; } = new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsErrorRedirected && !System.Console.IsInputRedirected,
        !System.Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>True when a person sits at it: progress is shown and questions may be asked.</summary>
    public bool Interactive { get; } = interactive;

    public bool Colour { get; } = colour;

    /// <summary>One JSON document on one line.</summary>
    public void WriteJson(JsonNode? node)
    {
        EndProgress();
        Out.WriteLine(node?.ToJsonString(Line) ?? "null");
        Out.Flush();
    }

    /// <summary>One JSON document over several lines, for people.</summary>
    public void WritePretty(JsonNode? node)
    {
        EndProgress();
        Out.WriteLine(node?.ToJsonString(Pretty) ?? "null");
    }

    public void WriteText(string text)
    {
        EndProgress();
        Out.WriteLine(text);
    }

    /// <summary>Part of a text, shown at once.</summary>
    public void WritePiece(string text)
    {
        EndProgress();
        Out.Write(text);
        Out.Flush();
    }

    /// <summary>A message for people.</summary>
    public void Say(string text)
    {
        EndProgress();
        Error.WriteLine(text);
    }

    /// <summary>Replaces the progress line; silent when nobody watches.</summary>
    public void Progress(string text)
    {
        if (!Interactive) return;
        var width = Math.Max(20, WindowWidth() - 1);
        var line = text.Length > width ? text[..width] : text;
        Error.Write("\r" + line.PadRight(Math.Min(_progressWidth, width)));
        _progressWidth = line.Length;
    }

    private void EndProgress()
    {
        if (_progressWidth == 0) return;
        Error.Write("\r" + new string(' ', _progressWidth) + "\r");
        _progressWidth = 0;
    }

    private static int WindowWidth()
    {
        try
        {
            return System.Console.WindowWidth is > 0 and var w ? w : 100;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
