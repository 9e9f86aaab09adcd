using System.Net;

namespace MediaFlows.Core.Limits.Calls;

/// <summary>Waits for the provider's pace before each call, and tells the pacer of refusals. Beneath a provider's client, which sees only what came of it.</summary>
internal sealed class PacedCalls(ICallPacer pacer, string provider, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(provider, cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests) pacer.Refused(provider, RetryAfter(answer));
        return answer;
    }

    // A service that names a day is not obeyed by all flows at once: each of them hears it from its own answer.
    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Short(delta),
        { Date: { } date } => Short(date - time.GetUtcNow()),
        _ => null,
    };

    private static TimeSpan Short(TimeSpan rest) => rest < TimeSpan.FromSeconds(30) ? rest : TimeSpan.FromSeconds(30);
}
