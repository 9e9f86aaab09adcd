using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Functions.Client;
using MediaFlows.Functions.Durable;

namespace MediaFlows.Functions.Tests.Client;

/// <summary>History as the extension writes it, read in our words.</summary>
public sealed class ManagementHistoryTests
{
    [Fact]
    public void An_activity_is_named_by_the_catalog_and_its_result_kept()
    {
        var item = Read("""{"EventType":"TaskCompleted","Timestamp":"2026-01-15T12:34:56.5Z","FunctionName":"activity_byteplus_apply-upload","Result":{"a":1},"ScheduledTime":"2026-01-15T12:34:50Z"}""");
        Assert.Equal("TaskCompleted", item.Type);
        Assert.Equal("byteplus.apply-upload", item.Name);
        Assert.Equal(1, (int)item.Result!["a"]!);
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 12, 34, 56, 500, TimeSpan.Zero), item.Timestamp);
    }

    [Fact]
    public void The_input_of_a_start_is_the_flows_own()
    {
        var item = Read("""{"EventType":"ExecutionStarted","Timestamp":"2026-01-15T12:34:56Z","FunctionName":"byteplus_enhance","Input":"{\"mediaFlows\":1,\"input\":{\"vid\":\"v1\"}}"}""");
        Assert.Equal("byteplus.enhance", item.Name);
        Assert.Equal("""{"vid":"v1"}""", item.Input!.ToJsonString());
    }

    [Fact]
    public void A_failure_shows_its_whole_error()
    {
        var text = FailureText.Write(new FlowOutcomeDocument(new FlowError(ErrorCodes.ProviderRefused, "No.") { ProviderCode = "AccessDenied" }));
        var item = new JsonObject { ["EventType"] = "TaskFailed", ["Timestamp"] = "2026-01-15T12:34:56Z", ["FunctionName"] = "activity_a_b", ["Reason"] = text };
        var read = ManagementHistory.Read(7, item);
        Assert.Equal((7, "AccessDenied"), (read.Sequence, read.Error!.ProviderCode));
        Assert.Null(read.Reason);
    }

    private static Core.Client.FlowHistoryEvent Read(string json) => ManagementHistory.Read(0, JsonNode.Parse(json)!.AsObject());
}
