using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Activities;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Finds the bucket's IMM project, or creates one and binds the bucket. Running it again changes nothing.</summary>
public sealed class OssImmSetupFlow : Flow<OssImmSetupInput, OssImmSetupOutput>
{
    private const string Setup = "SETUP";

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.imm-setup",
        Description = "Binds a bucket to an IMM project, which media and detection operations need.",
        Stages = [OssStages.Preflight, Setup],
        ExampleInput = """{"bucket":"my-media-bucket","region":"cn-hangzhou"}""",
    };

    /// <inheritdoc/>
    public override ValueTask<OssImmSetupInput> PrepareAsync(OssImmSetupInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var prepared = new OssSettings(preparation, errors).Place(input);
        errors.ThrowIfAny();
        return ValueTask.FromResult(prepared);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssImmSetupInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var plan = new OssPlan(input.Place());
        plan.Preflight(ImmNeed.None);
        plan.Imm(Setup, "GetOSSBucketAttachment", "OSSBucket=" + Uri.EscapeDataString(input.Bucket!), note: "a bound bucket ends the set-up here");
        plan.Imm(Setup, "CreateProject", $"ProjectName={Name(input.Bucket!)}-{{yyyyMMdd}}");
        plan.Imm(Setup, "AttachOSSBucket", $"OSSBucket={Uri.EscapeDataString(input.Bucket!)}&ProjectName={Name(input.Bucket!)}-{{yyyyMMdd}}");
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssImmSetupOutput> RunAsync(FlowContext context, OssImmSetupInput input)
    {
        var place = input.Place();
        var steps = new List<OssSetupStep>();
        await OssStages.PreflightAsync(context, place, ImmNeed.None, 2);
        steps.Add(new("check_bucket", "pass", $"The bucket {place.Bucket} can be read."));
        var project = await FindAsync(context, new BindingInput(place), steps);
        if (project is null)
        {
            project = await CreateAsync(context, new BindingInput(place), steps);
            var bound = await context.CallActivityAsync(AttachBucket.Ref, new BindingInput(place, project));
            project = bound.Project ?? project;
            steps.Add(new("bind_bucket", "pass", $"The bucket is bound to {project}."));
        }

        if (input.TempCleanup == true)
        {
            var uploads = await context.CallActivityAsync(AddExpiry.Ref, new AddExpiryInput(place, "upload-tmp-cleanup", OssNames.UploadPrefix, 1));
            var marks = await context.CallActivityAsync(AddExpiry.Ref, new AddExpiryInput(place, "blindwatermark-tmp-cleanup", OssNames.BlindWatermarkPrefix, 1));
            steps.Add(new("temp_cleanup", "pass", $"Lifecycle rules for {OssNames.UploadPrefix} ({uploads}) and {OssNames.BlindWatermarkPrefix} ({marks})."));
        }

        return new OssImmSetupOutput { Region = place.Region, Bucket = place.Bucket, Steps = steps, ProjectName = project };
    }

    private static async Task<string?> FindAsync(FlowContext context, BindingInput input, List<OssSetupStep> steps)
    {
        try
        {
            var found = (await context.CallActivityAsync(FindBinding.Ref, input)).Project;
            steps.Add(found is null
                ? new("query_binding", "info", "The bucket is not bound yet.")
                : new("query_binding", "pass", $"The bucket is bound to {found} already."));
            return found;
        }
        catch (FlowTaskFailedException e)
        {
            steps.Add(new("query_binding", "warn", e.Error.Message));
            return null;
        }
    }

    private static async Task<string> CreateAsync(FlowContext context, BindingInput input, List<OssSetupStep> steps)
    {
        var name = $"{Name(input.Place.Bucket)}-{context.CurrentUtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        // A taken name gets a number behind it, once.
        var number = 1000 + (context.NewGuid().ToByteArray()[..4].Aggregate(0, (sum, b) => ((sum * 256) + b) & 0xFFFFFF) % 9000);
        foreach (var candidate in (string[])[name, $"{name}-{number}"])
        {
            if ((await context.CallActivityAsync(CreateProject.Ref, input with { Project = candidate })).Project is not { } created) continue;
            steps.Add(new("create_project", "pass", $"The project {created} was created."));
            return created;
        }

        throw new FlowException(new FlowError(ErrorCodes.ProviderRefused, $"The IMM project names {name} and {name}-{number} are both taken.")
        {
            Provider = OssNames.Provider, Hint = "Create a project in the provider's console and bind the bucket to it, then run this again.",
        });
    }

    private static string Name(string bucket) =>
        "imm-auto-" + string.Concat(bucket.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(20));
}
