namespace MediaFlows.Simulator.Jimeng;

/// <summary>The service's codes, each with HTTP status and message, and whether it comes at the submit or later.</summary>
internal static class VisualCodes
{
    private static readonly Dictionary<string, (int Status, string Message, bool AtSubmit)> Table = new(StringComparer.Ordinal)
    {
        ["50411"] = (400, "Pre Img Risk Not Pass", true),
        ["50412"] = (400, "Text Risk Not Pass", true),
        ["50413"] = (400, "Post Text Risk Not Pass", true),
        ["50511"] = (400, "Post Video Risk Not Pass", false),
        ["50512"] = (400, "Post Text Risk Not Pass", false),
        ["50516"] = (400, "Post Video Risk Not Pass", false),
        ["50517"] = (400, "Post Audio Risk Not Pass", false),
        ["50518"] = (400, "Pre Img Risk Not Pass: Copyright", true),
        ["50519"] = (400, "Post Img Risk Not Pass: Copyright", false),
        ["50520"] = (400, "Risk Internal Error", false),
        ["50521"] = (400, "Antidirt Internal Error", false),
        ["50522"] = (400, "Image Copyright Internal Error", false),
        ["50215"] = (400, "Input invalid for this service.", true),
        ["50400"] = (403, "Access Denied: Access Denied", true),
        ["50429"] = (429, "Request Has Reached API Limit, Please Try Later", true),
        ["50430"] = (429, "Request Has Reached API Concurrent Limit, Please Try Later", true),
        ["50500"] = (500, "Internal Error", true),
        ["50501"] = (500, "Internal RPC Error", true),
    };

    public static IEnumerable<string> All => Table.Keys;

    public static (int Status, string Message) Of(string code) => Table.TryGetValue(code, out var row) ? (row.Status, row.Message) : (400, "Unknown");

    public static bool ComesAtSubmit(string code) => !Table.TryGetValue(code, out var row) || row.AtSubmit;
}
