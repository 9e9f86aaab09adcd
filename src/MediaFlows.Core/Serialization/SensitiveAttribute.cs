namespace MediaFlows.Core.Serialization;

/// <summary>
/// Marks a string member of an input or output record that must not be stored or shown in the clear.
/// <see cref="FlowSerializer"/> encrypts it before it reaches a journal or a task hub.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SensitiveAttribute : Attribute
{
    /// <summary>Marks a secret: it is decrypted for activities and flows only and appears nowhere else.</summary>
    public SensitiveAttribute()
        : this(SensitiveKind.Secret)
    {
    }

    /// <summary>Marks a member of the given kind.</summary>
    public SensitiveAttribute(SensitiveKind kind) => Kind = kind;

    /// <summary>How it may be shown.</summary>
    public SensitiveKind Kind { get; }
}
