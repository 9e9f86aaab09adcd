using System.Diagnostics;
using MediaFlows.Core.Redaction;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Logging;

/// <summary>Writes one redacted line per entry; an exception follows on lines of its own.</summary>
internal sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var trace = Activity.Current is { } activity ? $" [{activity.TraceId.ToHexString()}]" : "";
        // A message of several lines would let a value that a user sent look like a line of its own.
        var text = formatter(state, exception).ReplaceLineEndings(" ");
        var line = $"{provider.Now:yyyy-MM-ddTHH:mm:ss.fffZ} {Word(logLevel)} {category}{trace}: {text}";
        provider.Write(SignedUrls.RedactAll(exception is null ? line : line + Environment.NewLine + exception));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
