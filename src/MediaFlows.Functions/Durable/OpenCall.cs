using System.Text.Json;
using MediaFlows.Functions.Resuming;

namespace MediaFlows.Functions.Durable;

/// <summary>A call of the flow that has no answer yet.</summary>
internal sealed class OpenCall(int position, RecordedCallKind kind, string name, string key)
{
    private readonly TaskCompletionSource<JsonElement> _answer = new();

    /// <summary>Position in code order.</summary>
    public int Position => position;

    public RecordedCallKind Kind => kind;

    public string Name => name;

    /// <summary>See <see cref="RecordedCall.Key"/>.</summary>
    public string Key => key;

    /// <summary>Makes the call on the platform; null for events and ends, which are only waited for.</summary>
    public Func<Task<JsonElement>>? Start { get; init; }

    /// <summary>UTC due time of a timer.</summary>
    public DateTime? Due { get; init; }

    public Task<JsonElement> Answer => _answer.Task;

    /// <summary>True for what an end waits for: work under way whose result must not be lost.</summary>
    public bool IsWork => kind is RecordedCallKind.Activity or RecordedCallKind.SubFlow;

    /// <summary>In plain words, for the status.</summary>
    public string Waits => kind switch
    {
        RecordedCallKind.Activity => $"activity {name}",
        RecordedCallKind.SubFlow => $"flow {name}",
        RecordedCallKind.Timer => $"timer until {Due:yyyy-MM-ddTHH:mm:ssZ}",
        RecordedCallKind.Event => $"event {name}",
        _ => "a decision",
    };

    public bool Complete(JsonElement result) => _answer.TrySetResult(result);

    public bool Fail(Exception exception) => _answer.TrySetException(exception);

    public bool Withdraw(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);
}
