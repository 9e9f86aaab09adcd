namespace MediaFlows.Engine.Journal;

/// <summary>Tells whether the process in an owner record is alive, where that can be told without waiting.</summary>
internal interface IOwnerLiveness
{
    /// <summary>This process.</summary>
    OwnerIdentity Self(string id);

    /// <summary>True or false when it is certain; null when the owner is on another machine.</summary>
    bool? IsAlive(OwnerRecord owner);
}
