using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker.Http
{
    public abstract class HttpRequestData;
}

namespace Microsoft.Azure.Functions.Worker
{
    public class HttpManagementPayload
    {
        public string? StatusQueryGetUri { get; internal set; }
    }

    public static class DurableTaskClientExtensions
    {
        public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null) =>
            throw new NotSupportedException();
    }
}
