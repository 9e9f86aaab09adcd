using MediaFlows.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Health;

/// <summary><c>GET /api/doctor</c>.</summary>
public sealed class DoctorHandler
{
    private readonly Doctor _doctor;

    /// <summary>Asks <paramref name="doctor"/>.</summary>
    public DoctorHandler(Doctor doctor) => _doctor = doctor;

    /// <summary>Runs every check; <c>200</c> whatever they find.</summary>
    public async Task<IResult> RunAsync(HttpContext context) => ApiJson.Result(await _doctor.RunAsync(context.RequestAborted));
}
