namespace MediaFlows.Engine.Runtime;

/// <summary>A message whose loss means nothing.</summary>
internal sealed class HubMessage(Action<Hub> work) : IHubMessage
{
    public void Handle(Hub hub) => work(hub);

    public void Refuse(Exception error)
    {
    }
}
