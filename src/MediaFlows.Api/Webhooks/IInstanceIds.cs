namespace MediaFlows.Api.Webhooks;

/// <summary>Makes instance ids where one is needed before the start.</summary>
public interface IInstanceIds
{
    /// <summary>An id that nobody has.</summary>
    string NewId();
}
