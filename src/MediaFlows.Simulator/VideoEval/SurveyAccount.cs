using System.Collections.Concurrent;
using System.Globalization;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>Everything the simulated account holds.</summary>
internal sealed class SurveyAccount(CloudContext cloud)
{
    private const int FreeVideos = 10;
    private static readonly TimeSpan QuotaWindow = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly List<SurveyTask> _tasks = [];
    private long _lastAttachment = 90_209;
    private long _lastTask = 555_000;

    public CloudContext Cloud => cloud;

    public SurveyKnobs Knobs { get; } = new(cloud);

    /// <summary>File names of attachments by id.</summary>
    public ConcurrentDictionary<string, string> Attachments { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => cloud.Time.GetUtcNow();

    public string NextAttachmentId() => Interlocked.Increment(ref _lastAttachment).ToString(CultureInfo.InvariantCulture);

    /// <summary>Tasks, newest first.</summary>
    public IReadOnlyList<SurveyTask> Tasks
    {
        get
        {
            lock (_lock) return [.. _tasks.AsEnumerable().Reverse()];
        }
    }

    /// <summary>
    /// Creates a task unless the quota refuses: videos of tasks younger than 24 hours, plus these, above 10. Every task counts, running and failed ones too.
    /// </summary>
    public SurveyTask? Create(IReadOnlyList<string> videos, System.Text.Json.Nodes.JsonObject request)
    {
        lock (_lock)
        {
            var now = Now;
            var used = Knobs.UsedElsewhere + _tasks.Where(t => t.CreatedAt > now - QuotaWindow).Sum(t => t.Videos.Count);
            if (!Knobs.Enabled && used + videos.Count > FreeVideos) return null;
            var task = new SurveyTask(++_lastTask, videos, request, now, Knobs.TakeFailure());
            _tasks.Add(task);
            cloud.Charges.Add("CreateTask", task.Id.ToString(CultureInfo.InvariantCulture), string.Join(',', videos), null, now);
            return task;
        }
    }

    /// <summary>The documented proposal of status words, by age.</summary>
    public string StatusOf(SurveyTask task)
    {
        var age = Now - task.CreatedAt;
        return age < Knobs.QueueTime ? "PENDING" : age < Knobs.JobTime ? "RUNNING" : task.Fails ? "FAILED" : "FINISHED";
    }
}
