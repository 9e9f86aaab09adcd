namespace MediaFlows.Simulator.Tencent.State;

/// <summary>The one simulated account. Its keys open nothing but this simulator.</summary>
public static class SimulatedAccount
{
    /// <summary>Main application.</summary>
    public const long AppId = 1500000001;

    /// <summary>Public half of the API key.</summary>
    public const string SecretId = "AKIDSIMULATED0000000000000000000001";

    /// <summary>Secret half of the API key.</summary>
    public const string SecretKey = "simulatedSecretKey00000000000001";

    /// <summary>Token of the chat gateway that exists from the start.</summary>
    public const string ChatToken = "simulatedChatToken00000000000001";

    /// <summary>Region of the account.</summary>
    public const string Region = "ap-guangzhou";

    /// <summary>Bucket that uploads go to.</summary>
    public const string Bucket = "vodsimulated-1500000001";
}
