namespace MediaFlows.Local;

/// <summary>A folder that one process may use at a time is used by another one that lives.</summary>
public sealed class FolderInUseException : LocalToolException
{
    /// <summary>Says who uses which folder.</summary>
    public FolderInUseException(string message)
        : base(message)
    {
    }
}
