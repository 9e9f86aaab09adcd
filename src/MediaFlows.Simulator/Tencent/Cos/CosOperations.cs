namespace MediaFlows.Simulator.Tencent.Cos;

/// <summary>What a storage request asks for, told from method and query as the service does.</summary>
internal static class CosOperations
{
    /// <summary>Name for fault rules and counters.</summary>
    public static string NameOf(HttpRequest request) => request.Method switch
    {
        "PUT" when request.Query.ContainsKey("partNumber") => "PUT part",
        "PUT" => "PUT object",
        "POST" when request.Query.ContainsKey("uploads") => "POST uploads",
        "POST" when request.Query.ContainsKey("uploadId") => "POST complete",
        "DELETE" when request.Query.ContainsKey("uploadId") => "DELETE upload",
        "GET" when request.Query.ContainsKey("uploads") => "GET uploads",
        "GET" when request.Query.ContainsKey("uploadId") => "GET parts",
        _ => request.Method + " object",
    };

    /// <summary>True for a call that is meant for the API but lacks its action header.</summary>
    public static bool IsBareApiCall(HttpRequest request) =>
        request is { Method: "POST", Path.Value: "/" } && request.Query.Count == 0;
}
