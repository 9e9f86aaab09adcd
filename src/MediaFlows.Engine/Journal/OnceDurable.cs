namespace MediaFlows.Engine.Journal;

/// <summary>An effect that is a delegate.</summary>
internal sealed class OnceDurable(Action work, Action<Exception>? lost = null) : IDurableEffect
{
    public void OnDurable() => work();

    public void OnLost(Exception error) => lost?.Invoke(error);
}
