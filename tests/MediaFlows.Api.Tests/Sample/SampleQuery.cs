using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;

namespace MediaFlows.Api.Tests.Sample;

public sealed record SampleQuestion(string Name);

public sealed class SampleQuery : Query<SampleQuestion, SampleOutput>
{
    public override string Name => "sample.look";

    public override string Description => "Looks at a picture.";

    public override Task<SampleOutput> RunAsync(SampleQuestion input, CancellationToken cancellationToken) => input.Name switch
    {
        "refused" => throw new FlowException(new FlowError(ErrorCodes.ProviderRefused, "No such picture at https://x.example/?sig=canary-signature.")
        {
            Provider = "sample",
            ProviderCode = "PictureNotFound",
            ProviderRequestId = "req-1",
            HttpStatus = 404,
        }),
        _ => Task.FromResult(new SampleOutput(input.Name) { PlayUrl = "https://play.example/a?auth_key=whole", UploadToken = "canary-token" }),
    };
}
