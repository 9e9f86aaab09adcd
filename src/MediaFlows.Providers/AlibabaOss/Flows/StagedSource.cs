using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>
/// The source object of a flow. A file or URL is uploaded under a temporary key for the time of the flow and removed however the flow goes on:
/// success, failure, cancellation, a failed job, and after a host was killed, since every step is durable. Only a hard terminate runs no code;
/// the lifecycle rule that <c>oss.imm-setup</c> offers removes what that leaves.
/// </summary>
internal sealed class StagedSource
{
    private readonly FlowContext _context;
    private readonly OssPlace _place;
    private readonly OssSourceInput _input;
    private readonly FlowProgress _progress;
    private bool _removed;

    private StagedSource(FlowContext context, OssSourceInput input, FlowProgress progress)
    {
        _context = context;
        _place = input.Place();
        _input = input;
        _progress = progress;
        Key = input.Source ?? "";
    }

    /// <summary>Key to process.</summary>
    public string Key { get; private set; }

    /// <summary>True when the source is an upload of this flow.</summary>
    public bool IsTemporary => _input.Uri is not null;

    /// <summary>Runs <paramref name="body"/> with the source in place. The number tells the rounds apart: 2 after a retry found the upload removed.</summary>
    public static async Task<T> RunAsync<T>(FlowContext context, OssSourceInput input, FlowProgress progress, Func<StagedSource, int, Task<T>> body)
    {
        var staged = new StagedSource(context, input, progress);
        if (!staged.IsTemporary) return await body(staged, 1);
        for (var round = 1; ; round++)
        {
            try
            {
                await staged.BringAsync();
                var result = await body(staged, round);
                await staged.RemoveAsync();
                return result;
            }
            catch (FlowTaskFailedException e) when (round == 1 && e.Error.ProviderCode == "NoSuchKey" && e.TaskName != InspectSource.Ref.Name)
            {
                // The flow failed before, which removed the upload, and was then retried at the failed step: bring the source back once.
            }
            catch (FlowCancelledException)
            {
                await staged.RemoveAsync();
                throw;
            }
            catch (Core.Errors.FlowException)
            {
                await staged.RemoveAsync();
                throw;
            }
        }
    }

    /// <summary>Uploads it (again).</summary>
    public async Task BringAsync()
    {
        if (!IsTemporary) return;
        var info = await _context.CallActivityAsync(InspectSource.Ref, _input.Uri!);
        Key = TemporaryKeys.Upload(_context.InstanceId, info.Name);
        _removed = false;
        await Uploading.RunAsync(_context, _place, _input.Uri!, info, Key, _progress);
    }

    /// <summary>Removes it; a failure of this never hides the flow's own end.</summary>
    public async Task RemoveAsync()
    {
        if (!IsTemporary || Key.Length == 0 || _removed) return;
        _removed = true;
        await Uploading.TryAsync(_context.CallActivityAsync(DeleteObject.Ref, new KeyInput(_place, Key), ActivityOptions.CleanUp));
    }
}
