using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tencent.State;

/// <summary>An image template of the account.</summary>
/// <param name="Definition">Its id.</param>
/// <param name="SubAppId">Sub-application.</param>
/// <param name="Name">Name.</param>
/// <param name="Comment">Comment.</param>
/// <param name="Configure">Its settings, as they were given.</param>
/// <param name="CreatedAt">UTC time.</param>
public sealed record SimTemplate(long Definition, long SubAppId, string Name, string Comment, JsonObject Configure, DateTimeOffset CreatedAt);
