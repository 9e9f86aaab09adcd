using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>One task: what was asked for, when it ends, and how.</summary>
public sealed class SimTask
{
    private bool _settled;

    /// <summary>TaskId.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>Sub-application.</summary>
    public required long SubAppId { get; init; }

    /// <summary>Request as it came.</summary>
    public required JsonObject Request { get; init; }

    /// <summary>The media it works on, or null.</summary>
    public string? FileId { get; init; }

    /// <summary>SessionId of the request, or empty.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>SessionContext of the request, or empty.</summary>
    public string SessionContext { get; init; } = "";

    /// <summary>UTC time of the submit.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long it takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>ErrCodeExt that it ends with, or null for success.</summary>
    public string? Failure { get; init; }

    /// <summary>True when it is aborted at the end.</summary>
    public bool Aborted { get; init; }

    /// <summary>True when it ends well but without any file.</summary>
    public bool Empty { get; init; }

    /// <summary>True when the first of its results fails and the others do not.</summary>
    public bool Partial { get; init; }

    /// <summary>What came out, filled when it is done.</summary>
    public JsonObject Output { get; set; } = [];

    /// <summary>UTC time when work begins.</summary>
    public DateTimeOffset BeginsAt => CreatedAt + (Duration * 0.1);

    /// <summary>UTC time when it is over.</summary>
    public DateTimeOffset EndsAt => CreatedAt + Duration;

    /// <summary>True when it failed.</summary>
    public bool Failed => Failure is not null || Aborted;

    /// <summary>Top-level status word.</summary>
    public string Status(DateTimeOffset now) => now >= EndsAt ? Aborted ? "ABORTED" : "FINISH" : now < BeginsAt ? "WAITING" : "PROCESSING";

    /// <summary>0 to 100.</summary>
    public int Progress(DateTimeOffset now) => (int)Math.Clamp((now - CreatedAt) / Duration * 100, 0, 100);

    /// <summary>Once its time has come, makes the results.</summary>
    public void SettleIfDone(TencentState state)
    {
        if (_settled || state.Now < EndsAt) return;
        _settled = true;
        Output = TaskResults.Make(this, state);
    }
}
