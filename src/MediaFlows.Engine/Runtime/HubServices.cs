using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Replay;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

/// <summary>Everything a hub takes from outside.</summary>
internal sealed record HubServices(
    IBlobStore Blobs,
    EngineParts Parts,
    EngineOptions Options,
    TimeProvider Time,
    IIdSource Ids,
    IOwnerLiveness Liveness,
    ISubmissionLedger? Ledger,
    ILogger Log,
    TaskScheduler Scheduler);
