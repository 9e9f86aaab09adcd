namespace MediaFlows.Engine.Replay;

/// <summary>A flow asked to start over with an empty history.</summary>
/// <param name="Input">New input as JSON.</param>
/// <param name="KeepEvents">True to keep events that nobody waited for yet.</param>
internal sealed record ContinueRequest(byte[] Input, bool KeepEvents);
