namespace MediaFlows.Core.Tests.Jobs;

internal sealed record JobFlowInput(string What)
{
    public int MaxAttempts { get; init; } = 360;
}
