using Microsoft.Extensions.Logging;

namespace MediaFlows.Functions.Durable;

/// <summary>A replay-safe logger that is also silent while the record of an ended run is played.</summary>
internal sealed class QuietWhilePlaying(ILogger inner, Func<bool> playing) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !playing() && inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!playing()) inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
