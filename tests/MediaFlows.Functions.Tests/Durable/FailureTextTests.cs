using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Functions.Durable;

namespace MediaFlows.Functions.Tests.Durable;

/// <summary>A failure crosses the platform as a line of text and comes out whole.</summary>
public sealed class FailureTextTests
{
    [Fact]
    public void Any_failure_survives_what_hosts_put_around_its_first_line() =>
        Prop.ForAll<NonNull<string>, string?, NonNull<string>>((message, hint, after) =>
        {
            var document = new FlowOutcomeDocument(new FlowError(ErrorCodes.ProviderRefused, message.Get) { Hint = hint, HttpStatus = 403, Retryable = true })
            {
                Outcome = FlowOutcome.TimedOut,
                ProviderJobId = "job-1",
                Run = 3,
            };
            var text = FailureText.Write(document);
            var arrived = $"MediaFlows.Functions.Durable.FlowFailureException: One or more errors occurred. ({text}) {after.Get}\n   at Somewhere()".Split('\n')[0];
            return !text.Contains('\n', StringComparison.Ordinal) && FailureText.Read(arrived) == document;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_of_somebody_else_becomes_an_internal_error_without_signatures()
    {
        var error = FailureText.Read("System.OutOfMemoryException: GET https://a.example/x?Signature=CANARY failed\n   at Somewhere()").Error;
        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.Contains("OutOfMemoryException", error.Message);
        Assert.DoesNotContain("CANARY", error.Message);
        Assert.DoesNotContain("Somewhere", error.Message);
        Assert.NotEmpty(FailureText.Read(null).Error.Message);
    }
}
