namespace MediaFlows.Providers.AlibabaOss.Discovery;

/// <summary>A setting and where it was found.</summary>
/// <param name="Value">The value; null when the file that sets it holds something that cannot be one, which is then shown nowhere.</param>
/// <param name="Source"><c>settings</c>, or the path of the file.</param>
public sealed record FoundSetting(string? Value, string Source);
