using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>
/// ApplyUpload, the bytes, CommitUpload. Every part is a recorded step, so what was sent is not sent again; when the certificate ends
/// before all is there, the upload begins anew with a new one.
/// </summary>
internal sealed class UploadSteps(FlowContext context, UploadPlan plan)
{
    private const int MostCertificates = 3;

    public async Task<CommittedUpload> RunAsync()
    {
        var beside = plan.Manifest is { } type
            ? await context.CallActivityAsync(ListManifest.Ref, new ManifestRequest(plan.Media.Source, type, plan.Media.Version, plan.Region))
            : [];
        for (var certificate = 1; ; certificate++)
        {
            try
            {
                return await RunOnceAsync(beside);
            }
            catch (FlowTaskFailedException e) when (e.Error.ProviderCode == CosFailures.ExpiredToken && certificate < MostCertificates)
            {
                // The next round applies again.
            }
        }
    }

    private async Task<CommittedUpload> RunOnceAsync(IReadOnlyList<ManifestFile> beside)
    {
        Show(0, 0);
        var ticket = await context.CallActivityAsync(ApplyUpload.Ref, new ApplyUploadRequest((JsonObject)plan.ApplyBody.DeepClone(), plan.Region));
        await SendAsync(ticket.Media, plan.Media);
        if (plan.Cover is not null && ticket.Cover is not null) await SendAsync(ticket.Cover, plan.Cover);
        await SendBesideAsync(ticket.Media, beside);
        return await context.CallActivityAsync(
            CommitUpload.Ref,
            new CommitUploadRequest { SessionKey = ticket.SessionKey, SubAppId = plan.SubAppId, Region = plan.Region });
    }

    // The certificate covers the folder that the playlist is put into, whatever name it gets there.
    private async Task SendBesideAsync(CosTarget playlist, IReadOnlyList<ManifestFile> files)
    {
        var folder = playlist.Path[..(playlist.Path.LastIndexOf('/') + 1)];
        var sent = plan.Media.Length;
        var total = sent + files.Sum(f => f.Length);
        await context.ForEachAsync(files, plan.Parallel, async file =>
        {
            await SendAsync(playlist with { Path = folder + file.Path }, new UploadSource(file.Source, file.Length, file.Version));
            sent += file.Length;
            Show(sent, total);
            return true;
        });
    }

    private Task SendAsync(CosTarget target, UploadSource file) => file.Length < PartPlan.MultipartFrom ? PutAsync(target, file) : PutPartsAsync(target, file);

    private Task<CosPart> PutAsync(CosTarget target, UploadSource file) =>
        context.CallActivityAsync(PutBytes.Ref, new ObjectBytes(target, file.Source, 0, file.Length) { Version = file.Version });

    private async Task PutPartsAsync(CosTarget target, UploadSource file)
    {
        var uploadId = await context.CallActivityAsync(StartMultipart.Ref, target);
        var parts = PartPlan.Split(file.Length);
        var sent = 0L;
        try
        {
            var done = await context.ForEachAsync([.. parts.Index()], plan.Parallel, async part =>
            {
                var bytes = new ObjectBytes(target, file.Source, part.Item.Offset, part.Item.Length) { Version = file.Version, UploadId = uploadId, Number = part.Index + 1 };
                var answer = await context.CallActivityAsync(PutBytes.Ref, bytes);
                sent += part.Item.Length;
                if (plan.Manifest is null) Show(sent, plan.Media.Length);
                return answer;
            });
            await context.CallActivityAsync(CompleteMultipart.Ref, new MultipartParts(target, uploadId, done, file.Length));
        }
        catch (FlowCancelledException)
        {
            await AbortAsync(target, uploadId);
            throw;
        }
    }

    private async Task AbortAsync(CosTarget target, string uploadId)
    {
        try
        {
            await context.CallActivityAsync(AbortMultipart.Ref, new MultipartParts(target, uploadId, [], 0), ActivityOptions.CleanUp);
        }
        catch (FlowTaskFailedException)
        {
            // The storage removes unfinished uploads after a while.
        }
    }

    private void Show(long sent, long total) => context.SetCustomStatus(new FlowProgress
    {
        Stage = Stages.Upload,
        StageIndex = 1,
        StageCount = plan.StageCount,
        BytesSent = sent,
        BytesTotal = Math.Max(total, plan.Media.Length),
    });
}
