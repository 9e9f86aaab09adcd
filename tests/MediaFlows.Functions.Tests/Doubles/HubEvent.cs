namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>One recorded event of an orchestration on the fake hub.</summary>
internal abstract record HubEvent
{
    public sealed record TurnStarted(DateTime At) : HubEvent;

    public sealed record Completed(int TaskId, string? Result) : HubEvent;

    public sealed record Failed(int TaskId, string Message) : HubEvent;

    public sealed record TimerFired(int TaskId) : HubEvent;

    public sealed record Raised(string Name, string Payload) : HubEvent;
}
