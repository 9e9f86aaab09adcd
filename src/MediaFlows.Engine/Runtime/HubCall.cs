using MediaFlows.Core.Errors;
using MediaFlows.Engine.Journal;

namespace MediaFlows.Engine.Runtime;

/// <summary>
/// A client's question or command. The answer is given once everything that was recorded up to it is durable, so nobody is ever told
/// of a state that a crash could take back.
/// </summary>
internal sealed class HubCall<T>(Func<Hub, T> work) : IHubMessage, IDurableEffect
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public void Handle(Hub hub)
    {
        try
        {
            _result = work(hub);
        }
        catch (FlowException e)
        {
            _answer.TrySetException(e);
            return;
        }

        hub.AfterUnit(this);
    }

    public void OnDurable() => _answer.TrySetResult(_result);

    public void OnLost(Exception error) => _answer.TrySetException(error);

    public void Refuse(Exception error) => _answer.TrySetException(error);
}
