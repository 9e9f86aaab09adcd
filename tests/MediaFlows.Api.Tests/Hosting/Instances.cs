using System.Text.Json.Nodes;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Hosting;

/// <summary>Instances in given states.</summary>
public static class Instances
{
    public static FlowInstance Make(this ApiTestHost host, string id, FlowStatus status = FlowStatus.Running, Func<FlowInstance, FlowInstance>? change = null)
    {
        var instance = new FlowInstance
        {
            Id = id,
            Flow = "sample.paint",
            Version = "1",
            Status = status,
            CreatedAt = host.Time.GetUtcNow(),
            UpdatedAt = host.Time.GetUtcNow(),
            EndedAt = status.IsEnded() ? host.Time.GetUtcNow() : null,
            Input = JsonNode.Parse("""{"title":"Sea"}"""),
        };
        instance = change?.Invoke(instance) ?? instance;
        host.Client.Put(instance);
        return instance;
    }
}
