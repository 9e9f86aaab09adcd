namespace MediaFlows.Core.Limits;

/// <summary>Asks for leave to submit a job at a provider whose jobs are limited.</summary>
public interface IAdmission
{
    /// <summary>
    /// Asks for step <paramref name="step"/> of <paramref name="instanceId"/>, as often as it is called. Null: nothing is limited, go ahead. Otherwise the
    /// instance id of the limiter, which answers the asking instance with the event <see cref="Flows.LimiterFlow.AdmittedEvent"/>, and wants to hear
    /// <see cref="LimiterNews.Left"/> afterwards.
    /// </summary>
    Task<string?> AskAsync(string provider, string instanceId, string step, CancellationToken cancellationToken);
}
