using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaFlows.Storage.Tests.Faults;

/// <summary>Faults between a storage client and the network: an answer that is lost after the work was done, an answer of the server's own troubles.</summary>
public sealed class PipelineFaults : HttpPipelinePolicy
{
    private readonly Queue<Func<HttpMessage, Func<ValueTask>, ValueTask>> _next = new();

    /// <summary>Where the last request went.</summary>
    public Uri? LastUri { get; private set; }

    public void Install(ClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.BeforeTransport);

    /// <summary>The next request is carried out and its answer dropped.</summary>
    public void DropNextAnswer(Func<HttpMessage, bool>? only = null) => _next.Enqueue(async (message, send) =>
    {
        await send();
        if (only is null || only(message)) throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.");
    });

    /// <summary>The next request is carried out, which is told to <paramref name="carriedOut"/>; its answer arrives after <paramref name="answer"/>, or never to who does not wait for it.</summary>
    public void DelayNextAnswer(TaskCompletionSource carriedOut, Task answer) => _next.Enqueue(async (message, send) =>
    {
        await send();
        carriedOut.SetResult();
        await answer.WaitAsync(message.CancellationToken);
    });

    /// <summary>The next request does not reach the server and is answered with <paramref name="status"/>.</summary>
    public void AnswerNext(int status, string? errorCode = null, string body = "") => _next.Enqueue((message, _) =>
    {
        message.Response = new CannedResponse(status, errorCode, body);
        return ValueTask.CompletedTask;
    });

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        LastUri = message.Request.Uri.ToUri();
        if (_next.TryDequeue(out var fault)) await fault(message, () => ProcessNextAsync(message, pipeline));
        else await ProcessNextAsync(message, pipeline);
    }
}
