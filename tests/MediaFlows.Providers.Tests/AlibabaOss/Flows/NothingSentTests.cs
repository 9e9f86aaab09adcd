using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Operations;
using MediaFlows.Providers.Tests.AlibabaOss.Operations;
using System.Reflection;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

/// <summary>Every rule that has a test with its message, once more through a flow's start: the simulator hears nothing.</summary>
public sealed class NothingSentTests(OssFixture fixture) : IClassFixture<OssFixture>
{
    [Theory]
    [InlineData(nameof(OperationRuleTests.A_broken_chain_is_refused))]
    [InlineData(nameof(OperationRuleTests.A_broken_parameter_rule_is_refused))]
    public async Task A_refused_operation_reaches_no_service_and_stores_nothing(string test)
    {
        await using var runner = fixture.Runner();
        runner.Media.Blobs["local.png"] = OssFixture.Picture();
        var cases = typeof(OperationRuleTests).GetMethod(test)!.GetCustomAttributes<InlineDataAttribute>().Select(a => a.Data).ToList();
        Assert.True(cases.Count > 10);
        foreach (var data in cases)
        {
            var message = (string)data[0]!;
            var operations = data.Skip(1).Cast<string>().ToList();
            foreach (var source in (string[])["""{"source":"a.png"}""", """{"uri":{"blob":"local.png"}}"""])
            {
                var input = JsonNode.Parse(source)!.AsObject();
                input["operations"] = new JsonArray([.. operations.Select(o => (JsonNode)o)]);
                input["targetKey"] = "target";
                var flow = IsAsync(operations) ? "oss.process-async" : "oss.process";
                var error = await Assert.ThrowsAsync<InvalidInputException>(() => runner.RunAsync(flow, input.ToJsonString()));
                Assert.Contains(message, error.Message, StringComparison.Ordinal);
            }
        }

        Assert.Empty(fixture.Cloud.Requests);
        Assert.Equal(0, fixture.Cloud.Charges.Count);
    }

    private static bool IsAsync(List<string> operations) =>
        operations.Count == 1 && OperationTable.TryGet(operations[0].Split(':')[0], out var rule) && rule.Role == OperationRole.MediaAsync;
}
