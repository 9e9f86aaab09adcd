namespace MediaFlows.Core.Tests.Jobs;

internal sealed record JobFlowOutput(string JobId, string Result);
