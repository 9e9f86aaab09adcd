namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>One step of the set-up.</summary>
/// <param name="Step"><c>check_bucket</c>, <c>query_binding</c>, <c>create_project</c>, <c>bind_bucket</c>, <c>temp_cleanup</c>.</param>
/// <param name="Status"><c>pass</c>, <c>info</c> or <c>warn</c>.</param>
/// <param name="Message">What happened.</param>
public sealed record OssSetupStep(string Step, string Status, string Message);
