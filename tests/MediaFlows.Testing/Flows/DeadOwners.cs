using MediaFlows.Engine.Journal;

namespace MediaFlows.Testing.Flows;

/// <summary>Every earlier owner is known to be dead, as after a crash on the same machine.</summary>
internal sealed class DeadOwners : IOwnerLiveness
{
    public OwnerIdentity Self(string id) => new(id, "test", 1, 1);

    public bool? IsAlive(OwnerRecord owner) => false;
}
