using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Secrets;

namespace MediaFlows.Providers.BytePlus;

/// <summary>
/// Receives the events <c>ExecutionComplete</c> and the end of URL pulls. BytePlus signs them in no published way, so the callback URL that
/// is registered there carries a token of ours: <c>/api/callbacks/byteplus?token=…</c>. An event is only a reason to ask for the job at
/// once.
/// </summary>
public sealed class BytePlusCallback(ISecretSource secrets) : IProviderCallback
{
    private const int MostJobs = 20;

    /// <inheritdoc/>
    public string Provider => BytePlusNames.Provider;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        var expected = await secrets.GetAsync(BytePlusNames.CallbackToken, cancellationToken)
            ?? throw Refused($"Callbacks of BytePlus are off: {BytePlusNames.CallbackToken} is not set.");
        if (!message.Query.TryGetValue("token", out var token) || !Same(token, expected))
            throw Refused("The callback carries no or a wrong token.");
        try
        {
            using var body = JsonDocument.Parse(message.Body);
            return [.. JobIds(body.RootElement).Distinct(StringComparer.Ordinal).Take(MostJobs)];
        }
        catch (JsonException)
        {
            throw Refused("The callback's body is no JSON.");
        }
    }

    // The shape of the event around the ids is not published; the ids' own names are.
    private static IEnumerable<string> JobIds(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p.Value.ValueKind == JsonValueKind.String && p.Name is "RunId" or "JobId" ? [p.Value.GetString()!] : JobIds(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(JobIds),
        _ => [],
    };

    // Hashed first, so that the comparison takes the same time whatever the lengths.
    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));

    private static FlowException Refused(string message) => new(new FlowError(ErrorCodes.CallbackRefused, message)
    {
        Provider = BytePlusNames.Provider,
        Hint = $"Register the callback URL with the token of {BytePlusNames.CallbackToken}.",
    });
}
