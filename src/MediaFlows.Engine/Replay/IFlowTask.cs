using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>A task that flow code may be awaiting, without its result type.</summary>
internal interface IFlowTask
{
    /// <summary>Task id; or the id of the wait.</summary>
    int Id { get; }

    /// <summary>Activity, flow or event name.</summary>
    string Name { get; }

    void Complete(in Payload payload);

    void Fail(Exception error);

    void Withdraw();
}
