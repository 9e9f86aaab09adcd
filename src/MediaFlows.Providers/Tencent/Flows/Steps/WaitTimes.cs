namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>How a task is waited for.</summary>
/// <param name="Interval">Documented seconds between two looks.</param>
/// <param name="MaxWait">Documented longest wait in seconds.</param>
internal sealed record WaitTimes(int Interval, int MaxWait);
