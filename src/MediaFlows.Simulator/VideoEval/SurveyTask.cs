using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>A task of the simulated account.</summary>
/// <param name="Id">Number of the task.</param>
/// <param name="Videos">File names of its attachments.</param>
/// <param name="Request">The body that created it.</param>
/// <param name="CreatedAt">UTC time of creation.</param>
/// <param name="Fails">True for a task that ends <c>FAILED</c>.</param>
internal sealed record SurveyTask(long Id, IReadOnlyList<string> Videos, JsonObject Request, DateTimeOffset CreatedAt, bool Fails)
{
    /// <summary>Its name, made by the service.</summary>
    public string Name => $"Video evaluation {Id}";
}
