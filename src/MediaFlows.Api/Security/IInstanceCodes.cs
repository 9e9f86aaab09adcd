namespace MediaFlows.Api.Security;

/// <summary>Codes that go into the URLs of a check-status payload (<c>?code=</c>).</summary>
public interface IInstanceCodes
{
    /// <summary>The code that opens the Durable Functions routes of instance <paramref name="id"/>; null when they are open or take no code.</summary>
    string? For(string id);
}
