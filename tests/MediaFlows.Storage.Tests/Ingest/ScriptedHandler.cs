using System.Collections.Concurrent;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;

namespace MediaFlows.Storage.Tests.Ingest;

/// <summary>Does with a message what its text says.</summary>
internal sealed class ScriptedHandler : IIngestHandler
{
    private int _now;

    public ConcurrentQueue<string> Handled { get; } = new();

    public int MostAtOnce { get; private set; }

    /// <summary>Holds messages named <c>wait</c> until it is set.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<FlowError?> HandleAsync(IngestMessage message, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(message.Body.Span);
        Handled.Enqueue(text);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
        try
        {
            await Task.Yield();
            switch (text.Split(' ')[0])
            {
                case "refuse": return new FlowError(ErrorCodes.BadJson, "It is no item.");
                case "fail": throw new FlowException(ErrorCodes.BlobNotFound, "Not there.");
                case "overload": throw new FlowException(new FlowError(ErrorCodes.Overloaded, "Not now.") { Retryable = true });
                case "crash": throw new InvalidOperationException("A mistake with c4n4ry in its text.");
                case "wait": await Gate.Task.WaitAsync(cancellationToken); return null;
                default: return null;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}
