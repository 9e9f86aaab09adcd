using MediaFlows.Core.Serialization;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>
/// A task that flow code may be awaiting. It is its own completion source: thousands of them wait at a time.
/// Continuations run inside the call that completes it, which is what keeps a turn in one piece and in order.
/// </summary>
internal sealed class FlowTask<T>(int id, string name, FlowSerializer serializer) : TaskCompletionSource<T>, IFlowTask
{
    public int Id => id;

    public string Name => name;

    public void Complete(in Payload payload)
    {
        T result;
        try
        {
            result = payload.IsEmpty ? default! : (T)serializer.FromBytes(payload.Bytes.Span, typeof(T))!;
        }
        catch (Exception e)
        {
            TrySetException(e);
            return;
        }

        TrySetResult(result);
    }

    public void Fail(Exception error) => TrySetException(error);

    public void Withdraw() => TrySetCanceled();
}
