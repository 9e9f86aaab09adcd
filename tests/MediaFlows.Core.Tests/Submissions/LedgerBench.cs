using MediaFlows.Core.Activities;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Time;

namespace MediaFlows.Core.Tests.Submissions;

/// <summary>One charged submit step over blobs in memory.</summary>
internal sealed class LedgerBench
{
    public LedgerBench(SubmitRecovery recovery = SubmitRecovery.None, IChargeGate? gate = null)
    {
        var serializer = new FlowSerializer(new TestProtector());
        Blobs = new FailingBlobs(Time);
        Ledger = new BlobSubmissionLedger(Blobs, serializer);
        Submit = new FakeSubmit(new SubmissionServices(Ledger, gate ?? new UnlimitedCharges(), new JobDurations(), serializer, Time), recovery);
    }

    public VirtualTime Time { get; } = new();

    public FailingBlobs Blobs { get; }

    public BlobSubmissionLedger Ledger { get; }

    public FakeSubmit Submit { get; }

    public Task<SubmitReceipt> RunAsync(Func<SubmitInput<FakeRequest>, SubmitInput<FakeRequest>>? change = null)
    {
        var input = new SubmitInput<FakeRequest>("S1", new FakeRequest("a"));
        return Submit.RunAsync(new ActivityContext { InstanceId = "i1", ActivityName = FakeSubmit.Ref.Name }, change?.Invoke(input) ?? input, CancellationToken.None);
    }

    public async Task<SubmissionRecord> RecordAsync() => (await Ledger.FindAsync("i1", "S1", CancellationToken.None))!.Record;
}
