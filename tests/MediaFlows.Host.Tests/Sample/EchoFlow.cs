using System.Text.Json;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Host.Tests.Sample;

public sealed record EchoInput(string Text)
{
    [Sensitive]
    public string? Secret { get; init; }

    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    public bool Wait { get; init; }
}

public sealed record EchoOutput(string Text)
{
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }
}

/// <summary>Gives its text back, at once or when it is told to go.</summary>
public sealed class EchoFlow : Flow<EchoInput, EchoOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "host.echo", Description = "Gives its text back." };

    public override async Task<EchoOutput> RunAsync(FlowContext context, EchoInput input)
    {
        if (input.Wait) await context.WaitForExternalEvent<JsonElement>("go");
        return new EchoOutput(input.Text) { Url = input.Url };
    }
}
