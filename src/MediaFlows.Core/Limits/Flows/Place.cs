using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;

namespace MediaFlows.Core.Limits.Flows;

/// <summary>A flow's side of a limiter: waits to be admitted for one step, and gives the place back.</summary>
internal sealed class Place(FlowContext context, string step)
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostPatience = TimeSpan.FromHours(1);

    private string? _limiter;
    private int _asked;

    /// <summary>True once admitted.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>
    /// Waits for the answer of <paramref name="limiter"/>, which was asked. Whether it came or not, the submit is to be called again: without an answer it
    /// asks again, so that a limiter that was purged, or a limit that was lifted, holds nobody for ever.
    /// </summary>
    public async Task WaitAsync(string limiter, FlowProgress? progress)
    {
        _limiter = limiter;
        context.SetCustomStatus((progress ?? new FlowProgress()) with { Message = "Waits to be admitted: the limits of this provider are used up by other flows." });
        var patience = FirstPatience * Math.Pow(2, _asked++);
        var admitted = await context.WaitForExternalEvent<LimiterPlace>(LimiterFlow.AdmittedEvent(step), patience < MostPatience ? patience : MostPatience);
        IsHeld = admitted is not null;
    }

    /// <summary>Gives the place back, or leaves the queue; does nothing when nothing was asked for.</summary>
    public void Leave()
    {
        if (_limiter is not null) context.SendEvent(_limiter, LimiterFlow.NewsEvent, new LimiterNews(context.InstanceId, step) { Left = true });
        _limiter = null;
        IsHeld = false;
    }
}
