using System.Reflection;

namespace MediaFlows.Functions.Tests.Completeness;

/// <summary>
/// Every declared member exists in the real assemblies with the same signature. Runs where <c>MEDIAFLOWS_FUNCTIONS_ASSEMBLIES</c> names a folder
/// with them (the output folder of the Functions app holds them all).
/// </summary>
public sealed class DeclarationsMatchTests
{
    private static readonly string[] Owners = ["Microsoft.", "DurableTask.", "OpenTelemetry", "Azure.Monitor."];

    [Fact]
    public void Every_declared_member_is_in_the_real_assemblies()
    {
        var folder = Environment.GetEnvironmentVariable("MEDIAFLOWS_FUNCTIONS_ASSEMBLIES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "The real assemblies are not at hand: set MEDIAFLOWS_FUNCTIONS_ASSEMBLIES to a folder that holds them.");

        var real = new RealAssemblies(folder!);
        var compared = 0;
        var missing = new List<string>();
        var absent = new List<string>();
        foreach (var type in Declared())
        {
            if (real.Find(type.FullName!) is not { } found)
            {
                // An app that was built without telemetry exporters has none of their packages.
                (type.FullName!.Contains("OpenTelemetry", StringComparison.Ordinal) ? absent : missing).Add(type.FullName!);
                continue;
            }

            var theirs = MemberSignatures.Of(found, inherited: true).ToHashSet(StringComparer.Ordinal);
            foreach (var member in MemberSignatures.Of(type))
            {
                compared++;
                if (!theirs.Contains(member)) missing.Add($"{type.FullName}: {member}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} members are the same. Not at hand: {string.Join(", ", absent)}.");
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(compared > 90, $"Only {compared} members were compared.");
    }

    private static IEnumerable<Type> Declared() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(t => t.IsPublic && t.Namespace is { } n && Owners.Any(o => n.StartsWith(o, StringComparison.Ordinal)));
}
