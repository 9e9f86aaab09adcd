namespace MediaFlows.Core.Tests.Submissions;

internal sealed record FakeRequest(string What);
