using System.CommandLine;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows …</c>: the instances on a host. The verbs mean what they mean for Durable Functions.</summary>
internal static class FlowsCommand
{
    public static Command Create(CommandServices services) => new("flows", "Lists, shows, follows and steers flows.")
    {
        FlowsListCommand.Create(services),
        FlowsShowCommand.Create(services),
        FlowsHistoryCommand.Create(services),
        FlowsWatchCommand.Create(services),
        FlowsControlCommands.Reasoned(services, "cancel", "Asks a flow to stop; it cancels upstream where it can."),
        FlowsControlCommands.Reasoned(services, "terminate", "Stops a flow hard."),
        FlowsControlCommands.Reasoned(services, "suspend", "Holds a flow."),
        FlowsControlCommands.Deciding(services, "resume", "Lets a suspended flow go on, or one that timed out wait for the same job again."),
        FlowsControlCommands.Deciding(services, "retry", "Starts a failed flow again at the failed step; finished steps are kept."),
        FlowsWebhooksCommand.Create(services),
        FlowsRaiseEventCommand.Create(services),
        FlowsPurgeCommand.Create(services),
    };
}
