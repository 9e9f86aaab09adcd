using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Logging;

/// <summary>
/// Log lines as text: <c>2026-01-15T12:34:56.789Z info MediaFlows.Engine: …</c>. Every line is redacted by the one rule for URLs before it leaves the process.
/// </summary>
[ProviderAlias("Line")]
internal sealed class LineLoggerProvider(TextWriter output, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    public void Dispose()
    {
        lock (_lock) output.Flush();
    }

    public void Write(string line)
    {
        lock (_lock) output.WriteLine(line);
    }

    public DateTime Now => time.GetUtcNow().UtcDateTime;
}
