using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>
/// Accepts a task: duplicate sessions are refused, charged ones are written to the ledger, knobs say how it will go
/// (<c>jobSeconds</c>; once each: <c>failNext</c> with an error word, <c>abortNext</c>, <c>emptyNext</c>, <c>partialNext</c>).
/// </summary>
internal static class TaskIntake
{
    private const int LongestSession = 50;
    private const double DefaultSeconds = 20;

    public static SimTask Submit(VodRequest request, TaskKind kind, string subject, bool charged = true, string? fileId = null)
    {
        var state = request.State;
        var session = request.Text("SessionId");
        if (session.Length > LongestSession) throw new VodException("InvalidParameterValue.SessionIdTooLong", "SessionId is longer than 50 characters.");
        if (request.Text("SessionContext").Length > 1000) throw new VodException(
            "InvalidParameterValue.SessionContextTooLong",
            "SessionContext is longer than 1000 characters.");
        if (session.Length > 0 && state.IsDuplicate(request.Action, request.SubAppId, session))
            throw new VodException("InvalidParameterValue.SessionId", "The SessionId was used within three days.");
        var task = new SimTask
        {
            Id = $"{request.SubAppId}-{kind.IdWord}-{state.Ids.Hex()}{kind.Suffix}",
            Kind = kind,
            SubAppId = request.SubAppId,
            Request = (JsonObject)request.Body.DeepClone(),
            FileId = fileId,
            SessionId = session,
            SessionContext = request.Text("SessionContext"),
            CreatedAt = state.Now,
            Duration = TimeSpan.FromSeconds(state.Cloud.Knob("jobSeconds", DefaultSeconds)),
            Failure = state.Once("failNext"),
            Aborted = state.Once("abortNext") is not null,
            Empty = state.Once("emptyNext") is not null,
            Partial = state.Once("partialNext") is not null,
        };
        state.Tasks[task.Id] = task;
        if (charged) state.Cloud.Charges.Add(request.Action, task.Id, subject, session.Length > 0 ? session : null, state.Now);
        return task;
    }

    public static JsonObject Answer(SimTask task) => new() { ["TaskId"] = task.Id };
}
