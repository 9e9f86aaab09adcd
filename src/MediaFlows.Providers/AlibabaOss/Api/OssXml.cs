using System.Xml;
using System.Xml.Linq;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Reads XML answers.</summary>
internal static class OssXml
{
    public static async Task<XElement> ReadAsync(string action, OssAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await XElement.LoadAsync(stream, LoadOptions.None, cancellationToken);
        }
        catch (Exception e) when (e is XmlException or HttpRequestException or IOException)
        {
            throw new FlowException(
                new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{action}: the answer is not the XML that is documented.")
                {
                    Provider = OssNames.Provider, ProviderRequestId = answer.RequestId, Retryable = true, Hint = "It is tried again; report the request id if it stays.",
                },
                e);
        }
    }
}
