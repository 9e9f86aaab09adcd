namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>What a turn asks the fake hub to do.</summary>
internal abstract record HubAction(int TaskId)
{
    public sealed record Activity(int TaskId, string Name, string Input) : HubAction(TaskId);

    public sealed record Child(int TaskId, string Name, string Input, string InstanceId) : HubAction(TaskId);

    public sealed record Timer(int TaskId, DateTime Due) : HubAction(TaskId);

    public sealed record Send(int TaskId, string InstanceId, string Name, string Payload) : HubAction(TaskId);
}
