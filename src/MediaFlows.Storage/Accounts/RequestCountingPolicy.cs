using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaFlows.Storage.Accounts;

/// <summary>Counts what passes through a client's pipeline.</summary>
internal sealed class RequestCountingPolicy(StorageRequestCounter counter) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Count(message);
        }
    }

    private void Count(HttpMessage message) => counter.Count(message.Request.Method.Method, message.HasResponse ? message.Response.Status : null);
}
