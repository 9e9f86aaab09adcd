using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Calls the BytePlus VOD OpenAPI. Knows HTTP, knows no flow.</summary>
public sealed class VodClient(VolcengineTransport transport, BytePlusConnection connection)
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>Makes <paramref name="call"/> and returns its <c>Result</c>.</summary>
    /// <exception cref="Core.Errors.FlowException">Refused, throttled, unreachable, or an answer without a result.</exception>
    /// <exception cref="Core.Errors.OutcomeUnknownException">No usable answer to a call that must not be repeated.</exception>
    public async Task<JsonObject> CallAsync(VolcengineCall call, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(call, cancellationToken);
        return VolcengineError.Parse(answer.Body)?["Result"] as JsonObject
            ?? throw VolcengineFailures.Unreadable(BytePlusNames.Provider, call, answer, "Result");
    }

    /// <summary>Makes <paramref name="call"/> and reads its <c>Result</c> as <typeparamref name="T"/>.</summary>
    /// <exception cref="Core.Errors.FlowException">As for <see cref="CallAsync"/>.</exception>
    public async Task<T> CallAsync<T>(VolcengineCall call, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await SendAsync(call, cancellationToken);
        try
        {
            if (VolcengineError.Parse(answer.Body)?["Result"]?.Deserialize<T>(Json) is { } result) return result;
        }
        catch (JsonException)
        {
            // A field of another type than documented: the same as a missing one.
        }

        throw VolcengineFailures.Unreadable(BytePlusNames.Provider, call, answer, "readable Result");
    }

    /// <summary>
    /// Makes an authenticated call that changes nothing and says how far this machine's clock is behind the server's, where the server
    /// tells.
    /// </summary>
    public async Task<TimeSpan?> CheckAsync(VolcengineCall call, TimeProvider time, CancellationToken cancellationToken) =>
        (await SendAsync(call, cancellationToken)).Date is { } server ? server - time.GetUtcNow() : null;

    private async Task<VolcengineAnswer> SendAsync(VolcengineCall call, CancellationToken cancellationToken)
    {
        var credential = await connection.CredentialAsync(cancellationToken);
        var answer = await transport.SendAsync(connection.Endpoint, credential, call, cancellationToken);
        var error = VolcengineError.Read(answer);
        if (error is not null || (int)answer.Status is < 200 or > 299)
            throw VolcengineFailures.Refused(BytePlusNames.Provider, call, answer, error);
        return answer;
    }
}
