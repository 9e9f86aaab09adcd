namespace MediaFlows.Api.Links;

/// <summary>URLs of one instance.</summary>
/// <param name="Self">Status document; <c>DELETE</c> purges.</param>
/// <param name="History">Recorded events.</param>
/// <param name="Events">Server-sent events.</param>
/// <param name="Cancel"><c>POST</c>: cooperative stop.</param>
/// <param name="Terminate"><c>POST</c>: hard stop.</param>
/// <param name="Suspend"><c>POST</c>: hold.</param>
/// <param name="Resume"><c>POST</c>: go on.</param>
/// <param name="Retry"><c>POST</c>: again from the failed step.</param>
/// <param name="RaiseEvent"><c>POST</c> with the event's name in place of <c>{name}</c>.</param>
/// <param name="Dashboard">The instance on the dashboard.</param>
public sealed record FlowLinks(
    string Self, string History, string Events, string Cancel, string Terminate, string Suspend, string Resume, string Retry, string RaiseEvent, string Dashboard);
