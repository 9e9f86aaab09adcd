using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Writes answers in the service's form.</summary>
internal static class OssAnswer
{
    public static Task XmlAsync(HttpContext http, int status, XElement root) =>
        SendAsync(http, status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root);

    public static Task JsonAsync(HttpContext http, JsonNode body) => SendAsync(http, 200, "application/json", body.ToJsonString());

    public static async Task ErrorAsync(HttpContext http, OssError error, string requestId)
    {
        var root = new XElement(
            "Error",
            new XElement("Code", error.Code), new XElement("Message", error.Message), new XElement("RequestId", requestId),
            new XElement("HostId", http.Request.Host.Value));
        if (error.Ec is not null) root.Add(new XElement("EC", error.Ec));
        foreach (var (name, value) in error.More) root.Add(new XElement(name, value));
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await XmlAsync(http, error.Status, root);
            return;
        }

        // An answer to HEAD has no body, so the error travels in headers.
        http.Response.StatusCode = error.Status;
        http.Response.Headers["x-oss-err"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
        if (error.Ec is not null) http.Response.Headers["x-oss-ec"] = error.Ec;
    }

    private static async Task SendAsync(HttpContext http, int status, string type, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
