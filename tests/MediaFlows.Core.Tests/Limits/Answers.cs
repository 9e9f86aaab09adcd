namespace MediaFlows.Core.Tests.Limits;

internal sealed class Answers(Func<HttpResponseMessage> next) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(next());
}
