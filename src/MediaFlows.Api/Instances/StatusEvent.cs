using System.Security.Cryptography;
using System.Text.Json;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Instances;

/// <summary>One server-sent event: a state of an instance.</summary>
/// <param name="Id">Hash of the data, so that the same state has the same id on every connection and host.</param>
/// <param name="Name"><c>status</c>, or <c>end</c> for the last.</param>
/// <param name="Data">One line of JSON.</param>
internal sealed record StatusEvent(string Id, string Name, string Data)
{
    public bool IsEnd => Name == "end";

    public static StatusEvent From(FlowInstance instance, FlowDocuments documents, ApiLinks links)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(documents.Full(instance, links, toOwner: false), ApiJson.Options);
        return new StatusEvent(
            Convert.ToHexStringLower(SHA256.HashData(json))[..16], instance.Status.IsEnded() ? "end" : "status", System.Text.Encoding.UTF8.GetString(json));
    }
}
