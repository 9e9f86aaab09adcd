using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Tests.Jobs;

internal sealed class FakeCancel : Activity<JsonElement, bool>
{
    public static readonly ActivityRef<JsonElement, bool> Ref = new("fake.cancel");

    public static List<string> Cancelled { get; } = [];

    public override string Name => Ref.Name;

    public override Task<bool> RunAsync(ActivityContext context, JsonElement input, CancellationToken cancellationToken)
    {
        Cancelled.Add(input.GetString()!);
        return Task.FromResult(true);
    }
}
