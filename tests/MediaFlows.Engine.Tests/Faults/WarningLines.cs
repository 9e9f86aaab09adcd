using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>Keeps the lines of warning and above, each with the time that had passed.</summary>
internal sealed class WarningLines(TimeProvider time) : ILoggerProvider, ILogger
{
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public ConcurrentQueue<(TimeSpan After, string Line)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Lines.Enqueue((time.GetUtcNow() - _start, formatter(state, exception)));
    }

    public void Dispose()
    {
    }
}
