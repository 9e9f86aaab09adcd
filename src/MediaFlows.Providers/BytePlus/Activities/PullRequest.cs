using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Request of <see cref="SubmitPull"/>.</summary>
/// <param name="Space">Space.</param>
/// <param name="SourceUrl">What BytePlus fetches.</param>
/// <param name="FileName">Name to store under.</param>
/// <param name="Extension">Extension with its dot.</param>
public sealed record PullRequest(string Space, [property: Sensitive(SensitiveKind.SignedUrl)] string SourceUrl, string FileName, string Extension);
