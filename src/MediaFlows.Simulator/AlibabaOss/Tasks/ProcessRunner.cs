using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Processing;

namespace MediaFlows.Simulator.AlibabaOss.Tasks;

/// <summary>Carries out a process string on an object.</summary>
internal delegate Task<ProcessedFile> ProcessRunner(StoredObject source, ProcessText process, string text, CancellationToken cancellationToken);
