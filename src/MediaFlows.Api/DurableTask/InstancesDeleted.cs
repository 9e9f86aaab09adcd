namespace MediaFlows.Api.DurableTask;

/// <summary>Answer of a purge as the Durable Functions HTTP API gives it.</summary>
/// <param name="Count">Instances that were removed.</param>
public sealed record InstancesDeleted([property: System.Text.Json.Serialization.JsonPropertyName("instancesDeleted")] int Count);
