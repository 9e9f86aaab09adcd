using System.Collections.Concurrent;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Processing;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Tasks;

/// <summary>
/// Tasks on the simulator's clock: one runs for the knob <c>jobSeconds</c> (10), then it writes its target and only after that shows success.
/// The knob <c>failNext</c> (an error code) makes the next task fail.
/// </summary>
internal sealed class TaskRunner(OssState state)
{
    private readonly ConcurrentDictionary<string, SimulatedTask> _tasks = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);

    public SimulatedTask? Find(string id) => _tasks.GetValueOrDefault(id);

    /// <summary>Accepts a conversion: from here on it is charged.</summary>
    public SimulatedTask Submit(StoredObject source, ProcessText process, string text, string project, string eventId, ProcessRunner run)
    {
        var task = Add("MediaConvert", project, eventId, async cancellationToken =>
        {
            var now = state.Objects.Find(source.Bucket, source.Key) ?? throw new OssErrorException(OssError.NoSuchKey(source.Key));
            using var result = await run(now, process, text, cancellationToken);
            for (var n = 0; n < result.Paths.Count; n++)
            {
                // A target without extension gets a number per frame; with one, every frame overwrites the same object.
                var key = process.First.Name == "snapshots" && Path.GetExtension(process.TargetKey!).Length == 0
                    ? $"{process.TargetKey}_0_{n + 1}{Path.GetExtension(result.Paths[n])}"
                    : process.TargetKey!;
                await using var file = File.OpenRead(result.Paths[n]);
                await state.Objects.PutAsync(process.TargetBucket ?? source.Bucket, key, file, result.ContentType, null, cancellationToken);
            }

            return null;
        });
        state.Cloud.Charges.Add("AsyncProcessObject", task.Id, $"{source.Bucket}/{source.Key} -> {process.TargetKey}", null, state.Now);
        return task;
    }

    /// <summary>Accepts an extraction: from here on it is charged.</summary>
    public SimulatedTask SubmitExtraction(string project, string bucket, string key, string? strength)
    {
        var task = Add("DecodeBlindWatermark", project, state.NewId("event"), _ =>
        {
            var source = state.Objects.Find(bucket, key) ?? throw new OssErrorException(OssError.NoSuchKey(key));
            var found = ImageWork.Extract(source.Path);
            return Task.FromResult<string?>(found is { } mark && (strength ?? "low") == mark.Strength ? mark.Content : "");
        });
        state.Cloud.Charges.Add("CreateDecodeBlindWatermarkTask", task.Id, $"{bucket}/{key}", null, state.Now);
        return task;
    }

    /// <summary>Finishes every task whose time has come.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (!_tasks.Values.Any(IsDue)) return;
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var task in _tasks.Values.Where(IsDue).OrderBy(t => t.EndsAt)) await FinishAsync(task);
        }
        finally
        {
            _one.Release();
        }
    }

    private bool IsDue(SimulatedTask task) => task.Status == "Running" && task.EndsAt <= state.Now;

    private SimulatedTask Add(string type, string project, string eventId, Func<CancellationToken, Task<string?>> work)
    {
        state.Cloud.Knobs.TryRemove("failNext", out var fail);
        var now = state.Now;
        var task = new SimulatedTask
        {
            Id = $"{type}-{state.NewUuid("task")}", Type = type, Project = project, EventId = eventId, StartedAt = now,
            EndsAt = now.AddSeconds(state.Cloud.Knob("jobSeconds", 10)), Work = work, FailWith = fail?.ToString(),
        };
        return _tasks[task.Id] = task;
    }

    private static async Task FinishAsync(SimulatedTask task)
    {
        try
        {
            if (task.FailWith is { } code) throw new OssErrorException(new OssError(400, code, "The task failed as it was told to."));
            task.Content = await task.Work(CancellationToken.None);
            task.Status = "Succeeded";
        }
        catch (OssErrorException e)
        {
            (task.Status, task.Code, task.Message) = ("Failed", e.Error.Code, e.Error.Message);
        }
        catch (Exception e)
        {
            // A defect of the simulator is this task's end, not the end of every later request.
            (task.Status, task.Code, task.Message) = ("Failed", "InternalError", $"The simulator could not run the task ({e.GetType().Name}).");
        }
    }
}
