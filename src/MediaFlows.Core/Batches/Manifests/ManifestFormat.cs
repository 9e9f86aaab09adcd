namespace MediaFlows.Core.Batches.Manifests;

/// <summary>Form of a manifest.</summary>
public enum ManifestFormat
{
    /// <summary>One JSON object per line.</summary>
    JsonLines,

    /// <summary>RFC 4180 with a header line.</summary>
    Csv,
}
