using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary>Thrown by an action to answer with a refusal.</summary>
internal sealed class ActionFailure(VolcengineRefusal refusal) : Exception(refusal.Message)
{
    public VolcengineRefusal Refusal { get; } = refusal;

    public static ActionFailure Invalid(string field, string message) =>
        new(new VolcengineRefusal(400, $"InvalidParameter.{field}", null, message));

    public static ActionFailure NotFound(string message) => new(new VolcengineRefusal(404, "ResourceNotFound", null, message));
}
