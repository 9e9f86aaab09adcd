namespace MediaFlows.Core.Commands;

/// <summary>Form of a command option's value.</summary>
public enum CommandOptionKind
{
    /// <summary>One string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Present or absent.</summary>
    Flag,

    /// <summary>May be given several times.</summary>
    List,
}
