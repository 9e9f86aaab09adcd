using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Activities;

/// <summary>Runs activities, a bounded number at a time. Its queue is touched on the hub's loop only.</summary>
internal sealed class ActivityDispatcher(
    EngineParts parts, PayloadStore payloads, TaskScheduler scheduler, int maxConcurrent, Func<ActivityRun, bool> post)
{
    private readonly Queue<ActivityRun> _waiting = new();
    private readonly HashSet<ActivityRun> _running = [];
    private bool _stopping;

    public int Running => _running.Count;

    public int Waiting => _waiting.Count;

    public bool IsRunning(ActivityRun run) => _running.Contains(run);

    public void Enqueue(ActivityRun run)
    {
        _waiting.Enqueue(run);
        Fill();
    }

    /// <summary>Its result has reached the loop.</summary>
    public void Ended(ActivityRun run)
    {
        _running.Remove(run);
        Fill();
    }

    /// <summary>Starts nothing more.</summary>
    public void Stop()
    {
        _stopping = true;
        _waiting.Clear();
    }

    public void CancelAll()
    {
        foreach (var run in _running.ToList()) run.Cancel();
    }

    private void Fill()
    {
        while (!_stopping && _running.Count < maxConcurrent && _waiting.TryDequeue(out var run))
        {
            if (run.Instance.Removed || run.Task.Run != run) continue;
            _running.Add(run);
            _ = Task.Factory.StartNew(
                static state => { var (me, it) = ((ActivityDispatcher, ActivityRun))state!; _ = me.RunAsync(it); },
                (this, run), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler);
        }
    }

    private async Task RunAsync(ActivityRun run)
    {
        var header = run.Instance.Header;
        using var span = EngineTracing.StartActivity(header, run.Name);
        try
        {
            var activity = parts.Catalog.FindActivity(run.Name) ?? throw new FlowException(
                ErrorCodes.UnknownPipeline, $"There is no activity named '{run.Name}'.", "Deploy the code that the flow was started with and retry it.");
            var json = run.Input.IsAway ? await payloads.FetchAsync(run.Input.Blob!) : run.Input.Bytes;
            var context = new EngineActivityContext(run)
            {
                InstanceId = header.Id,
                ActivityName = run.Name,
                Attempt = run.Attempt,
                TraceParent = span?.Id ?? header.TraceParent,
                TraceState = span is null ? header.TraceState : span.TraceStateString,
            };
            var output = await activity.RunAsync(context, parts.Serializer.FromBytes(json.Span, activity.InputType), run.Token);
            run.Complete(parts.Serializer.ToBytes(output, activity.OutputType));
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            run.GiveUp();
        }
        catch (Exception e)
        {
            var error = EngineErrors.From(e);
            span?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, error.Code);
            run.Fail(error);
        }

        post(run);
    }
}
