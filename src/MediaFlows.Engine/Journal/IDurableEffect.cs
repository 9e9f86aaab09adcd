namespace MediaFlows.Engine.Journal;

/// <summary>Something that may happen only once the records before it are durable: an activity's start, an answer to a client.</summary>
internal interface IDurableEffect
{
    /// <summary>Runs on the hub's loop after the append.</summary>
    void OnDurable();

    /// <summary>Runs when the append can never succeed.</summary>
    void OnLost(Exception error);
}
