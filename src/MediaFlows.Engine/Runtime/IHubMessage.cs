namespace MediaFlows.Engine.Runtime;

/// <summary>Work for the hub's loop, the only place where its state is touched.</summary>
internal interface IHubMessage
{
    void Handle(Hub hub);

    /// <summary>The hub stopped before it was handled.</summary>
    void Refuse(Exception error);
}
