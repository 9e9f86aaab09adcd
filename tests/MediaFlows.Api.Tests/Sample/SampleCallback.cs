using System.Text;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Tests.Sample;

public sealed class SampleCallback : IProviderCallback
{
    public string Provider => "sample";

    public ValueTask<IReadOnlyList<string>> ReadAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        if (!message.Headers.TryGetValue("X-Sign", out var sign) || sign != "good")
            throw new FlowException(ErrorCodes.CallbackRefused, "The callback's signature is wrong.", "Check the callback key.");
        return ValueTask.FromResult<IReadOnlyList<string>>(Encoding.UTF8.GetString(message.Body.Span).Split(','));
    }
}
