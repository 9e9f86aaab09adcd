using System.Net;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Urls;

/// <summary>Gives the next of a list of answers to each question, and the last one for ever after.</summary>
internal sealed class FixedResolver(params string[] answers) : IHostResolver
{
    public int Asked { get; private set; }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var answer = answers[Math.Min(Asked++, answers.Length - 1)];
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Split(',').Select(IPAddress.Parse)]);
    }
}
