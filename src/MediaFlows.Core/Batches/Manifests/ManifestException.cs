namespace MediaFlows.Core.Batches.Manifests;

/// <summary>A manifest as a whole cannot be read.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>Says why.</summary>
    public ManifestException(string message)
        : base(message)
    {
    }
}
