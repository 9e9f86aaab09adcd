namespace MediaFlows.Api.Security;

/// <summary>The API keys of the embedded host.</summary>
public interface IApiKeys
{
    /// <summary>Valid keys now, the newest first; more than one while a key is being rotated. Never empty.</summary>
    IReadOnlyList<string> Current { get; }
}
