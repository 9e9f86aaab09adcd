using MediaFlows.Api.Reading;
using MediaFlows.Core.Ingest;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary>The messages of the ingest queue that could not be worked on.</summary>
public sealed class PoisonHandler
{
    private readonly IPoisonStore _poison;

    /// <summary>Shows <paramref name="poison"/>.</summary>
    public PoisonHandler(IPoisonStore poison) => _poison = poison;

    /// <summary>The oldest entries with their reasons.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = new QueryValues(context.Request.Query);
        var top = query.Whole("top", 32, 1, 32);
        query.ThrowIfWrong();
        return ApiJson.Result(new PoisonListDocument(await _poison.ListAsync(top, context.RequestAborted)));
    }

    /// <summary>Sends one entry, or with <c>?all=true</c> every one, back to the queue.</summary>
    public async Task<IResult> RequeueAsync(HttpContext context)
    {
        var query = new QueryValues(context.Request.Query);
        var id = query.Text("id");
        if (id is null && !query.Flag("all")) query.Add("id", "Name an id, or send all=true.");
        query.ThrowIfWrong();
        return ApiJson.Result(new RequeuedDocument(await _poison.RequeueAsync(id, context.RequestAborted)));
    }
}
