using MediaFlows.Api.Reading;
using MediaFlows.Core.Submissions;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary><c>GET /api/charges</c>.</summary>
public sealed class ChargesHandler
{
    private readonly IChargeGate _gate;

    /// <summary>Asks <paramref name="gate"/>.</summary>
    public ChargesHandler(IChargeGate gate) => _gate = gate;

    /// <summary>The charged submits of the hub today (UTC), and the daily limit.</summary>
    public async Task<IResult> ShowAsync(HttpContext context) => ApiJson.Result(await _gate.TodayAsync(context.RequestAborted));
}
